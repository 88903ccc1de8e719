#include "ui/composer/spell_checker.h"

#include "core/text/safe_text.h"
#include "core/text/spelled_words.h"
#include "ui/composer/markup_highlighter.h"
#include "ui/composer/plain_edit.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QMenu>
#include <QSignalBlocker>

namespace destek::ui
{

SpellChecker::SpellChecker(const Theme &theme, PlainEdit *edit, MarkupHighlighter *highlighter,
                           QObject *parent)
    : QObject(parent), m_theme(theme), m_edit(edit), m_highlighter(highlighter),
      m_spelling(new Spelling(dictionaryFolders(), this))
{
    highlighter->addLayer([this](const QTextBlock &block) { return marksIn(block); });
    connect(m_spelling, &Spelling::changed, this, &SpellChecker::look);
    connect(edit, &QPlainTextEdit::cursorPositionChanged, this, &SpellChecker::onMoved);
    connect(edit, &PlainEdit::menuOpening, this, &SpellChecker::fillMenu);
}

void SpellChecker::setFolders(const QStringList &folders)
{
    delete m_spelling;
    m_spelling = new Spelling(folders, this);
    connect(m_spelling, &Spelling::changed, this, &SpellChecker::look);
    setLanguages(m_turkish, m_english);
    ignore({});
}

void SpellChecker::setLanguages(bool turkish, bool english)
{
    m_turkish = turkish;
    m_english = english;
    m_spelling->setLanguages(turkish, english);
}

void SpellChecker::begin(ConversationId id, const QStringList &names)
{
    if (id != m_conversation)
        m_ignored.clear();
    else if (names == m_names)
        return;
    m_conversation = id;
    m_names = names;
    ignore({});
}

/// Also makes known which words are right here.
void SpellChecker::ignore(const QString &word)
{
    if (!word.isEmpty())
        m_ignored << word;
    QStringList others = m_ignored;
    for (const QString &name : std::as_const(m_names)) {
        const QList<text::WordPlace> places = text::spelledWords(name);
        for (const text::WordPlace &place : places)
            others << name.mid(place.start, place.length);
    }
    m_spelling->setOtherWords(others);
}

// --- what is shown ---------------------------------------------------------------------------

QList<SpellChecker::Word> SpellChecker::wrongIn(const QTextBlock &block) const
{
    QList<Word> wrong;
    if (!m_spelling->isOn())
        return wrong;
    const QString line = block.text();
    const QTextCursor cursor = m_edit->textCursor();
    const int caret =
        m_edit->hasFocus() && !cursor.hasSelection() ? cursor.position() - block.position() : -1;
    const QList<text::WordPlace> places = text::spelledWords(line);
    for (const text::WordPlace &place : places) {
        if (place.start + place.length == caret)
            continue; // still being written
        const QString word = line.mid(place.start, place.length);
        if (!m_spelling->isRight(word).value_or(true))
            wrong << Word{block.position() + int(place.start), word};
    }
    return wrong;
}

QList<QTextLayout::FormatRange> SpellChecker::marksIn(const QTextBlock &block) const
{
    QList<QTextLayout::FormatRange> marks;
    const QList<Word> wrong = wrongIn(block);
    for (const Word &word : wrong) {
        QTextLayout::FormatRange mark;
        mark.start = word.start - block.position();
        mark.length = int(word.text.size());
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(m_theme.color(Token::Bad));
        marks << mark;
    }
    return marks;
}

/// The field tells of a change of text whenever formats change; colleagues and the customer would
/// be told that somebody types.
void SpellChecker::look()
{
    const QSignalBlocker quiet(m_edit);
    m_highlighter->rehighlight();
}

/// A word is looked at when the caret leaves it.
void SpellChecker::onMoved()
{
    if (!m_spelling->isOn())
        return;
    const QSignalBlocker quiet(m_edit);
    const QTextBlock now = m_edit->textCursor().block();
    const QTextBlock before = m_edit->document()->findBlockByNumber(m_lastBlock);
    if (before.isValid() && before != now)
        m_highlighter->rehighlightBlock(before);
    m_highlighter->rehighlightBlock(now);
    m_lastBlock = now.blockNumber();
}

QStringList SpellChecker::mistakes() const
{
    QStringList all;
    for (QTextBlock block = m_edit->document()->begin(); block.isValid(); block = block.next()) {
        const QList<Word> wrong = wrongIn(block);
        for (const Word &word : wrong)
            all << word.text;
    }
    return all;
}

// --- mending ---------------------------------------------------------------------------------

std::optional<SpellChecker::Word> SpellChecker::wrongAt(int position) const
{
    const QList<Word> wrong = wrongIn(m_edit->document()->findBlock(position));
    for (const Word &word : wrong) {
        if (position >= word.start && position <= word.start + word.text.size())
            return word;
    }
    return std::nullopt;
}

/// From the caret on, then from the beginning.
std::optional<SpellChecker::Word> SpellChecker::nextMistake() const
{
    std::optional<Word> first;
    const int caret = m_edit->textCursor().selectionEnd();
    for (QTextBlock block = m_edit->document()->begin(); block.isValid(); block = block.next()) {
        const QList<Word> wrong = wrongIn(block);
        for (const Word &word : wrong) {
            if (word.start >= caret)
                return word;
            if (!first)
                first = word;
        }
    }
    return first;
}

void SpellChecker::goToMistake()
{
    const auto word = nextMistake();
    if (!word)
        return;
    m_edit->setFocus(Qt::ShortcutFocusReason);
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(word->start);
    cursor.setPosition(word->start + int(word->text.size()), QTextCursor::KeepAnchor);
    m_edit->setTextCursor(cursor);
    const QPoint at = m_edit->cursorRect().bottomLeft();
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, at, m_edit->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(m_edit->viewport(), &menu);
}

void SpellChecker::fillMenu(QMenu *menu, int position)
{
    const auto word = wrongAt(position);
    if (!word)
        return;
    QAction *before = menu->actions().value(0);
    auto *looking = new QAction(tr("Looking for suggestions…"), menu);
    looking->setEnabled(false);
    menu->insertAction(before, looking);
    if (m_teaches) {
        auto *teach = new QAction(tr("Add to the company dictionary"), menu);
        connect(teach, &QAction::triggered, this, [this, text = word->text] {
            ignore(text); // until the company's dictionary has come with it
            Q_EMIT taught(text);
        });
        menu->insertAction(before, teach);
    }
    auto *ignored = new QAction(tr("Ignore in this conversation"), menu);
    connect(ignored, &QAction::triggered, this, [this, text = word->text] { ignore(text); });
    menu->insertAction(before, ignored);
    menu->insertSeparator(before);
    m_spelling->suggest(word->text, looking,
                        [this, menu, looking, word = *word](const QStringList &suggestions) {
                            offer(menu, looking, word, suggestions);
                            delete looking;
                        });
}

void SpellChecker::offer(QMenu *menu, QAction *before, const Word &word,
                         const QStringList &suggestions)
{
    if (suggestions.isEmpty()) {
        auto *none = new QAction(tr("No suggestion"), menu);
        none->setEnabled(false);
        menu->insertAction(before, none);
        return;
    }
    QAction *first = nullptr;
    for (const QString &suggestion : suggestions) {
        auto *action = new QAction(QString(suggestion).replace(u'&', QStringLiteral("&&")), menu);
        QFont strong = menu->font();
        strong.setBold(true);
        action->setFont(strong);
        connect(action, &QAction::triggered, this,
                [this, word, suggestion] { replace(word, suggestion); });
        menu->insertAction(before, action);
        if (!first)
            first = action;
    }
    if (!menu->activeAction())
        menu->setActiveAction(first);
}

void SpellChecker::replace(const Word &word, const QString &by)
{
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(word.start);
    cursor.setPosition(word.start + int(word.text.size()), QTextCursor::KeepAnchor);
    if (cursor.selectedText() != word.text)
        return; // written on meanwhile
    cursor.insertText(by);
    m_edit->setTextCursor(cursor);
}

} // namespace destek::ui
