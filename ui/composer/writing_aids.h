#pragma once

#include "net/api/dictionary_api.h"
#include "ui/composer/writing_habits.h"
#include "ui/shell/desk.h"

#include <QTextLayout>

#include <memory>

namespace destek::ui
{

class Button;
class EmojiList;
class EmojiPicker;
class MarkupHighlighter;
class PlainEdit;
class QuickReplies;
class SpellChecker;

/// What helps to write in the composer's field: formatting shown as it will look, quick replies,
/// emoji, spelling. One object, so that the composer needs to know only what it may send. GUI
/// thread.
class WritingAids : public QObject
{
    Q_OBJECT
public:
    using WhyNot = std::function<QString()>;
    /// `edit` outlives it. Empty sentences if something may be written now: a reply or a note, and
    /// for quick replies, which are for customers only.
    WritingAids(const Desk &desk, PlainEdit *edit, WhyNot whyNot, WhyNot whyNotReplies,
                QObject *parent);
    ~WritingAids() override;

    /// nullopt: no conversation is open.
    void show(const std::optional<ConversationSummary> &summary);
    /// Empty, or what has to be done to the text before it can be sent.
    [[nodiscard]] QString whyNotSend() const;
    /// As they were kept; until then nothing is checked and no emoji was used.
    void setHabits(const WritingHabits &habits);
    [[nodiscard]] const WritingHabits &habits() const { return m_habits; }

    /// The company's words are right too, and may be added to. Outlives it.
    void setDictionary(net::DictionaryApi *dictionary);

    /// What else stands out in the field, beside spelling and places to fill in.
    void addLayer(std::function<QList<QTextLayout::FormatRange>(const QTextBlock &)> layer);
    /// Asks the layers again; nothing was typed.
    void lookAgain();

    /// For the row under the field; its owner is whoever lays it out.
    [[nodiscard]] QWidget *emojiButton() const;
    /// Deletes itself when it is left.
    EmojiPicker *openEmoji();
    [[nodiscard]] QuickReplies *quickReplies() const { return m_quickReplies; }
    [[nodiscard]] SpellChecker *spelling() const { return m_spelling; }

Q_SIGNALS:
    void habitsChanged(const destek::ui::WritingHabits &habits);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addCommands();
    void addSpellingCommands();
    void markOpenPlaces();
    void goToOpenPlace();
    void insertEmoji(const QString &emoji);
    void change(const WritingHabits &habits);
    void retranslate();
    void addDictionaryCommand();
    void readDictionary();
    void forgetDictionary();
    [[nodiscard]] QStringList names() const;
    void teach(const QString &word);

    Desk m_desk;
    std::optional<ConversationSummary> m_shown;
    PlainEdit *m_edit;
    WhyNot m_whyNot;
    WhyNot m_whyNotReplies;
    WritingHabits m_habits;
    MarkupHighlighter *m_highlighter;
    QuickReplies *m_quickReplies;
    SpellChecker *m_spelling;
    Button *m_emojiButton;
    net::DictionaryApi *m_dictionary = nullptr;
    int m_generation = 0;               ///< of the company's words
    std::unique_ptr<EmojiList> m_emoji; ///< read when it is first wanted
};

} // namespace destek::ui
