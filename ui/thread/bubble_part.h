#pragma once

#include "core/domain/message.h"
#include "ui/kit/glyph.h"
#include "ui/kit/painted_text.h"
#include "ui/theme/theme.h"

#include <memory>
#include <optional>
#include <vector>

namespace destek::models
{
class TeamBook;
}

namespace destek::ui
{

class MediaStore;
class Player;

/// What one can do with a message: in the bubble, in its menu and by keyboard.
enum class BubbleAction : quint8 {
    TakeBack, ///< while it is held
    TryAgain,
    Resend,
    GiveUp,
    Rewrite,   ///< what was not sent comes back to be changed
    Templates, ///< the window is closed: a template is what may still go
    Tell,      ///< a colleague, in an internal note
    CopyReason,
    ShowAll,
    PlayOrOpen, ///< a recording plays or pauses, a picture opens, a sticker moves
    Seek,
    Back, ///< a few seconds of a recording
    Forward,
    Speed,
    FetchAgain,
    SaveAs,
    CopyLine, ///< one line of a card; BubbleHit::text
    JumpToQuote,
    Quote,
    React,
    History,
    CopyText,
};

/// Something in a bubble that can be pressed.
struct BubbleHit {
    BubbleAction action = BubbleAction::CopyText;
    QString text;    ///< CopyLine: what is copied
    double part = 0; ///< Seek: 0 to 1
};

/// What parts need to be painted.
struct PartLook {
    const Theme *theme = nullptr;
    MediaStore *store = nullptr; ///< null: nothing can be fetched
    Player *player = nullptr;
    int frame = -1;                         ///< of a sticker that moves; -1: it does not
    const models::TeamBook *team = nullptr; ///< null: nobody who is mentioned can be named
    /// Folded words that are looked for: marked, the last one as a beginning.
    QStringList found;
};

/// Letters of a part's words, [from, to).
struct Letters {
    int from = 0;
    int to = 0;
    bool operator==(const Letters &) const = default;
};

/// One piece of a bubble: words, a picture, a card. Made for one layout and one painting.
class BubblePart
{
public:
    BubblePart() = default;
    virtual ~BubblePart() = default;
    BubblePart(const BubblePart &) = delete;
    BubblePart &operator=(const BubblePart &) = delete;

    /// Once; what it takes of at most `width`.
    virtual QSizeF layOut(qreal width) = 0;
    /// The bubble has become this wide; parts with a ground of their own fill it.
    virtual void stretch(qreal width) { Q_UNUSED(width) }
    virtual void paint(QPainter &painter, QPointF at) const = 0;
    [[nodiscard]] virtual std::optional<BubbleHit> hitAt(QPointF inPart) const
    {
        Q_UNUSED(inPart)
        return std::nullopt;
    }
    /// What can be copied line by line, for menus: by pointer each has a link of its own.
    [[nodiscard]] virtual QList<BubbleHit> lines() const { return {}; }
    /// What is painted as text.
    [[nodiscard]] virtual QString words() const { return {}; }
    /// The letter at a point of its words; also beside and below them if `nearest`. nullopt: it
    /// has none to choose, or not there.
    [[nodiscard]] virtual std::optional<int> letterAt(QPointF inPart, bool nearest) const
    {
        Q_UNUSED(inPart)
        Q_UNUSED(nearest)
        return std::nullopt;
    }
    [[nodiscard]] virtual Letters wordAt(int letter) const { return {letter, letter}; }
    /// What somebody gets who copies these.
    [[nodiscard]] virtual QString copied(Letters letters) const
    {
        Q_UNUSED(letters)
        return {};
    }
    /// Painted as chosen from now on.
    virtual void choose(Letters letters) { Q_UNUSED(letters) }
    /// Where the last line of words ends; below 0: time and state stand on a line of their own.
    [[nodiscard]] virtual qreal lastLine() const { return -1; }
};

using BubbleParts = std::vector<std::unique_ptr<BubblePart>>;

[[nodiscard]] qreal lineWidth(const QFont &font, const QString &text);

/// Words; hostile ones are made safe here. WhatsApp's formatting if asked for.
class TextPart : public BubblePart
{
public:
    struct Options {
        TextRole role = TextRole::Body;
        Token ink = Token::Text;
        bool formatted = false;
        qsizetype clip = 3000; ///< graphemes
        int maxLines = 0;      ///< 0: all
        QStringList found;     ///< PartLook::found
    };
    TextPart(const Theme &theme, const QString &text, Options options);
    [[nodiscard]] bool isClipped() const { return m_clipped; }
    /// Sets these words off wherever they stand; before layOut().
    void embolden(const QStringList &words, Token ink);
    QSizeF layOut(qreal width) override;
    /// Lines that run from right to left stand at the right end.
    void stretch(qreal width) override;
    void paint(QPainter &painter, QPointF at) const override;
    [[nodiscard]] QString words() const override;
    [[nodiscard]] qreal lastLine() const override;
    [[nodiscard]] std::optional<int> letterAt(QPointF inPart, bool nearest) const override;
    [[nodiscard]] Letters wordAt(int letter) const override;
    [[nodiscard]] QString copied(Letters letters) const override;
    void choose(Letters letters) override { m_chosen = letters; }

private:
    struct Bar {
        qreal top;
        qreal bottom;
        bool right;
    };
    QSizeF place(qreal width);
    [[nodiscard]] bool runsLeft(int at) const;
    const Theme &m_theme;
    Options m_options;
    bool m_clipped = false;
    QTextLayout m_layout;
    struct Indent {
        int start;
        qreal first;
        qreal rest;
        bool quote;
    };
    QList<Indent> m_indents;
    QList<Bar> m_bars;
    struct Span {
        int start;
        int end;
    };
    QList<Span> m_leftward; ///< paragraphs that begin with a letter from right to left
    qreal m_width = 0;
    Letters m_chosen;
};

/// A glyph and a sentence of our own: "Still being fetched from WhatsApp."
class NoticePart : public BubblePart
{
public:
    NoticePart(const Theme &theme, Glyph glyph, const QString &sentence, bool withSave = false);
    QSizeF layOut(qreal width) override;
    void paint(QPainter &painter, QPointF at) const override;
    [[nodiscard]] std::optional<BubbleHit> hitAt(QPointF inPart) const override;
    [[nodiscard]] QString words() const override { return m_text.words(); }

private:
    const Theme &m_theme;
    Glyph m_glyph;
    TextPart m_text;
    bool m_withSave;
    QRectF m_save;
};

/// The message that is answered.
class QuotePart : public BubblePart
{
public:
    QuotePart(const Theme &theme, const QuoteView &quote);
    QSizeF layOut(qreal width) override;
    void stretch(qreal width) override { m_size.setWidth(width); }
    void paint(QPainter &painter, QPointF at) const override;
    [[nodiscard]] std::optional<BubbleHit> hitAt(QPointF inPart) const override;
    [[nodiscard]] QString words() const override { return m_author + u'\n' + m_text.words(); }

private:
    const Theme &m_theme;
    QString m_author;
    bool m_known;
    TextPart m_text;
    QSizeF m_size;
};

/// Lines with captions on a ground of their own: a place, a contact, an order, a form, an ad.
class CardPart : public BubblePart
{
public:
    struct Row {
        QString caption; ///< small, above
        QString value;   ///< hostile
        QString link;    ///< "Copy"; copies `copied`
        QString copied;
        bool strong = false;
    };
    CardPart(const Theme &theme, Glyph glyph, const QString &title, QList<Row> rows);
    QSizeF layOut(qreal width) override;
    void stretch(qreal width) override;
    void paint(QPainter &painter, QPointF at) const override;
    [[nodiscard]] std::optional<BubbleHit> hitAt(QPointF inPart) const override;
    [[nodiscard]] QList<BubbleHit> lines() const override;
    [[nodiscard]] QString words() const override;
    static constexpr qsizetype kMostRows = 24;

private:
    struct Placed {
        Row row;
        std::unique_ptr<TextPart> text;
        qreal top = 0;
        qreal textTop = 0;
        QRectF link;
    };
    const Theme &m_theme;
    Glyph m_glyph;
    QString m_title;
    std::vector<Placed> m_rows;
    QSizeF m_size;
};

/// Buttons or a list as the customer saw them; they cannot be pressed here.
class ButtonsPart : public BubblePart
{
public:
    ButtonsPart(const Theme &theme, const QList<ButtonView> &buttons,
                const std::optional<ListView> &list);
    QSizeF layOut(qreal width) override;
    void stretch(qreal width) override { m_size.setWidth(width); }
    void paint(QPainter &painter, QPointF at) const override;
    [[nodiscard]] QString words() const override;

private:
    struct Line {
        QString text;
        TextRole role;
        Token ink;
        Glyph glyph;
        bool rule; ///< a hairline above
        bool centred;
    };
    const Theme &m_theme;
    QList<Line> m_lines;
    QSizeF m_size;
};

/// A picture, a sticker, or the place of a film.
class PicturePart : public BubblePart
{
public:
    PicturePart(const PartLook &look, const MessageView &message);
    QSizeF layOut(qreal width) override;
    void paint(QPainter &painter, QPointF at) const override;
    [[nodiscard]] std::optional<BubbleHit> hitAt(QPointF inPart) const override;
    [[nodiscard]] QString words() const override;

private:
    [[nodiscard]] QString stateWords() const;
    void paintBox(QPainter &painter, const QRectF &box) const;
    PartLook m_look;
    MessageView m_message;
    QSizeF m_size;
};

/// A recording: play, waveform, position, speed.
class VoicePart : public BubblePart
{
public:
    VoicePart(const PartLook &look, const MessageView &message);
    QSizeF layOut(qreal width) override;
    void paint(QPainter &painter, QPointF at) const override;
    [[nodiscard]] std::optional<BubbleHit> hitAt(QPointF inPart) const override;
    [[nodiscard]] QString words() const override;

private:
    [[nodiscard]] QRectF playRect() const;
    [[nodiscard]] QRectF waveRect() const;
    [[nodiscard]] QRectF speedRect() const;
    [[nodiscard]] QString statusWords() const;
    void paintWave(QPainter &painter, QPointF at) const;
    PartLook m_look;
    MessageView m_message;
    QSizeF m_size;
};

/// A document: type, name, size, Save as…
class FilePart : public BubblePart
{
public:
    FilePart(const PartLook &look, const MessageView &message);
    QSizeF layOut(qreal width) override;
    void paint(QPainter &painter, QPointF at) const override;
    [[nodiscard]] std::optional<BubbleHit> hitAt(QPointF inPart) const override;
    [[nodiscard]] QString words() const override { return m_name + u'\n' + m_detail; }

private:
    PartLook m_look;
    MessageView m_message;
    QString m_name;
    QString m_kind;
    QString m_detail;
    QRectF m_link;
    QString m_linkWords;
    BubbleAction m_linkAction = BubbleAction::SaveAs;
    QSizeF m_size;
};

/// Everything between author and time, top to bottom. `clip`: of the message's own words.
[[nodiscard]] BubbleParts bubbleParts(const PartLook &look, const MessageView &message,
                                      qsizetype clip, bool *clipped);

} // namespace destek::ui
