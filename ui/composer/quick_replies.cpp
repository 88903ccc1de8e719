#include "ui/composer/quick_replies.h"

#include "ui/composer/plain_edit.h"
#include "ui/team/quick_reply_dialog.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::ui
{

QuickReplies::QuickReplies(const Desk &desk, PlainEdit *edit, std::function<QString()> whyNot,
                           QObject *parent)
    : QObject(parent), m_desk(desk), m_edit(edit), m_whyNot(std::move(whyNot))
{
    edit->installEventFilter(this);
    connect(edit, &QPlainTextEdit::textChanged, this, &QuickReplies::onTyped);
    connect(edit, &QPlainTextEdit::cursorPositionChanged, this, &QuickReplies::onMoved);
}

void QuickReplies::show(const std::optional<ConversationSummary> &summary)
{
    const bool same = summary && m_summary && summary->id == m_summary->id;
    m_summary = summary;
    if (same)
        return;
    close();
    m_fields.reset();
    m_asked = false;
    m_waiting.reset();
    m_dismissed = slashWord().has_value(); // what a draft brings back was not typed just now
}

QString QuickReplies::whyNotSend(const QString &text)
{
    const QList<text::FillIn> open = text::fillIns(text);
    if (open.isEmpty())
        return {};
    const text::FillIn &first = open.first();
    return tr("Please fill in first: %1")
        .arg(first.argument.isEmpty() ? text.mid(first.start, first.length) : first.argument);
}

std::optional<QuickReplies::Word> QuickReplies::slashWord() const
{
    const QTextCursor cursor = m_edit->textCursor();
    if (cursor.hasSelection())
        return std::nullopt;
    const QString before = cursor.block().text().first(cursor.positionInBlock());
    if (!before.startsWith(u'/'))
        return std::nullopt;
    const QString typed = before.sliced(1);
    const bool word = std::all_of(typed.begin(), typed.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c == u'-';
    });
    return word ? std::optional(Word{cursor.block().position(), typed}) : std::nullopt;
}

models::FillValues QuickReplies::values() const
{
    models::FillValues values;
    if (m_summary)
        values.personName = m_summary->name;
    values.agentName = m_desk.state->agent().displayName;
    values.business = m_desk.state->organisation();
    values.fields = m_fields.value_or(QList<PersonField>());
    return values;
}

// --- opening and closing ---------------------------------------------------------------------

void QuickReplies::onTyped()
{
    const auto word = slashWord();
    if (!word) {
        m_dismissed = false;
        return;
    }
    if (isOpen())
        return m_list->setTyped(word->typed);
    if (!m_dismissed && m_edit->hasFocus() && m_whyNot().isEmpty())
        open(false);
}

void QuickReplies::onMoved()
{
    if (isOpen() && !m_list->hasSearch() && !slashWord())
        close();
}

void QuickReplies::openUp()
{
    if (!m_whyNot().isEmpty())
        return;
    m_edit->setFocus(Qt::ShortcutFocusReason);
    open(!slashWord().has_value());
}

void QuickReplies::open(bool search)
{
    if (!m_list || m_list->parentWidget() != m_edit->window()) {
        delete m_list.data();
        m_list = new QuickReplyList(*m_desk.theme, m_desk.state->team(), m_edit->window());
        connect(m_list, &QuickReplyList::chosen, this, &QuickReplies::take);
        connect(m_list, &QuickReplyList::makeRequested, this, &QuickReplies::make);
        connect(m_list, &QuickReplyList::left, this, &QuickReplies::leave);
    }
    QRect caret = m_edit->cursorRect();
    caret.moveTopLeft(m_edit->viewport()->mapTo(m_edit->window(), caret.topLeft()));
    m_list->setKey(m_desk.commands->pressWords(QStringLiteral("message.quickReplies")));
    m_list->setMayMake(m_desk.state->may(Permission::ManageTeam));
    m_list->setValues(values());
    m_list->openUp(caret, search);
    if (const auto word = slashWord(); word && !search)
        m_list->setTyped(word->typed);
    askForFields();
}

void QuickReplies::close()
{
    if (isOpen())
        m_list->close();
}

/// What was typed stays, as what it is.
void QuickReplies::leave()
{
    const bool searched = isOpen() && m_list->hasSearch();
    close();
    m_dismissed = slashWord().has_value();
    if (searched)
        m_edit->setFocus(Qt::OtherFocusReason);
}

bool QuickReplies::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || !isOpen())
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        const auto why = static_cast<QFocusEvent *>(event)->reason();
        if (!m_list->hasSearch() && why != Qt::ActiveWindowFocusReason)
            close();
    } else if (event->type() == QEvent::KeyPress && !m_list->hasSearch()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & ~Qt::KeypadModifier) && m_list->takeKey(key->key()))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

// --- inserting -------------------------------------------------------------------------------

/// Asked once per conversation, and only if a quick reply wants to know.
void QuickReplies::askForFields()
{
    const auto &replies = m_desk.state->team()->view().quickReplies;
    const bool wanted = std::any_of(replies.begin(), replies.end(), [](const QuickReply &reply) {
        return reply.text.contains("{field:"_L1);
    });
    if (!wanted || m_asked || !m_summary)
        return;
    m_asked = true;
    m_desk.persons->person(
        m_summary->contact,
        {this, [this, contact = m_summary->contact](const net::Answer<PersonView> &answer) {
             if (!m_summary || m_summary->contact != contact)
                 return; // another person is open by now
             m_fields = answer ? answer->fields : QList<PersonField>();
             m_asked = bool(answer);
             if (isOpen())
                 m_list->setValues(values());
             if (const auto reply = std::exchange(m_waiting, std::nullopt))
                 insert(*reply);
         }});
}

void QuickReplies::take(const QuickReply &reply)
{
    const bool wantsFields = reply.text.contains("{field:"_L1);
    if (wantsFields && !m_fields && m_asked)
        m_waiting = reply; // a moment; nothing is left out because it came late
    else
        insert(reply);
}

/// In one step, so that Ctrl+Z takes it back; never over what stands there.
void QuickReplies::insert(const QuickReply &reply)
{
    const bool typed = m_list && !m_list->hasSearch();
    close();
    m_edit->setFocus(Qt::OtherFocusReason);
    if (!m_whyNot().isEmpty())
        return;
    const text::FilledText filled = models::filledReply(reply.text, values());
    QTextCursor cursor = m_edit->textCursor();
    const auto word = typed ? slashWord() : std::nullopt;
    cursor.beginEditBlock();
    if (word) {
        cursor.setPosition(word->start);
        cursor.setPosition(word->start + 1 + int(word->typed.size()), QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
    } else {
        cursor.setPosition(cursor.selectionEnd());
    }
    const QChar before = m_edit->document()->characterAt(cursor.position() - 1);
    if (cursor.positionInBlock() > 0 && !before.isSpace())
        cursor.insertText(u" "_s);
    const int start = cursor.position();
    cursor.insertText(filled.text);
    if (!cursor.atBlockEnd() && !m_edit->document()->characterAt(cursor.position()).isSpace()) {
        cursor.insertText(u" "_s);
        cursor.movePosition(QTextCursor::Left);
    }
    cursor.endEditBlock();
    if (!filled.open.isEmpty()) { // typing replaces it
        const text::FillIn &first = filled.open.first();
        cursor.setPosition(start + int(first.start));
        cursor.setPosition(start + int(first.start + first.length), QTextCursor::KeepAnchor);
    }
    m_edit->setTextCursor(cursor);
    m_edit->ensureCursorVisible();
}

void QuickReplies::make()
{
    leave();
    auto *dialog = new QuickReplyDialog(m_desk, QuickReply(), m_edit->window());
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    connect(dialog, &QuickReplyDialog::kept, this,
            [this] { m_desk.state->team()->load(m_desk.state->agent().id); });
    dialog->open();
}

} // namespace destek::ui
