// What leaves the composer, and what comes back.
#include "ui/composer/composer.h"

#include "core/policy/content_limits.h"
#include "models/format/words.h"
#include "ui/composer/attachment_tray.h"
#include "ui/composer/plain_edit.h"
#include "ui/composer/quote_bar.h"
#include "ui/composer/reaction_picker.h"
#include "ui/composer/template_picker.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"

namespace destek::ui
{

// --- quotes and reactions --------------------------------------------------------------------

void Composer::quote(const MessageView &message)
{
    if (!m_summary || message.conversation != m_summary->id || !message.id.isValid() ||
        message.direction == Direction::Event || !mayCompose())
        return;
    setKind(Draft::Kind::Reply);
    m_quotes.insert(m_summary->id, message);
    m_templatesAsked = false;
    showQuote();
    tellDraft(m_summary->id);
    refresh();
    m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::showQuote()
{
    const auto quoted = m_quotes.constFind(m_summary->id);
    if (isNote() || quoted == m_quotes.constEnd())
        m_quote->clear();
    else
        m_quote->show(*quoted, words::personWords(*m_summary));
}

void Composer::dropQuote()
{
    m_quoteOwed = {};
    m_quote->clear();
    if (m_summary && m_quotes.remove(m_summary->id) > 0)
        tellDraft(m_summary->id);
}

void Composer::onEscape()
{
    if (m_draftAsked)
        return openTemplates();
    if (m_quote->quoted().isValid())
        dropQuote();
}

void Composer::react(const MessageView &message, QPoint at)
{
    if (!m_summary || message.conversation != m_summary->id ||
        message.direction == Direction::Event || !mayCompose())
        return;
    QString present;
    for (const ReactionView &reaction : message.content.reactions) {
        if (reaction.fromUs)
            present = reaction.emoji;
    }
    auto *picker = new ReactionPicker(*m_desk.theme, present, this);
    connect(picker, &ReactionPicker::chosen, this,
            [this, conversation = m_summary->id, id = message.id](const QString &emoji) {
                if (!m_summary || m_summary->id != conversation || !mayCompose())
                    return;
                OutboundContent content;
                content.kind = MessageKind::Reaction;
                content.text = emoji;
                content.answers = id;
                sendPiece(content);
            });
    picker->popUp(at);
}

// --- sending ---------------------------------------------------------------------------------

void Composer::send()
{
    if (!m_summary || !m_send->isEnabled())
        return;
    if (isNote())
        return saveNote();
    MessageId answers = m_quote->quoted();
    if (!m_edit->toPlainText().trimmed().isEmpty()) {
        if (!sendText(std::exchange(answers, {})))
            return sayFull();
    }
    m_files.sendAll(m_summary->id, answers);
    dropQuote();
    saySent();
}

bool Composer::sendText(MessageId answers)
{
    OutboundContent content;
    content.text = m_edit->toPlainText();
    content.answers = answers;
    if (!m_desk.state->send(m_summary->id, content).isValid())
        return false;
    setText({});
    m_drafts.remove(m_summary->id);
    tellDraft(m_summary->id);
    m_desk.state->drafts()->keepNow(m_summary->id);
    return true;
}

void Composer::sendPiece(const OutboundContent &content, const QString &shownText)
{
    if (!m_summary)
        return;
    OutboundContent whole = content;
    const bool quotes = whole.kind != MessageKind::Reaction && whole.kind != MessageKind::Template;
    if (quotes)
        whole.answers = m_quote->quoted();
    if (!m_desk.state->send(m_summary->id, whole, shownText).isValid()) {
        m_returned[m_summary->id] << whole;
        return sayFull();
    }
    if (quotes)
        dropQuote();
    saySent();
}

void Composer::sendReturned()
{
    if (!m_summary)
        return;
    const QList<OutboundContent> kept = m_returned.take(m_summary->id);
    saySent();
    for (qsizetype i = 0; i < kept.size(); ++i) {
        if (m_desk.state->send(m_summary->id, kept.at(i)).isValid())
            continue;
        m_returned[m_summary->id] = kept.mid(i);
        return sayFull();
    }
}

/// Several conversations may have something that came back; each says its own.
void Composer::sayReturned()
{
    const bool kept = !m_returned.value(m_summary->id).isEmpty();
    if (kept && m_troubleOf != m_summary->id) {
        m_troubleOf = m_summary->id;
        m_trouble->say(Tone::Bad, tr("Something you wrote was not sent and is kept here."));
    }
    m_trouble->setVisible(m_troubleOf.isValid() && m_troubleOf == m_summary->id);
    m_again->setVisible(kept);
    m_again->setEnabled(mayCompose() || mayUseTemplates());
    m_discard->setVisible(kept);
}

void Composer::saySent()
{
    m_troubleOf = {};
    m_trouble->hide();
    countText();
}

void Composer::sayFull()
{
    m_troubleOf = m_summary->id;
    m_trouble->say(Tone::Bad,
                   tr("Not sent: too many messages are waiting already. What you wrote is kept "
                      "here; please try again when the connection is back."));
    refresh();
}

/// What was filled in stands in its fields again; only the file has to be chosen anew.
void Composer::bringBack()
{
    const auto found = m_unfinished.constFind(m_summary->id);
    if (found == m_unfinished.constEnd())
        return;
    m_picker->bringBack(*found);
    m_unfinished.erase(found);
    m_templatesAsked = true;
}

void Composer::onReturned(const net::OutgoingMessage &message, const ApiError &why)
{
    if (message.content.upload.isValid() && message.content.kind != MessageKind::Template)
        return; // the file's card says it
    const ConversationId id = message.conversation;
    const bool plain = message.content.kind == MessageKind::Text;
    if (plain) {
        giveBack(id, Draft::Kind::Reply, message.content.text);
        tellDraft(id);
    } else {
        OutboundContent kept = message.content;
        if (why.refusal == SendRefusal::TargetGone)
            kept.answers = {};
        // A reaction to what is gone, or a file that is gone, will not go a second time either.
        const bool fileGone = why.refusal == SendRefusal::FileGone;
        if (fileGone && kept.kind == MessageKind::Template)
            m_unfinished.insert(id, kept);
        else if (!fileGone && !problemOf(kept).has_value())
            m_returned[id] << kept;
    }
    if (m_summary && m_summary->id == id)
        bringBack();
    m_troubleOf = id;
    const QString reason = words::apiErrorSentence(why);
    m_trouble->say(Tone::Bad, plain ? tr("Not sent. %1 Your text is back in the field.").arg(reason)
                                    : tr("Not sent. %1").arg(reason));
    refresh();
}

} // namespace destek::ui
