#include "daemon/store/sql_conversations.h"

#include "daemon/store/statement.h"

#include <limits>

namespace destek::daemon
{

namespace
{

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

Stored<QList<ConversationRecord>> SqlConversations::waiting(int limit) const
{
    Statement statement(m_connection, "conversations_waiting");
    return statement.with(limit).all(recordFrom);
}

Stored<QList<ConversationRecord>> SqlConversations::answered(std::optional<InboxPlace> place,
                                                             int limit) const
{
    constexpr qint64 kTop = std::numeric_limits<qint64>::max();
    Statement statement(m_connection, "conversations_answered");
    return statement.with(place ? place->lastAt.ms : kTop, place ? place->id.value : kTop, limit)
        .all(recordFrom);
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

} // namespace destek::daemon
