#pragma once

#include "daemon/service/presence_board.h"
#include "daemon/service/work_flow.h"
#include "daemon/service/work_service.h"
#include "tests/daemon/desk.h"

namespace destek::test
{

/// A desk with several colleagues at it: who is here decides who gets what comes in.
class Shift : public Desk
{
public:
    const meta::Sender elif{u"905320000000"_s, u"TR.84771"_s, u"Elif"_s, {}};
    const meta::Sender zeynep{u"905320000001"_s, u"TR.84772"_s, u"Zeynep"_s, {}};
    const Actor ayse = colleague(u"Ayşe"_s, {Role::Agent});
    const Actor mehmet = colleague(u"Mehmet"_s, {Role::Agent});
    const Actor boss = colleague(u"Nur"_s, {Role::Supervisor});

    Shift()
        : m_board(clock()), m_applier(clock(), InboundApplier::Wording{kConfirmation}, {}, &m_board)
    {
    }

    PresenceBoard &board() { return m_board; }

    Actor colleague(const QString &name, RoleSet roles)
    {
        Actor actor;
        actor.name = name;
        actor.displayName = name;
        actor.roles = roles;
        actor.device = DeviceId(1);
        kit().write([&](Tx &tx) -> Stored<Done> {
            UserRecord user;
            user.userName = name;
            user.displayName = name;
            user.roles = roles;
            const auto id = tx.access().addUser(user);
            if (!id)
                return failure(id.error());
            actor.agent = *id;
            return done();
        });
        return actor;
    }

    /// What Meta says, applied with the board: somebody may be found for it.
    void comes(const QByteArray &body)
    {
        kit().write([&](Tx &tx) -> Stored<Done> {
            for (const InboundEvent &event : intake::readWebhook(body)) {
                if (auto applied = m_applier.apply(tx, event, clock().now()); !applied)
                    return applied;
            }
            return done();
        });
    }
    /// `second` counts from kNow.
    void writes(const meta::Sender &from, const QString &wamid, qint64 second,
                const QString &words = u"Siparişim nerede?"_s)
    {
        comes(meta::says(from, wamid, kNow + second, words));
    }

    QList<WorkOutcome> act(const Actor &actor, const QList<ConversationId> &ids, const WorkAct &act)
    {
        QList<WorkOutcome> outcomes;
        kit().write([&](Tx &tx) -> Stored<Done> {
            const auto answer = WorkService(tx, clock()).act(actor, ids, act);
            if (!answer)
                return failure(answer.error());
            outcomes = *answer;
            return done();
        });
        return outcomes;
    }
    std::optional<WorkRefusal> act(const Actor &actor, const meta::Sender &with, const WorkAct &one)
    {
        return act(actor, {conversation(with).id}, one).first().refusal;
    }
    std::optional<WorkRefusal> act(const Actor &actor, const meta::Sender &with, WorkAct::Kind kind)
    {
        return act(actor, with, wanted(kind));
    }
    static WorkAct wanted(WorkAct::Kind kind)
    {
        WorkAct act;
        act.kind = kind;
        return act;
    }
    WorkAct snooze(Duration span)
    {
        WorkAct act = wanted(WorkAct::Kind::Snooze);
        act.until = clock().now() + span;
        return act;
    }
    WorkState work(const meta::Sender &of) { return conversation(of).work; }

    QueuedMessage sendsAs(const Actor &actor, const SendCommand &command)
    {
        QueuedMessage queued;
        kit().write([&](Tx &tx) -> Stored<Done> {
            const auto answer = SendService(tx, clock()).queue(actor, command);
            if (!answer)
                return failure(answer.error());
            queued = *answer;
            return done();
        });
        return queued;
    }
    std::optional<SendRefusal> answers(const Actor &actor, const meta::Sender &to)
    {
        return sendsAs(actor, text(to, u"Buyurun"_s)).refusal;
    }

    /// Our own lines in a thread: "what|by whom|text".
    QStringList lines(const meta::Sender &of)
    {
        QStringList all;
        for (const MessageRecord &message : thread(of)) {
            if (message.direction != Direction::Event)
                continue;
            const QString what =
                message.kind == MessageKind::Note ? u"note"_s : QString(wireName(message.event));
            all << what + u'|' + message.authorName + u'|' + message.text;
        }
        return all;
    }
    ConversationSummary summary(const meta::Sender &of)
    {
        const ConversationId id = conversation(of).id;
        return kit().read<ConversationSummary>(
            [&](const Tx &tx) { return Views(tx, clock().now()).summary(id); });
    }
    QList<Change> changesAfter(qint64 seq)
    {
        return kit().read<QList<Change>>([&](const Tx &tx) { return tx.feed().after(seq, 1000); });
    }
    qint64 lastChange()
    {
        return kit().read<qint64>([](const Tx &tx) { return tx.feed().last(); });
    }
    int wakeDue()
    {
        return flow([](WorkFlow flow) { return flow.wakeDue(100); }, &m_board);
    }
    int handOut()
    {
        int count = 0;
        kit().write([&](Tx &tx) -> Stored<Done> {
            const auto answer = WorkFlow(tx, clock(), &m_board).handOut(100);
            if (!answer)
                return failure(answer.error());
            count = answer->given;
            return done();
        });
        return count;
    }
    int resolveQuiet()
    {
        return flow([](WorkFlow flow) { return flow.resolveQuiet(100); });
    }
    void assignAutomatically(int capacity)
    {
        kit().write([&](Tx &tx) {
            AssignmentRule rule;
            rule.automatic = true;
            rule.capacity = capacity;
            return setAssignmentRule(tx, rule);
        });
    }

private:
    int flow(const std::function<Stored<int>(WorkFlow)> &step, const PresenceBoard *board = nullptr)
    {
        int count = 0;
        kit().write([&](Tx &tx) -> Stored<Done> {
            const auto answer = step(WorkFlow(tx, clock(), board));
            if (!answer)
                return failure(answer.error());
            count = *answer;
            return done();
        });
        return count;
    }

    PresenceBoard m_board;
    InboundApplier m_applier;
};

} // namespace destek::test
