#pragma once

#include "daemon/intake/webhook_reader.h"
#include "daemon/service/inbound_applier.h"
#include "daemon/service/send_service.h"
#include "daemon/service/views.h"
#include "tests/daemon/meta_says.h"
#include "tests/store/store_kit.h"

/// The daemon's use cases on a real store and vault, without ports: what Meta says goes in, what
/// would go to Meta comes out.
namespace destek::test
{

using namespace Qt::StringLiterals;

inline const QString kConfirmation = u"Talebiniz alındı."_s;

class Desk
{
public:
    Desk() : m_applier(m_kit.clock(), InboundApplier::Wording{kConfirmation})
    {
        m_kit.clock().set(Instant::fromSeconds(kNow));
    }

    static constexpr qint64 kNow = 1'795'327'200; ///< seconds; tests count from here

    StoreKit &kit() { return m_kit; }
    ManualClock &clock() { return m_kit.clock(); }
    void at(qint64 seconds) { clock().set(Instant::fromSeconds(kNow + seconds)); }

    /// A webhook, applied as the pump applies it; every event of it must be applicable.
    void arrives(const QByteArray &body)
    {
        m_kit.write([&](Tx &tx) -> Stored<Done> {
            for (const InboundEvent &event : intake::readWebhook(body)) {
                if (auto applied = tx.attempt(
                        [&](Tx &inner) { return m_applier.apply(inner, event, clock().now()); });
                    !applied)
                    return applied;
            }
            return done();
        });
    }
    /// One line of text; `second` counts from kNow.
    void says(const meta::Sender &from, const QString &wamid, qint64 second, const QString &words)
    {
        arrives(meta::says(from, wamid, kNow + second, words));
    }

    std::optional<ContactId> find(IdentityKind kind, const QString &value)
    {
        return m_kit.read<std::optional<ContactId>>([&](const Tx &tx) {
            return tx.contacts().find({kind, value});
        });
    }
    /// Who this sender is now; fails the run if nobody.
    ContactId who(const meta::Sender &from)
    {
        const auto contact = from.bsuid.isEmpty() ? find(IdentityKind::Phone, from.phone)
                                                  : find(IdentityKind::Bsuid, from.bsuid);
        if (!contact)
            qFatal("nobody is known by that identity");
        return *contact;
    }
    ContactRecord person(ContactId id)
    {
        return m_kit.read<ContactRecord>([&](const Tx &tx) { return tx.contacts().record(id); });
    }
    ContactRecord person(const meta::Sender &from) { return person(who(from)); }
    QList<Identity> identities(ContactId id)
    {
        return m_kit.read<QList<Identity>>(
            [&](const Tx &tx) { return tx.contacts().identities(id); });
    }
    QList<ConversationRecord> conversations(ContactId id)
    {
        return m_kit.read<QList<ConversationRecord>>(
            [&](const Tx &tx) { return tx.conversations().ofContact(id); });
    }
    ConversationRecord conversation(const meta::Sender &from)
    {
        const auto all = conversations(who(from));
        if (all.size() != 1)
            qFatal("%d conversations instead of one", int(all.size()));
        return all.first();
    }
    QList<MessageRecord> thread(const meta::Sender &from)
    {
        QList<MessageRecord> all;
        for (const ConversationRecord &record : conversations(who(from)))
            all += m_kit.read<QList<MessageRecord>>(
                [&](const Tx &tx) { return tx.messages().after(record.id, {}, 1000); });
        return all;
    }
    MessageRecord message(const MessageId &id)
    {
        return m_kit.read<MessageRecord>([&](const Tx &tx) { return tx.messages().record(id); });
    }
    QList<AuditLine> audit(const QString &action)
    {
        AuditFilter filter;
        filter.action = action;
        return m_kit.read<AuditPage>([&](const Tx &tx) { return tx.audit().page(filter, {}, 500); })
            .lines;
    }
    SendAllowance allowance(const meta::Sender &from)
    {
        const ConversationId id = conversation(from).id;
        return m_kit
            .read<ConversationSummary>(
                [&](const Tx &tx) { return Views(tx, clock().now()).summary(id); })
            .allowance;
    }

    QueuedMessage queue(const SendCommand &command)
    {
        QueuedMessage queued;
        m_kit.write([&](Tx &tx) -> Stored<Done> {
            const auto answer = SendService(tx, clock()).queue(agent(), command);
            if (!answer)
                return failure(answer.error());
            queued = *answer;
            return done();
        });
        return queued;
    }
    SendCommand text(const meta::Sender &to, const QString &words)
    {
        SendCommand command;
        command.id = MessageId::create();
        command.conversation = conversation(to).id;
        command.content.text = words;
        return command;
    }
    QList<OutboundRequest> claim(int limit = 16)
    {
        QList<OutboundRequest> requests;
        m_kit.write([&](Tx &tx) -> Stored<Done> {
            const auto claimed = SendService(tx, clock()).claim(limit);
            if (!claimed)
                return failure(claimed.error());
            requests = *claimed;
            return done();
        });
        return requests;
    }
    /// The words of a request, if it is a text.
    static QString words(const OutboundRequest &request)
    {
        return request.message.value(u"text"_s).toObject().value(u"body"_s).toString();
    }
    void settle(const OutboundRequest &request, const SendAnswer &answer)
    {
        m_kit.write([&](Tx &tx) { return SendService(tx, clock()).settle(request, answer); });
    }
    /// Queued, claimed and accepted by Meta under `wamid`.
    MessageId sends(const meta::Sender &to, const QString &words, const QString &wamid)
    {
        const SendCommand command = text(to, words);
        if (queue(command).refusal)
            qFatal("refused");
        for (const OutboundRequest &request : claim())
            settle(request, accepted(wamid));
        return command.id;
    }

    static SendAnswer accepted(const QString &wamid)
    {
        SendAnswer answer;
        answer.outcome = AttemptOutcome::Accepted;
        answer.wamid = wamid;
        answer.httpStatus = 200;
        return answer;
    }
    static SendAnswer refused(int code, AttemptOutcome outcome = AttemptOutcome::Rejected,
                              Duration retryAfter = Duration(0))
    {
        SendAnswer answer;
        answer.outcome = outcome;
        answer.httpStatus = 400;
        answer.code = code;
        answer.retryAfter = retryAfter;
        return answer;
    }
    static Actor agent()
    {
        Actor actor;
        actor.name = u"cagla"_s;
        actor.roles = {Role::Agent};
        return actor;
    }

    void addTemplate(const QString &name, const QString &category,
                     const QString &status = u"APPROVED"_s)
    {
        TemplateRecord record;
        record.name = name;
        record.language = u"tr"_s;
        record.category = category;
        record.status = status;
        record.body = u"Siparişiniz {{1}} yolda."_s;
        record.variables = {u"1"_s};
        m_templates << record;
        m_kit.write([&](Tx &tx) { return tx.templates().replaceAll(m_templates); });
    }
    SendCommand chosen(const meta::Sender &to, const QString &name)
    {
        SendCommand command = text(to, {});
        command.content.kind = MessageKind::Template;
        command.content.templateName = name;
        command.content.templateLanguage = u"tr"_s;
        command.content.values.body = QStringList{u"12"_s};
        return command;
    }

private:
    StoreKit m_kit;
    InboundApplier m_applier;
    QList<TemplateRecord> m_templates;
};

} // namespace destek::test
