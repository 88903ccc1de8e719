#include "daemon/service/send_service.h"

#include "core/policy/template_values.h"
#include "daemon/service/conversation_state.h"
#include "daemon/service/meta_json.h"
#include "daemon/service/own_service.h"
#include "daemon/service/template_grammar.h"
#include "daemon/service/template_text.h"
#include "daemon/service/thread_lines.h"
#include "daemon/service/work_flow.h"

#include <QJsonDocument>

namespace destek::daemon
{

namespace
{

SendWish::Kind kindOf(const MessageRecord &message)
{
    if (message.isOptOutConfirmation)
        return SendWish::Kind::OptOutConfirmation;
    if (message.kind == MessageKind::Template)
        return SendWish::Kind::Template;
    return message.kind == MessageKind::Text ? SendWish::Kind::FreeText : SendWish::Kind::FreeForm;
}

/// What stands in the thread and in the inbox, and what search finds.
QString shownText(const OutboundContent &content, const MetaFacts &facts)
{
    switch (content.kind) {
    case MessageKind::Template:
        return renderTemplate(facts.chosen.body, facts.chosen.variables, content.values.body);
    case MessageKind::Document:
        return content.text.isEmpty() ? facts.fileNames.value(content.upload) : content.text;
    case MessageKind::Location:
        return content.location ? content.location->name : QString();
    case MessageKind::Contacts: {
        QStringList names;
        for (const ContactCard &card : content.contacts)
            names << card.name;
        return names.join(QStringLiteral(", "));
    }
    default:
        return content.text;
    }
}

/// Text alone needs no JSON of its own: it is made from the text.
QByteArray keptJson(const OutboundContent &content, const MetaFacts &facts)
{
    if (content.kind == MessageKind::Text && facts.target.isEmpty())
        return {};
    return QJsonDocument(metaJson(content, facts)).toJson(QJsonDocument::Compact);
}

} // namespace

std::optional<Identity> SendService::recipientOf(const QList<Identity> &identities)
{
    for (IdentityKind kind :
         {IdentityKind::Phone, IdentityKind::Bsuid, IdentityKind::ParentBsuid}) {
        for (const Identity &identity : identities) {
            if (identity.kind == kind)
                return identity;
        }
    }
    return std::nullopt;
}

Stored<SendFacts> SendService::facts(const Tx &tx, const ConversationRecord &conversation,
                                     Instant now)
{
    const auto person = tx.contacts().record(conversation.contact);
    if (!person)
        return failure(person.error());
    const auto identities = tx.contacts().identities(conversation.contact);
    if (!identities)
        return failure(identities.error());
    SendFacts facts;
    facts.now = now;
    facts.lastInboundAt = conversation.lastInboundAt;
    facts.lastQuestionAt = conversation.lastQuestionAt;
    facts.standing = person->standing;
    facts.optedOutAt = person->optedOutAt;
    facts.confirmationSent = person->confirmationSent;
    facts.hasRecipient = recipientOf(*identities).has_value();
    facts.standby = conversation.standby;
    return facts;
}

Stored<QueuedMessage> SendService::queue(const Actor &actor, const SendCommand &command)
{
    QueuedMessage answer;
    answer.id = command.id;
    if (std::as_const(m_tx).messages().record(command.id)) {
        answer.alreadyThere = true;
        return answer;
    }
    const auto conversation = std::as_const(m_tx).conversations().record(command.conversation);
    if (!conversation) {
        if (conversation.error() != StoreError::NotFound)
            return failure(conversation.error());
        answer.refusal = SendRefusal::ConversationUnknown;
        return answer;
    }
    MessageRecord draft = draftOf(actor, command, *conversation);
    MetaFacts meta;
    const auto refusal = whyNotQueued(draft, command.content, *conversation, meta);
    if (!refusal)
        return failure(refusal.error());
    answer.refusal = *refusal;
    answer.problem = problemOf(command.content);
    if (answer.refusal) {
        if (auto audited =
                audit(actor, AuditAction::MessageRefused, draft, wireName(*answer.refusal));
            !audited)
            return failure(audited.error());
        return answer;
    }
    draft.text = shownText(command.content, meta);
    draft.raw = keptJson(command.content, meta);
    if (draft.kind == MessageKind::Reaction)
        draft.target = meta.target;
    if (auto inserted = insertOwn(m_tx, *conversation, draft); !inserted)
        return failure(inserted.error());
    if (draft.kind != MessageKind::Reaction) { // a thumb is no answer yet
        ConversationRecord shared = *conversation;
        if (auto noted = WorkFlow(m_tx, m_clock).answered(shared, draft.author); !noted)
            return failure(noted.error());
    }
    if (auto audited = audit(actor, AuditAction::MessageQueued, draft, wireName(draft.purpose));
        !audited)
        return failure(audited.error());
    if (auto told = changed(draft); !told)
        return failure(told.error());
    if (auto taken = takeFiles(draft); !taken)
        return failure(taken.error());
    if (draft.kind == MessageKind::Text) {
        const auto drafts =
            OwnService(m_tx, m_clock).draftSent(actor, draft.conversation, command.content.text);
        if (!drafts)
            return failure(drafts.error());
        answer.drafts = *drafts;
    }
    return answer;
}

MessageRecord SendService::draftOf(const Actor &actor, const SendCommand &command,
                                   const ConversationRecord &conversation) const
{
    MessageRecord message;
    message.id = command.id;
    message.conversation = conversation.id;
    message.contact = conversation.contact;
    message.direction = Direction::Outbound;
    message.kind = command.content.kind;
    message.state = SendState::Queued;
    message.purpose = command.purpose;
    message.text = command.content.text;
    message.templateName = command.content.templateName;
    message.templateLanguage = command.content.templateLanguage;
    message.variables = command.content.values.body;
    message.author = actor.agent;
    message.authorName = shownName(actor);
    message.at = m_clock.now();
    message.receivedAt = message.at;
    message.appliedAt = message.at;
    if (command.hold > Duration(0))
        message.notBefore = message.at + command.hold;
    return message;
}

/// Policy first: what is refused for the person's sake needs no other reason.
Stored<std::optional<SendRefusal>> SendService::whyNotQueued(const MessageRecord &draft,
                                                             const OutboundContent &content,
                                                             const ConversationRecord &conversation,
                                                             MetaFacts &meta)
{
    const auto known = facts(m_tx, conversation, m_clock.now());
    if (!known)
        return failure(known.error());
    const auto wish = wishOf(draft);
    if (!wish)
        return failure(wish.error());
    if (const auto refusal = whyNot(*known, *wish))
        return std::optional(*refusal);
    if (isHeldByOther(conversation.work, draft.author, m_clock.now()))
        return std::optional(SendRefusal::HeldByColleague); // nobody is answered twice
    if (problemOf(content))
        return std::optional(content.kind == MessageKind::Reaction
                                 ? SendRefusal::TargetGone
                                 : SendRefusal::ContentNotAllowed);
    if (content.kind == MessageKind::Template) {
        const auto chosen =
            std::as_const(m_tx).templates().find(content.templateName, content.templateLanguage);
        if (!chosen || !*chosen)
            return std::optional(SendRefusal::TemplateUnknown);
        meta.chosen = templateView(**chosen);
        if (const auto refusal = whyNotValues(meta.chosen, content.values))
            return std::optional(*refusal);
    }
    if (content.answers.isValid()) {
        const auto target = targetOf(content, conversation);
        if (!target)
            return failure(target.error());
        if (target->isEmpty())
            return std::optional(SendRefusal::TargetGone);
        meta.target = *target;
    }
    return whyNotFiles(content, meta, conversation);
}

/// Empty: not there, not at WhatsApp (yet), or too old to react to.
Stored<QString> SendService::targetOf(const OutboundContent &content,
                                      const ConversationRecord &conversation)
{
    const auto target = std::as_const(m_tx).messages().record(content.answers);
    if (!target && target.error() != StoreError::NotFound && target.error() != StoreError::Sealed)
        return failure(target.error());
    if (!target || target->conversation != conversation.id || target->direction == Direction::Event)
        return QString();
    const bool reacts = content.kind == MessageKind::Reaction;
    if (reacts &&
        (target->kind == MessageKind::Reaction || m_clock.now() - target->at > kReactionAge))
        return QString();
    return target->wamid;
}

Stored<SendWish> SendService::wishOf(const MessageRecord &message)
{
    SendWish wish;
    wish.kind = kindOf(message);
    wish.text = message.text;
    wish.variables = message.variables;
    if (wish.kind == SendWish::Kind::Template) {
        const auto found =
            std::as_const(m_tx).templates().find(message.templateName, message.templateLanguage);
        if (!found)
            return failure(found.error());
        if (*found)
            wish.chosen = TemplateFacts{(*found)->category, (*found)->status,
                                        int((*found)->variables.size()), (*found)->frozen};
    }
    return wish;
}

Stored<std::optional<SendRefusal>> SendService::decide(const Actor &actor, const MessageId &id,
                                                       bool resend)
{
    auto message = std::as_const(m_tx).messages().record(id);
    if (!message)
        return failure(message.error());
    const bool open = message->state == SendState::Unknown || message->state == SendState::Failed;
    const bool ours = message->direction == Direction::Outbound &&
                      message->provenance == Provenance::Cloud; // not from a phone or imported
    if (!ours || !open)
        return std::optional(SendRefusal::NotPermitted);
    if (resend) {
        const auto conversation = std::as_const(m_tx).conversations().record(message->conversation);
        if (!conversation)
            return failure(conversation.error());
        const auto known = facts(m_tx, *conversation, m_clock.now());
        if (!known)
            return failure(known.error());
        const auto wish = wishOf(*message);
        if (!wish)
            return failure(wish.error());
        if (const auto refusal = whyNot(*known, *wish))
            return std::optional(*refusal);
        if (isHeldByOther(conversation->work, actor.agent, m_clock.now()))
            return std::optional(SendRefusal::HeldByColleague);
    }
    message->state = resend ? SendState::Queued : SendState::Abandoned;
    message->notBefore = Instant();
    message->errorCode = resend ? 0 : message->errorCode;
    if (auto updated = m_tx.messages().updateState(*message); !updated)
        return failure(updated.error());
    if (auto audited = audit(actor, AuditAction::UnknownOutcomeDecided, *message,
                             resend ? QStringLiteral("resend") : QStringLiteral("abandon"));
        !audited)
        return failure(audited.error());
    if (auto fed = changed(*message); !fed)
        return failure(fed.error());
    return std::optional<SendRefusal>();
}

Stored<Done> SendService::changed(const MessageRecord &message)
{
    const auto target = std::as_const(m_tx).messages().linkTarget(message.id);
    if (!target)
        return failure(target.error());
    if (*target) { // a reaction is shown with what it is about
        if (auto fed = m_tx.feed().messageChanged(message.conversation, **target); !fed)
            return failure(fed.error());
    }
    if (auto fed = m_tx.feed().messageChanged(message.conversation, message.id); !fed)
        return failure(fed.error());
    if (auto fed = m_tx.feed().conversationChanged(message.conversation); !fed)
        return failure(fed.error());
    return done();
}

Stored<Done> SendService::audit(const Actor &actor, AuditAction action,
                                const MessageRecord &message, const QString &result,
                                const QString &reason)
{
    AuditDraft draft;
    draft.at = m_clock.now();
    draft.actor = actor;
    draft.action = action;
    draft.contact = message.contact;
    draft.object = QStringLiteral("message ") + message.id.toString();
    draft.result = result;
    draft.reason = reason;
    if (auto appended = m_tx.audit().append(draft); !appended)
        return failure(appended.error());
    return done();
}

} // namespace destek::daemon
