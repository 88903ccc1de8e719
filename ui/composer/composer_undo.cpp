// What was sent and is still held comes back to where it was written.
#include "models/format/words.h"
#include "ui/composer/composer.h"
#include "ui/composer/plain_edit.h"
#include "ui/kit/banner.h"

using namespace Qt::StringLiterals;

namespace destek::ui
{

void Composer::addUndoCommand()
{
    Command undo;
    undo.id = u"message.takeBack"_s;
    undo.group = CommandGroup::Message;
    undo.words = [] { return tr("Undo sending"); };
    undo.keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_G};
    undo.whyNot = [this] {
        if (!m_summary)
            return tr("Please open a conversation first.");
        return m_desk.state->held()->newest(m_summary->id).isValid()
                   ? QString()
                   : tr("Nothing here is still held back; how long messages are held is chosen in "
                        "the account menu.");
    };
    undo.run = [this] { takeBack(); };
    m_desk.commands->add(undo);
}

void Composer::takeBack()
{
    m_desk.state->held()->takeBack(m_desk.state->held()->newest(m_summary->id));
}

void Composer::onTakenBack(const net::OutgoingMessage &message)
{
    const ConversationId id = message.conversation;
    if (m_gone.contains(id))
        return;
    const bool open = m_summary && m_summary->id == id;
    if (message.content.kind != MessageKind::Text) {
        m_returned[id] << message.content;
        if (open)
            refresh();
        return;
    }
    if (open)
        setKind(Draft::Kind::Reply);
    giveBack(id, Draft::Kind::Reply, message.content.text);
    if (open) {
        m_quoteOwed = message.content.answers;
        payQuote();
        refresh();
        takeFocus();
    }
    tellDraft(id);
}

void Composer::onTooLate(ConversationId id, const ApiError &why)
{
    m_troubleOf = id;
    const bool gone = why.code == ApiErrorCode::Refused;
    m_trouble->say(
        Tone::Warn,
        gone ? tr("Too late: the message is on its way already.")
             : tr("The message was not taken back. %1").arg(words::apiErrorSentence(why)));
    if (m_summary)
        refresh();
}

} // namespace destek::ui
