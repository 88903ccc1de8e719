#include "daemon/store/sql_messages.h"

#include "daemon/store/connection.h"
#include "daemon/store/lookup.h"
#include "daemon/store/sealed_column.h"
#include "daemon/store/sealed_message.h"
#include "daemon/store/sql_search_index.h"
#include "daemon/store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>
#include <tuple>

namespace destek::daemon
{

namespace
{

struct SealedMessage {
    MessageRecord record;
    QByteArray text;
    QByteArray wamid;
    QByteArray raw;
    QByteArray variables;
};

SealedMessage sealedFrom(const Row &row)
{
    SealedMessage sealed;
    MessageRecord &record = sealed.record;
    record.order = row.number(0);
    record.id = row.messageId(1);
    record.conversation = row.id<ConversationId>(2);
    record.contact = row.id<ContactId>(3);
    record.direction = row.word(4, Direction::Event);
    record.kind = row.word(5, MessageKind::Unknown);
    record.state = row.word(6, SendState::Unknown);
    record.event = row.word(7, EventKind::None);
    record.purpose = row.word(8, MessageClass::SupportAnswer);
    record.isOptOutConfirmation = row.flag(9);
    sealed.text = row.bytes(10);
    sealed.wamid = row.bytes(11);
    sealed.raw = row.bytes(12);
    record.templateName = row.text(13);
    record.templateLanguage = row.text(14);
    sealed.variables = row.bytes(15);
    record.author = row.id<AgentId>(16);
    record.authorName = row.text(17);
    record.at = row.instant(18);
    record.receivedAt = row.instant(19);
    record.appliedAt = row.instant(20);
    record.errorCode = failureCode(record.state, row.count(21));
    record.refusal = row.text(22);
    record.attempts = row.count(23);
    record.notBefore = row.instant(24);
    record.provenance = row.word(25, Provenance::Cloud);
    record.sealedFor = row.id<ContactId>(26);
    return sealed;
}

QByteArray listText(const QStringList &list)
{
    if (list.isEmpty())
        return {};
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

QStringList listFrom(const QByteArray &text)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(text).array();
    for (const QJsonValue &value : array)
        list << value.toString();
    return list;
}

Stored<MessageRecord> opened(Vault &vault, SealedMessage sealed)
{
    MessageRecord &record = sealed.record;
    const KeySlot slot = KeySlot::month(record.sealedFor, record.at);
    auto text = openText(vault, slot, messagePlace(record.id, "text"), sealed.text);
    auto wamid = openText(vault, slot, messagePlace(record.id, "wamid"), sealed.wamid);
    auto raw = openColumn(vault, slot, messagePlace(record.id, "raw"), sealed.raw);
    const auto variables =
        openColumn(vault, slot, messagePlace(record.id, "variables"), sealed.variables);
    if (!text || !wamid)
        return failure(text ? wamid.error() : text.error());
    if (!raw || !variables)
        return failure(raw ? variables.error() : raw.error());
    record.text = std::move(*text);
    record.wamid = std::move(*wamid);
    record.raw = std::move(*raw);
    record.variables = listFrom(*variables);
    return record;
}

MessageId idFrom(const Row &row)
{
    return row.messageId(0);
}

} // namespace

SqlMessages::SqlMessages(Connection &connection, Vault &vault)
    : m_connection(connection), m_vault(vault), m_log(connection, vault)
{
}

Stored<MessageRecord> SqlMessages::record(MessageId id) const
{
    Statement statement(m_connection, "message");
    auto sealed = statement.with(id).one(sealedFrom);
    if (!sealed)
        return failure(sealed.error());
    return opened(m_vault, std::move(*sealed));
}

Stored<std::optional<MessageId>> SqlMessages::findByWamid(const QString &phoneNumberId,
                                                          const QString &wamid) const
{
    Statement statement(m_connection, "find_message_by_wamid");
    return statement.with(phoneNumberId, wamidHash(m_vault, phoneNumberId, wamid)).maybe(idFrom);
}

Stored<QList<MessageRecord>> SqlMessages::before(ConversationId id,
                                                 std::optional<ThreadPlace> place, int limit) const
{
    constexpr qint64 kEnd = std::numeric_limits<qint64>::max();
    Statement statement(m_connection, "messages_before");
    auto records = openedAll(
        m_vault,
        statement.with(id, place ? place->at.ms : kEnd, place ? place->order : kEnd, limit)
            .all(sealedFrom),
        opened);
    if (records)
        std::reverse(records->begin(), records->end());
    return records;
}

Stored<QList<MessageRecord>> SqlMessages::after(ConversationId id, ThreadPlace place,
                                                int limit) const
{
    Statement statement(m_connection, "messages_after");
    return openedAll(m_vault, statement.with(id, place.at, place.order, limit).all(sealedFrom),
                     opened);
}

Stored<QList<MessageRecord>>
SqlMessages::bubblesBefore(ConversationId id, std::optional<ThreadPlace> place, int limit) const
{
    constexpr qint64 kEnd = std::numeric_limits<qint64>::max();
    Statement statement(m_connection, "bubbles_before");
    auto records = openedAll(
        m_vault,
        statement.with(id, place ? place->at.ms : kEnd, place ? place->order : kEnd, limit)
            .all(sealedFrom),
        opened);
    if (records)
        std::reverse(records->begin(), records->end());
    return records;
}

Stored<QList<MessageRecord>> SqlMessages::bubblesAfter(ConversationId id, ThreadPlace place,
                                                       int limit) const
{
    Statement statement(m_connection, "bubbles_after");
    return openedAll(m_vault, statement.with(id, place.at, place.order, limit).all(sealedFrom),
                     opened);
}

Stored<std::optional<MessageId>> SqlMessages::lastBubble(ConversationId id) const
{
    Statement statement(m_connection, "last_bubble");
    return statement.with(id).maybe(idFrom);
}

Stored<QList<MessageRecord>> SqlMessages::linkedTo(MessageId id) const
{
    Statement statement(m_connection, "messages_linked_to");
    return openedAll(m_vault, statement.with(id).all(sealedFrom), opened);
}

Stored<QList<MessageRecord>> SqlMessages::linkedAlike(MessageId id) const
{
    Statement statement(m_connection, "messages_linked_alike");
    return openedAll(m_vault, statement.with(id).all(sealedFrom), opened);
}

Stored<std::optional<MessageId>> SqlMessages::linkTarget(MessageId id) const
{
    Statement statement(m_connection, "link_target");
    return statement.with(id).maybe(idFrom);
}

Stored<Waiting> SqlMessages::waitingIn(ConversationId id) const
{
    Statement statement(m_connection, "waiting_of");
    return statement.with(id).one([](const Row &row) {
        return Waiting{row.count(0), row.maybeInstant(1)};
    });
}

Stored<QList<MessageRecord>> SqlMessages::ofKind(MessageKind kind, int limit) const
{
    Statement statement(m_connection, "messages_of_kind");
    return openedAll(m_vault, statement.with(kind, limit).all(sealedFrom), opened);
}

Stored<Newest> SqlMessages::newestIn(ConversationId id) const
{
    Newest newest;
    {
        Statement statement(m_connection, "newest_in");
        const auto said = statement.with(id).maybe(
            [](const Row &row) { return std::pair(row.messageId(0), row.instant(1)); });
        if (!said)
            return failure(said.error());
        if (*said)
            std::tie(newest.message, newest.at) = **said;
    }
    Statement statement(m_connection, "newest_own_in");
    const auto own = statement.with(id).maybe(idFrom);
    if (!own)
        return failure(own.error());
    newest.own = own->value_or(MessageId());
    return newest;
}

Stored<QList<MessageId>> SqlMessages::claimable(Instant now, int limit) const
{
    Statement statement(m_connection, "claimable_messages");
    return statement.with(now, now, limit).all(idFrom);
}

Stored<QList<MessageId>> SqlMessages::inState(SendState state, int limit) const
{
    if (state == SendState::Sending || state == SendState::Unknown) {
        Statement statement(m_connection,
                            state == SendState::Sending ? "messages_sending" : "messages_unknown");
        return statement.with(limit).all(idFrom);
    }
    Statement statement(m_connection, "messages_in_state");
    return statement.with(state, limit).all(idFrom);
}

Stored<int> SqlMessages::queued() const
{
    const auto count = Statement(m_connection, "queued_count").number();
    if (!count)
        return failure(count.error());
    return int(*count);
}

Stored<qint64> SqlMessages::insert(const MessageRecord &record, const QString &phoneNumberId)
{
    const auto place = nextNumber(m_connection, "message");
    if (!place)
        return place;
    const KeySlot slot = KeySlot::month(record.contact, record.at);
    const auto seal = [&](const char *column, const QByteArray &plain) {
        return sealColumn(m_vault, slot, messagePlace(record.id, column), plain);
    };
    const auto text = seal("text", record.text.toUtf8());
    const auto wamid = seal("wamid", record.wamid.toUtf8());
    const auto raw = seal("raw", record.raw);
    const auto variables = seal("variables", listText(record.variables));
    for (const auto *part : {&text, &wamid, &raw, &variables}) {
        if (!*part)
            return failure(part->error());
    }
    const QVariant hash = record.wamid.isEmpty()
                              ? QVariant()
                              : QVariant(wamidHash(m_vault, phoneNumberId, record.wamid));
    {
        Statement statement(m_connection, "add_message");
        statement.with(*place, record.id, record.conversation, record.contact, phoneNumberId, hash,
                       *wamid, record.direction, record.kind, record.state, record.event,
                       record.purpose, record.isOptOutConfirmation, *text, *raw);
        statement.with(record.templateName, record.templateLanguage, *variables, record.author,
                       record.authorName, record.at, record.receivedAt, record.appliedAt,
                       record.errorCode, record.refusal, record.attempts, record.notBefore,
                       record.provenance, record.asks);
        if (const auto added = statement.runAny(); !added)
            return failure(added.error());
    }
    if (!record.target.isEmpty()) {
        Statement link(m_connection, "add_link");
        const auto linked =
            link.with(*place, wamidHash(m_vault, phoneNumberId, record.target)).runAny();
        if (!linked)
            return failure(linked.error());
    }
    if (const auto indexed = indexWords(m_connection, m_vault, *place, record); !indexed)
        return failure(indexed.error());
    return place;
}

Stored<Done> SqlMessages::replaceContent(const MessageRecord &record)
{
    const KeySlot slot = KeySlot::month(record.sealedFor, record.at);
    const auto text =
        sealColumn(m_vault, slot, messagePlace(record.id, "text"), record.text.toUtf8());
    const auto raw = sealColumn(m_vault, slot, messagePlace(record.id, "raw"), record.raw);
    if (!text || !raw)
        return failure(text ? raw.error() : text.error());
    Statement statement(m_connection, "replace_message");
    if (const auto replaced = statement.with(record.kind, *text, *raw, record.id).runOne();
        !replaced)
        return replaced;
    if (const auto forgotten =
            Statement(m_connection, "remove_search_tokens").with(record.order).runAny();
        !forgotten)
        return forgotten;
    return indexWords(m_connection, m_vault, record.order, record);
}

Stored<Done> SqlMessages::updateState(const MessageRecord &record)
{
    Statement statement(m_connection, "update_message_state");
    return statement
        .with(record.state, record.errorCode, record.refusal, record.attempts, record.notBefore,
              record.id)
        .runOne();
}

Stored<Done> SqlMessages::withdraw(MessageId id)
{
    {
        Statement statement(m_connection, "withdraw_message");
        if (auto withdrawn = statement.with(id).runOne(); !withdrawn)
            return withdrawn;
    }
    Statement statement(m_connection, "forget_words_of");
    return statement.with(id).runAny();
}

Stored<Done> SqlMessages::setWamid(MessageId id, const QString &phoneNumberId, const QString &wamid)
{
    Statement place(m_connection, "message_seal_place");
    const auto slot = place.with(id).one(
        [](const Row &row) { return KeySlot::month(row.id<ContactId>(0), row.instant(1)); });
    if (!slot)
        return failure(slot.error());
    const auto sealed = sealColumn(m_vault, *slot, messagePlace(id, "wamid"), wamid);
    if (!sealed)
        return failure(sealed.error());
    Statement statement(m_connection, "set_wamid");
    return statement.with(phoneNumberId, wamidHash(m_vault, phoneNumberId, wamid), *sealed, id)
        .runOne();
}

Stored<QList<Attempt>> SqlMessages::attempts(MessageId id) const
{
    return m_log.attempts(id);
}

Stored<QList<StatusEvent>> SqlMessages::statuses(MessageId id) const
{
    return m_log.statuses(id);
}

Stored<std::optional<SentAttempt>> SqlMessages::findAttempt(const QString &phoneNumberId,
                                                            const QString &wamid) const
{
    return m_log.findAttempt(phoneNumberId, wamid);
}

Stored<Done> SqlMessages::setAttemptWamid(MessageId id, int attempt, const QString &phoneNumberId,
                                          const QString &wamid)
{
    return m_log.setAttemptWamid(id, attempt, phoneNumberId, wamid);
}

Stored<StatusNoted> SqlMessages::addStatus(MessageId id, const StatusEvent &status)
{
    return m_log.addStatus(id, status);
}

Stored<Done> SqlMessages::parkStatus(const QString &phoneNumberId, const QString &wamid,
                                     const StatusEvent &status)
{
    return m_log.parkStatus(phoneNumberId, wamid, status);
}

Stored<QList<StatusEvent>> SqlMessages::takeParked(const QString &phoneNumberId,
                                                   const QString &wamid)
{
    return m_log.takeParked(phoneNumberId, wamid);
}

Stored<Done> SqlMessages::startAttempt(MessageId id, const Attempt &attempt)
{
    return m_log.startAttempt(id, attempt);
}

Stored<Done> SqlMessages::endAttempt(MessageId id, const Attempt &attempt)
{
    return m_log.endAttempt(id, attempt);
}

} // namespace destek::daemon
