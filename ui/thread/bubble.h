#pragma once

#include "ui/thread/bubble_part.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace destek::ui
{

[[nodiscard]] QString bubbleActionWords(BubbleAction action);
/// What applies to this row, in order; copying the text is only in the menu.
[[nodiscard]] QList<BubbleAction> bubbleActions(const MessageView &message, bool mayDecide);

/// A letter in one of the parts of a bubble.
struct WordsPlace {
    int part = 0;
    int letter = 0;
    bool operator==(const WordsPlace &) const = default;
};

/// One row of the thread laid out for a width: measured once for its height, made again to be
/// painted. Day mark, bubble or event line, time, state, problem and actions.
class Bubble
{
public:
    /// More graphemes than this are not painted until one asks.
    static constexpr qsizetype kClip = 3000;

    struct Options {
        int width = 0;
        bool mayDecide = false; ///< Try again, Resend, Give up
        bool showAll = false;
        bool flash = false;             ///< somebody jumped here
        Duration held{0};               ///< how long it can still be taken back
        double heldShare = 0;           ///< of the whole hold, 1 to 0
        std::optional<WordsPlace> from; ///< letters chosen with the pointer: from here
        std::optional<WordsPlace> to;   ///< to here, in either order; of the same part
        PartLook look;                  ///< store, player, frame; the theme is set by the bubble
    };

    Bubble(const Theme &theme, const QModelIndex &index, Options options);
    [[nodiscard]] int height() const { return m_height; }
    /// At the top left of the row.
    void paint(QPainter &painter, QPointF at, bool selected, bool focused) const;
    [[nodiscard]] std::optional<BubbleHit> hitAt(QPointF inRow) const;
    /// Too long to be painted whole.
    [[nodiscard]] bool isClipped() const { return m_clipped; }
    /// What can be copied line by line.
    [[nodiscard]] QList<BubbleHit> lines() const;
    /// Where letters can be chosen. With `part`: the nearest letter of that part.
    [[nodiscard]] std::optional<WordsPlace> wordsAt(QPointF inRow,
                                                    std::optional<int> part = {}) const;
    [[nodiscard]] std::pair<WordsPlace, WordsPlace> wordAround(WordsPlace place) const;
    /// The letters that Options::from and to choose.
    [[nodiscard]] QString chosenWords() const;
    /// The words of the day mark.
    [[nodiscard]] bool isDayMark(QPointF inRow) const
    {
        return !m_day.isEmpty() && m_dayRect.contains(inRow);
    }
    /// Who reacted and when; empty elsewhere.
    [[nodiscard]] QString toolTipAt(QPointF inRow) const;
    /// Exactly what is painted as text, for tests and for the picture of a screen in words.
    [[nodiscard]] QString paintedText() const;

private:
    struct Link {
        BubbleAction action;
        QString words;
        QRectF rect;
    };

    struct Placed {
        std::unique_ptr<BubblePart> part;
        QPointF at;
        QSizeF size;
    };

    void layOutEvent(qreal top);
    void layOutBubble(qreal top);
    void layOutParts(qreal inner, qreal &content, qreal &height);
    void layOutReactions();
    void layOutLinks(qreal left, qreal y, qreal width);
    void paintDayMark(QPainter &painter, QPointF at) const;
    void paintUnreadMark(QPainter &painter, QPointF at) const;
    [[nodiscard]] Letters chosenLetters() const;
    void paintEventLine(QPainter &painter, QPointF at) const;
    void paintBody(QPainter &painter, QPointF at, bool selected, bool focused) const;
    void paintHeld(QPainter &painter, QPointF at) const;
    void paintReactions(QPainter &painter, QPointF at) const;
    void paintMeta(QPainter &painter, QPointF at) const;

    const Theme &m_theme;
    Options m_options;
    MessageView m_message;
    bool m_own = false;
    bool m_event = false;
    bool m_note = false; ///< for colleagues alone: our side, a look of its own, no ticks
    bool m_bare = false; ///< a sticker: no ground, no frame
    bool m_clipped = false;
    int m_height = 0;
    QString m_day;
    QString m_author;
    QString m_kicker; ///< "Template · order_update", "Forwarded", ...
    QString m_time;
    QString m_problem;
    std::vector<Placed> m_parts;
    std::unique_ptr<QTextLayout> m_layout; ///< of an event line
    std::unique_ptr<QTextLayout> m_problemLayout;
    QRectF m_dayRect;
    QString m_unread; ///< "Unread messages"
    QRectF m_unreadRect;
    QRectF m_box;
    QRectF m_authorRect;
    QRectF m_kickerRect;
    QPointF m_textAt; ///< of an event line
    QRectF m_reactions;
    QString m_reactionWords;
    QRectF m_metaRect;
    QPointF m_problemAt;
    std::vector<Link> m_links;
};

} // namespace destek::ui
