#pragma once

#include "core/text/fold.h"
#include "daemon/service/field_service.h"
#include "daemon/service/note_service.h"
#include "daemon/service/own_service.h"
#include "tests/daemon/desk.h"

namespace destek::test
{

/// A desk with colleagues who have names.
struct TeamDesk : Desk {
    /// The customer they are all about, as the tests that use this name her.
    inline static const meta::Sender kCustomer{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, {}};
    Actor cagla = colleague(u"cagla"_s, {Role::Agent});
    Actor burak = colleague(u"burak"_s, {Role::Supervisor});

    Actor colleague(const QString &name, RoleSet roles, bool disabled = false)
    {
        Actor actor;
        actor.name = name;
        actor.displayName = name.toUpper();
        actor.roles = roles;
        kit().write([&](Tx &tx) -> Stored<Done> {
            UserRecord user;
            user.userName = name;
            user.displayName = actor.displayName;
            user.roles = roles;
            user.disabled = disabled;
            const auto id = tx.access().addUser(user);
            if (!id)
                return failure(id.error());
            actor.agent = *id;
            return done();
        });
        return actor;
    }
    NoteDraft note(const QString &words, const QList<AgentId> &mentions = {})
    {
        NoteDraft note;
        note.id = MessageId::create();
        note.conversation = conversation(kCustomer).id;
        note.text = words;
        note.mentions = mentions;
        return note;
    }
    Stored<Done> tries(const NoteDraft &note) { return tries(cagla, note); }
    Stored<Done> tries(const Actor &actor, const NoteDraft &note)
    {
        return kit().store().writeAndWait(
            [&](Tx &tx) { return NoteService(tx, clock()).keep(actor, note); });
    }
    MessageView shown(const MessageId &id)
    {
        return kit().read<MessageView>([&](const Tx &tx) -> Stored<MessageView> {
            const auto record = tx.messages().record(id);
            if (!record)
                return failure(record.error());
            return Views(tx, clock().now()).shown(*record);
        });
    }
    ConversationSummary summary()
    {
        const ConversationId id = conversation(kCustomer).id;
        return kit().read<ConversationSummary>(
            [&](const Tx &tx) { return Views(tx, clock().now()).summary(id); });
    }
    QList<MessageId> found(const QString &word)
    {
        return kit().read<QList<MessageId>>(
            [&](const Tx &tx) { return tx.search().find({text::matchFold(word)}, 10); });
    }
    /// Written by somebody with an account: Desk's own agent has none.
    SendCommand queues(const Actor &actor, const QString &words, Duration hold = {})
    {
        SendCommand command = text(kCustomer, words);
        command.hold = hold;
        queues(actor, command);
        return command;
    }
    void queues(const Actor &actor, const SendCommand &command)
    {
        kit().write([&](Tx &tx) -> Stored<Done> {
            const auto queued = SendService(tx, clock()).queue(actor, command);
            if (!queued || queued->refusal)
                return failure(StoreError::Failed);
            return done();
        });
    }
    Withdrawal takesBack(const Actor &actor, const MessageId &id)
    {
        Withdrawal withdrawal = Withdrawal::OnItsWay;
        kit().write([&](Tx &tx) -> Stored<Done> {
            const auto withdrawn = SendService(tx, clock()).withdraw(actor, id);
            if (!withdrawn)
                return failure(withdrawn.error());
            withdrawal = *withdrawn;
            return done();
        });
        return withdrawal;
    }
    Stored<Done> keeps(const Actor &actor, const QString &words,
                       Draft::Kind kind = Draft::Kind::Reply)
    {
        Draft draft;
        draft.conversation = conversation(kCustomer).id;
        draft.kind = kind;
        draft.text = words;
        return keeps(actor, draft);
    }
    Stored<Done> keeps(const Actor &actor, const Draft &draft)
    {
        return kit().store().writeAndWait([&](Tx &tx) -> Stored<Done> {
            const auto now = OwnService(tx, clock()).keepDraft(actor, draft);
            return now ? Stored<Done>(done()) : failure(now.error());
        });
    }
    Drafts draftsOf(const Actor &actor)
    {
        const ConversationId id = conversation(kCustomer).id;
        return kit().read<Drafts>(
            [&](const Tx &tx) { return OwnService::drafts(tx, actor.agent, id); });
    }
    Draft draftOf(const Actor &actor, Draft::Kind kind = Draft::Kind::Reply)
    {
        return draftsOf(actor).of(kind);
    }
    OwnView own(const Actor &actor)
    {
        return kit().read<OwnView>([&](const Tx &tx) { return OwnService::own(tx, actor.agent); });
    }
    std::optional<FieldProblem> keepsField(ContactId id, const QString &name, const QString &value)
    {
        std::optional<FieldProblem> problem;
        kit().write([&](Tx &tx) -> Stored<Done> {
            const auto kept = FieldService(tx, clock()).keep(cagla, id, {name, value});
            if (!kept)
                return failure(kept.error());
            problem = *kept;
            return done();
        });
        return problem;
    }
    QList<PersonField> fields(ContactId id)
    {
        return kit()
            .read<PersonView>([&](const Tx &tx) { return Views(tx, clock().now()).person(id); })
            .fields;
    }
    qint64 feed()
    {
        return kit().read<qint64>([](const Tx &tx) { return tx.feed().last(); });
    }
};

} // namespace destek::test
