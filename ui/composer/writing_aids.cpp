#include "ui/composer/writing_aids.h"

#include "models/format/words.h"
#include "ui/composer/emoji_picker.h"
#include "ui/composer/markup_highlighter.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/quick_replies.h"
#include "ui/composer/spell_checker.h"
#include "ui/kit/button.h"
#include "ui/team/words_dialog.h"

#include <QEvent>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr qsizetype kMostRecent = 40;

} // namespace

WritingAids::WritingAids(const Desk &desk, PlainEdit *edit, WhyNot whyNot, WhyNot whyNotReplies,
                         QObject *parent)
    : QObject(parent), m_desk(desk), m_edit(edit), m_whyNot(std::move(whyNot)),
      m_whyNotReplies(std::move(whyNotReplies)),
      m_highlighter(new MarkupHighlighter(*desk.theme, edit->document())),
      m_quickReplies(new QuickReplies(desk, edit, m_whyNotReplies, this)),
      m_spelling(new SpellChecker(*desk.theme, edit, m_highlighter, this)),
      m_emojiButton(new Button(*desk.theme, Button::Kind::Flat))
{
    m_emojiButton->setGlyph(Glyph::Smile);
    connect(m_emojiButton, &QAbstractButton::clicked, this, &WritingAids::openEmoji);
    connect(desk.commands, &Commands::keysChanged, this, &WritingAids::retranslate);
    connect(desk.state->team(), &models::TeamBook::loaded, this,
            [this] { m_spelling->begin(m_shown ? m_shown->id : ConversationId(), names()); });
    markOpenPlaces();
    addCommands();
    addSpellingCommands();
    retranslate();
    edit->installEventFilter(this);
    connect(edit, &PlainEdit::sendRequested, this, &WritingAids::goToOpenPlace);
}

WritingAids::~WritingAids() = default;

QWidget *WritingAids::emojiButton() const
{
    return m_emojiButton;
}

void WritingAids::show(const std::optional<ConversationSummary> &summary)
{
    m_quickReplies->show(summary);
    m_shown = summary;
    m_spelling->begin(summary ? summary->id : ConversationId(), names());
}

/// No mistakes, whatever the dictionaries know.
QStringList WritingAids::names() const
{
    QStringList names{m_desk.state->agent().displayName, m_desk.state->organisation()};
    if (!m_shown)
        return names;
    names << m_shown->name;
    for (const Colleague &one : m_desk.state->team()->view().colleagues)
        names << one.name;
    return names;
}

QString WritingAids::whyNotSend() const
{
    return QuickReplies::whyNotSend(m_edit->toPlainText());
}

// --- habits ----------------------------------------------------------------------------------

void WritingAids::setHabits(const WritingHabits &habits)
{
    m_habits = habits;
    m_spelling->setLanguages(habits.spellTurkish, habits.spellEnglish);
    m_desk.commands->refresh();
}

void WritingAids::change(const WritingHabits &habits)
{
    if (habits == m_habits)
        return;
    const bool languages = habits.spellTurkish != m_habits.spellTurkish ||
                           habits.spellEnglish != m_habits.spellEnglish;
    m_habits = habits;
    if (languages)
        setHabits(habits);
    Q_EMIT habitsChanged(habits);
}

// --- the company's dictionary ------------------------------------------------------------------

void WritingAids::setDictionary(net::DictionaryApi *dictionary)
{
    m_dictionary = dictionary;
    m_spelling->setTeaches(true);
    addDictionaryCommand();
    connect(m_spelling, &SpellChecker::taught, this, &WritingAids::teach);
    // The team is fetched when one signs in and whenever something of it has changed; the words
    // are the team's.
    connect(m_desk.state->team(), &models::TeamBook::loaded, this, &WritingAids::readDictionary);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, this,
            [this](models::ConsolePhase phase) {
                if (phase == models::ConsolePhase::SignedOut ||
                    phase == models::ConsolePhase::Ended || phase == models::ConsolePhase::Lost)
                    forgetDictionary();
            });
}

void WritingAids::addDictionaryCommand()
{
    Command words;
    words.id = u"team.words"_s;
    words.group = CommandGroup::Account;
    words.words = [] { return tr("Company dictionary…"); };
    words.whyNot = [this] {
        return m_desk.state->may(Permission::ManageTeam)
                   ? QString()
                   : tr("Your role does not let you change the company dictionary.");
    };
    words.run = [this] {
        auto *dialog = new WordsDialog(*m_desk.theme, m_dictionary, m_edit->window());
        connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
        dialog->open();
    };
    m_desk.commands->add(words);
}

void WritingAids::readDictionary()
{
    m_dictionary->words(
        {this, [this, generation = ++m_generation](const net::Answer<QStringList> &answer) {
             if (answer && generation == m_generation)
                 m_spelling->setCompanyWords(*answer);
         }});
}

/// Another agent may belong to another company.
void WritingAids::forgetDictionary()
{
    ++m_generation; // an answer on its way is nobody's
    m_spelling->setCompanyWords({});
}

void WritingAids::teach(const QString &word)
{
    m_dictionary->addWord(
        word,
        {this, [this](const net::Answer<Done> &answer) {
             if (answer)
                 return readDictionary();
             Q_EMIT m_desk.commands->refused(
                 tr("The word was not kept. %1").arg(words::apiErrorSentence(answer.error())));
         }});
}

// --- commands --------------------------------------------------------------------------------

void WritingAids::addCommands()
{
    Command replies;
    replies.id = u"message.quickReplies"_s;
    replies.group = CommandGroup::Message;
    replies.words = [] { return tr("Quick replies"); };
    replies.keys = {Qt::Key_F4, Qt::CTRL | Qt::SHIFT | Qt::Key_Y};
    replies.whyNot = m_whyNotReplies;
    replies.run = [this] { m_quickReplies->openUp(); };
    m_desk.commands->add(replies);

    Command emoji;
    emoji.id = u"message.emoji"_s;
    emoji.group = CommandGroup::Message;
    emoji.words = [] { return tr("Emoji…"); };
    emoji.keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_J};
    emoji.whyNot = m_whyNot;
    emoji.run = [this] { openEmoji(); };
    m_desk.commands->add(emoji);
}

void WritingAids::addSpellingCommands()
{
    Command next;
    next.id = u"write.nextMistake"_s;
    next.group = CommandGroup::Message;
    next.words = [] { return tr("Next misspelt word"); };
    next.keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_O};
    next.whyNot = [this] {
        if (!m_whyNot().isEmpty())
            return m_whyNot();
        if (!m_spelling->isOn())
            return tr("Spelling is not checked at the moment.");
        return m_spelling->hasMistake() ? QString() : tr("No misspelt word was found.");
    };
    next.run = [this] { m_spelling->goToMistake(); };
    next.startsBlock = true;
    m_desk.commands->add(next);

    const auto add = [this](const char *id, std::function<QString()> words,
                            SpellingLanguage language, bool WritingHabits::*kept) {
        Command check;
        check.id = QLatin1StringView(id);
        check.group = CommandGroup::Message;
        check.words = std::move(words);
        check.isOn = [this, kept] { return m_habits.*kept; };
        check.whyNot = [this, language] {
            const QString missing = m_spelling->missingPackage(language);
            return missing.isEmpty()
                       ? QString()
                       : tr("The dictionary is missing on this computer. Package to install: %1")
                             .arg(missing);
        };
        check.run = [this, kept] {
            WritingHabits habits = m_habits;
            habits.*kept = !(habits.*kept);
            change(habits);
        };
        m_desk.commands->add(check);
    };
    add(
        "write.spellTurkish", [] { return tr("Check Turkish spelling"); },
        SpellingLanguage::Turkish, &WritingHabits::spellTurkish);
    add(
        "write.spellEnglish", [] { return tr("Check English spelling"); },
        SpellingLanguage::English, &WritingHabits::spellEnglish);
}

void WritingAids::retranslate()
{
    m_emojiButton->setAccessibleName(tr("Emoji"));
    m_emojiButton->setToolTip(m_desk.commands->tip(u"message.emoji"_s, tr("Emoji")));
}

bool WritingAids::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

// --- emoji -----------------------------------------------------------------------------------

EmojiPicker *WritingAids::openEmoji()
{
    if (!m_whyNot().isEmpty())
        return nullptr;
    if (!m_emoji)
        m_emoji = std::make_unique<EmojiList>();
    auto *picker =
        new EmojiPicker(*m_desk.theme, *m_emoji, m_habits, *m_desk.speech, m_edit->window());
    connect(picker, &EmojiPicker::chosen, this, &WritingAids::insertEmoji);
    connect(picker, &EmojiPicker::toneChosen, this, [this](int tone) {
        WritingHabits habits = m_habits;
        habits.skinTone = tone;
        change(habits);
    });
    connect(m_desk.state, &models::ConsoleState::phaseChanged, picker, &QWidget::close);
    picker->popUp(m_emojiButton->mapToGlobal(QPoint(0, 0)));
    return picker;
}

/// At the caret; what was selected stays.
void WritingAids::insertEmoji(const QString &emoji)
{
    m_edit->setFocus(Qt::OtherFocusReason);
    if (!m_whyNot().isEmpty())
        return;
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(cursor.selectionEnd());
    cursor.insertText(emoji);
    m_edit->setTextCursor(cursor);
    const Emoji *known = m_emoji->find(emoji);
    WritingHabits habits = m_habits;
    const QString plain = known ? known->text : emoji;
    habits.recentEmoji.removeAll(plain);
    habits.recentEmoji.prepend(plain);
    habits.recentEmoji = habits.recentEmoji.mid(0, kMostRecent);
    change(habits);
}

// --- what stands out -------------------------------------------------------------------------

void WritingAids::addLayer(std::function<QList<QTextLayout::FormatRange>(const QTextBlock &)> layer)
{
    m_highlighter->addLayer(std::move(layer));
}

void WritingAids::lookAgain()
{
    m_spelling->look();
}

// --- places to fill in -----------------------------------------------------------------------

void WritingAids::markOpenPlaces()
{
    m_highlighter->addLayer([this](const QTextBlock &block) {
        QList<QTextLayout::FormatRange> marked;
        const QList<text::FillIn> open = text::fillIns(block.text());
        for (const text::FillIn &place : open) {
            QTextLayout::FormatRange range;
            range.start = int(place.start);
            range.length = int(place.length);
            range.format.setBackground(m_desk.theme->color(Token::WarnSoft));
            range.format.setForeground(m_desk.theme->color(Token::Warn));
            range.format.setFontUnderline(true);
            marked << range;
        }
        return marked;
    });
}

/// Enter was pressed in vain: says why and puts the caret where something is missing.
void WritingAids::goToOpenPlace()
{
    const QString text = m_edit->toPlainText();
    const QList<text::FillIn> open = text::fillIns(text);
    if (open.isEmpty() || !m_whyNotReplies().isEmpty())
        return;
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(int(open.first().start));
    cursor.setPosition(int(open.first().start + open.first().length), QTextCursor::KeepAnchor);
    m_edit->setTextCursor(cursor);
    Q_EMIT m_desk.commands->refused(QuickReplies::whyNotSend(text));
}

} // namespace destek::ui
