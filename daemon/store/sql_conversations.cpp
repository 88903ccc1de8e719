#include "daemon/store/sql_conversations.h"

#include "daemon/store/statement.h"

#include <algorithm>
#include <limits>

namespace destek::daemon
{

namespace
{

/// "3,1": what group_concat() makes of them, in no order.
QList<LabelId> labelsOf(const QString &list)
{
    QList<LabelId> labels;
    const auto parts = QStringView(list).split(u',', Qt::SkipEmptyParts);
    for (const QStringView part : parts)
        labels << LabelId(part.toLongLong());
    std::sort(labels.begin(), labels.end());
    return labels;
}

ConversationRecord recordFrom(const Row &row)
{
    ConversationRecord record;
    record.id = row.id<ConversationId>(0);
    record.contact = row.id<ContactId>(1);
    record.phoneNumberId = row.text(2);
    record.businessNumber = row.text(3);
    record.lastInboundAt = row.maybeInstant(4);
    record.lastQuestionAt = row.maybeInstant(5);
    record.waiting = row.count(6);
    record.waitingSince = row.maybeInstant(7);
    record.optOutQuestion = row.flag(8);
    record.lastAt = row.instant(9);
    record.lastMessage = row.messageId(10);
    record.lastOwnMessage = row.messageId(11);
    record.revision = row.number(12);
    record.standby = row.flag(13);
    record.standbyAt = row.instant(14);
    record.work.status = row.word(15, WorkStatus::Open);
    record.work.snoozedUntil = row.maybeInstant(16);
    record.work.assignee = row.id<AgentId>(17);
    record.assignedAt = row.instant(18);
    record.work.holder = row.id<AgentId>(19);
    record.work.heldUntil = row.instant(20);
    record.work.priority = row.word(21, Priority::Normal);
    record.work.heard = row.number(22);
    record.work.labels = labelsOf(row.text(23));
    return record;
}

} // namespace

SqlConversations::SqlConversations(Connection &connection) : m_connection(connection) {}

Stored<ConversationRecord> SqlConversations::record(ConversationId id) const
{
    Statement statement(m_connection, "conversation");
    return statement.with(id).one(recordFrom);
}

Stored<QList<ConversationRecord>> SqlConversations::ofContact(ContactId id) const
{
    Statement statement(m_connection, "conversations_of_contact");
    return statement.with(id).all(recordFrom);
}

Stored<QList<ConversationRecord>>
SqlConversations::page(const char *name, std::optional<InboxPlace> place, int limit) const
{
    constexpr qint64 kTop = std::numeric_limits<qint64>::max();
    Statement statement(m_connection, name);
    return statement.with(place ? place->lastAt.ms : kTop, place ? place->id.value : kTop, limit)
        .all(recordFrom);
}

Stored<QList<ConversationRecord>> SqlConversations::atWork(std::optional<InboxPlace> place,
                                                           int limit) const
{
    return page("conversations_at_work", place, limit);
}

Stored<QList<ConversationRecord>> SqlConversations::resolved(std::optional<InboxPlace> place,
                                                             int limit) const
{
    return page("conversations_resolved", place, limit);
}

Stored<QList<ConversationId>> SqlConversations::due(Instant now, int limit) const
{
    Statement statement(m_connection, "due_conversations");
    return statement.with(now, limit).all([](const Row &row) { return row.id<ConversationId>(0); });
}

Stored<std::optional<Instant>> SqlConversations::nextDue() const
{
    return Statement(m_connection, "next_due").one([](const Row &row) {
        return row.maybeInstant(0);
    });
}

Stored<QList<ConversationId>> SqlConversations::quiet(const QuietSince &since, int limit) const
{
    Statement statement(m_connection, "quiet_conversations");
    return statement.with(since.lastLine, since.nobodys, since.somebodys, since.now, limit)
        .all([](const Row &row) { return row.id<ConversationId>(0); });
}

Stored<QList<ConversationId>> SqlConversations::unclaimed(int limit) const
{
    Statement statement(m_connection, "unclaimed_conversations");
    return statement.with(limit).all([](const Row &row) { return row.id<ConversationId>(0); });
}

Stored<QList<ConversationId>> SqlConversations::waitingFor(AgentId assignee, int limit) const
{
    Statement statement(m_connection, "waiting_for_agent");
    return statement.with(assignee, limit).all([](const Row &row) {
        return row.id<ConversationId>(0);
    });
}

Stored<QList<AgentLoad>> SqlConversations::loads() const
{
    return Statement(m_connection, "agent_loads").all([](const Row &row) {
        AgentLoad load;
        load.agent = row.id<AgentId>(0);
        load.open = row.count(1);
        load.lastAssigned = row.instant(2);
        return load;
    });
}

Stored<ConversationId> SqlConversations::openFor(const QString &phoneNumberId,
                                                 const QString &businessNumber, ContactId contact)
{
    {
        Statement statement(m_connection, "find_conversation");
        const auto known = statement.with(phoneNumberId, contact).maybe([](const Row &row) {
            return row.id<ConversationId>(0);
        });
        if (!known)
            return failure(known.error());
        if (known->has_value())
            return **known;
    }
    const auto id = nextNumber(m_connection, "conversation");
    if (!id)
        return failure(id.error());
    Statement statement(m_connection, "add_conversation");
    const auto added = statement.with(*id, contact, phoneNumberId, businessNumber).runAny();
    if (!added)
        return failure(added.error());
    return ConversationId(*id);
}

Stored<qint64> SqlConversations::pace(ConversationId id) const
{
    Statement statement(m_connection, "conversation_pace");
    return statement.with(id).number();
}

Stored<Done> SqlConversations::setPace(ConversationId id, qint64 bucket)
{
    Statement statement(m_connection, "set_conversation_pace");
    return statement.with(bucket, id).runOne();
}

Stored<Done> SqlConversations::update(const ConversationRecord &record)
{
    Statement statement(m_connection, "update_conversation");
    return statement
        .with(record.lastInboundAt, record.lastQuestionAt, record.waiting, record.waitingSince,
              record.optOutQuestion, record.lastAt, record.lastMessage, record.lastOwnMessage,
              record.standby, record.standbyAt, record.id)
        .runOne();
}

Stored<Done> SqlConversations::updateWork(const ConversationRecord &record)
{
    const WorkState &work = record.work;
    Statement statement(m_connection, "update_work");
    return statement
        .with(work.status, work.snoozedUntil, work.assignee, record.assignedAt, work.holder,
              work.heldUntil, work.priority, work.heard, record.id)
        .runOne();
}

Stored<bool> SqlConversations::renewLease(ConversationId id, AgentId holder, Instant now,
                                          Instant until)
{
    Statement statement(m_connection, "renew_lease");
    const auto rows = statement.with(until, id, holder, now).run();
    if (!rows)
        return failure(rows.error());
    return *rows > 0;
}

Stored<Done> SqlConversations::addLabel(ConversationId id, LabelId label)
{
    Statement statement(m_connection, "add_conversation_label");
    return statement.with(id, label).runAny();
}

Stored<Done> SqlConversations::removeLabel(ConversationId id, LabelId label)
{
    Statement statement(m_connection, "remove_conversation_label");
    return statement.with(id, label).runAny();
}

} // namespace destek::daemon
