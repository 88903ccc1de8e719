#include "daemon/store/sql_erasures.h"

#include "daemon/store/connection.h"
#include "daemon/store/erasure_steps.h"
#include "daemon/store/lookup.h"
#include "daemon/store/sql_change_feed.h"
#include "daemon/store/sql_contacts.h"
#include "daemon/store/sql_intake_log.h"
#include "daemon/store/statement.h"
#include "daemon/vault/vault.h"

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

DestructionRecord recordFrom(const Row &row)
{
    DestructionRecord record;
    record.order = row.id<OrderId>(0);
    record.orderedAt = row.instant(1);
    record.completedAt = row.instant(2);
    record.orderedBy = row.text(3);
    record.reason = row.text(4);
    record.subjectRef = row.text(5);
    record.method = u"key_destruction"_s;
    record.messages = row.count(6);
    record.identities = row.count(7);
    record.keys = row.count(8);
    record.searchEntries = row.count(9);
    record.consolesTold = row.count(10);
    record.consolesConfirmed = row.count(11);
    record.document = row.bytes(12);
    record.signature = row.bytes(13);
    record.files = row.count(14);
    return record;
}

/// Without those that belong to somebody else by now: a number is given to new people.
Stored<QList<Identity>> notOthers(const SqlContacts &contacts, ContactId id,
                                  const QList<Identity> &identities)
{
    QList<Identity> theirs;
    for (const Identity &identity : identities) {
        const auto holder = contacts.find(identity);
        if (!holder)
            return failure(holder.error());
        if (!*holder || **holder == id)
            theirs << identity;
    }
    return theirs;
}

} // namespace

SqlErasures::SqlErasures(Connection &connection, Vault &vault, SqlContacts &contacts,
                         SqlIntakeLog &intake, SqlChangeFeed &feed, std::function<void()> completed)
    : m_connection(connection), m_vault(vault), m_contacts(contacts), m_intake(intake),
      m_feed(feed), m_completed(std::move(completed))
{
}

Stored<QList<ContactId>> SqlErasures::recordsOf(ContactId id) const
{
    auto all = m_contacts.joinedInto(id);
    if (all)
        all->append(id);
    return all;
}

Stored<int> SqlErasures::count(const char *name, ContactId id) const
{
    const auto records = recordsOf(id);
    if (!records)
        return failure(records.error());
    int sum = 0;
    for (const ContactId record : *records) {
        Statement statement(m_connection, name);
        const auto number = statement.with(record).number();
        if (!number)
            return failure(number.error());
        sum += int(*number);
    }
    return sum;
}

Stored<ErasurePreview> SqlErasures::preview(ContactId id) const
{
    if (const auto contact = m_contacts.record(id); !contact)
        return failure(contact.error());
    ErasurePreview preview;
    preview.contact = id;
    const std::pair<const char *, int *> counts[] = {
        {"count_messages_of", &preview.messages},
        {"count_statuses_of", &preview.statuses},
        {"count_attempts_of", &preview.attempts},
        {"count_identities_of", &preview.identities},
        {"count_search_tokens_of", &preview.searchEntries},
        {"count_queued_of", &preview.pendingSends},
        {"count_media_of", &preview.files},
    };
    for (const auto &[statement, field] : counts) {
        const auto number = count(statement, id);
        if (!number)
            return failure(number.error());
        *field = *number;
    }
    const auto consoles = Statement(m_connection, "active_device_count").number();
    if (!consoles)
        return failure(consoles.error());
    preview.consoles = int(*consoles);
    const auto records = recordsOf(id);
    if (!records)
        return failure(records.error());
    for (const ContactId record : *records) {
        const auto keys = m_vault.keysOf(record);
        if (!keys)
            return failure(storeError(keys.error()));
        preview.keys += *keys;
    }
    return preview;
}

Stored<ErasureOrder> SqlErasures::orderById(OrderId id) const
{
    ErasureOrder order;
    {
        Statement statement(m_connection, "erasure_order");
        const auto contact =
            statement.with(id).one([](const Row &row) { return row.id<ContactId>(1); });
        if (!contact)
            return failure(contact.error());
        order.order = id;
        order.contact = *contact;
    }
    Statement statement(m_connection, "erasure_conversations");
    auto conversations =
        statement.with(id).all([](const Row &row) { return row.id<ConversationId>(0); });
    if (!conversations)
        return failure(conversations.error());
    order.conversations = std::move(*conversations);
    return order;
}

Stored<QList<ErasureOrder>> SqlErasures::unfinished() const
{
    const auto ids = Statement(m_connection, "unfinished_erasures").all([](const Row &row) {
        return row.id<OrderId>(0);
    });
    if (!ids)
        return failure(ids.error());
    QList<ErasureOrder> orders;
    for (const OrderId id : *ids) {
        auto order = orderById(id);
        if (!order)
            return failure(order.error());
        orders.append(std::move(*order));
    }
    return orders;
}

Stored<QList<DestructionRecord>> SqlErasures::records() const
{
    return Statement(m_connection, "destruction_records").all(recordFrom);
}

Stored<DestructionRecord> SqlErasures::recordOf(OrderId id) const
{
    Statement statement(m_connection, "destruction_record");
    return statement.with(id).one(recordFrom);
}

// While the keys still live: afterwards nobody knows the values the traces are made from.
Stored<ErasureOrder> SqlErasures::order(ContactId id, const QString &orderedBy,
                                        const QString &reason, Instant at)
{
    const auto contact = m_contacts.record(id);
    if (!contact)
        return failure(contact.error());
    const auto identities = m_contacts.identitiesEver(id);
    if (!identities)
        return failure(identities.error());
    const auto number = nextNumber(m_connection, "erasure_order");
    if (!number)
        return failure(number.error());
    const OrderId order(*number);
    if (const auto added = addOrder(order, id, orderedBy, reason, at); !added)
        return failure(added.error());
    if (const auto left = leaveTombstones(order, *identities, at); !left)
        return failure(left.error());
    const auto theirs = notOthers(m_contacts, id, *identities);
    if (!theirs)
        return failure(theirs.error());
    if (const auto kept = m_contacts.keepRefusal(*contact, *theirs); !kept)
        return failure(kept.error());
    if (const auto dropped = m_intake.dropDeadLettersOf(*identities); !dropped)
        return failure(dropped.error());
    if (const auto marked = markOrdered(order, id, at); !marked)
        return failure(marked.error());
    if (const auto told = m_feed.personErased(order); !told)
        return failure(told.error());
    return orderById(order);
}

Stored<Done> SqlErasures::addOrder(OrderId order, ContactId id, const QString &orderedBy,
                                   const QString &reason, Instant at)
{
    const auto reference = m_vault.subjectRef(id);
    if (!reference)
        return failure(storeError(reference.error()));
    const auto consoles = Statement(m_connection, "active_device_count").number();
    if (!consoles)
        return failure(consoles.error());
    {
        Statement statement(m_connection, "add_erasure_order");
        const auto added =
            statement
                .with(order, id, at, orderedBy, reason, QString::fromLatin1(*reference), *consoles)
                .runAny();
        if (!added)
            return added;
    }
    Statement statement(m_connection, "add_erasure_conversations");
    return statement.with(order, id).runAny();
}

Stored<Done> SqlErasures::leaveTombstones(OrderId order, const QList<Identity> &identities,
                                          Instant at)
{
    for (const Identity &identity : identities) {
        Statement statement(m_connection, "add_tombstone");
        const auto added =
            statement.with(identity.kind, m_vault.tombHash(identityText(identity)), at, order)
                .runAny();
        if (!added)
            return added;
    }
    return done();
}

Stored<Done> SqlErasures::markOrdered(OrderId order, ContactId id, Instant at)
{
    const auto records = recordsOf(id);
    if (!records)
        return failure(records.error());
    for (const ContactId record : *records) {
        Statement mark(m_connection, "mark_erased");
        if (const auto marked = mark.with(order, record).runOne(); !marked)
            return marked;
        Statement close(m_connection, "close_identities_of");
        if (const auto closed = close.with(at, record).runAny(); !closed)
            return closed;
        Statement refuse(m_connection, "refuse_queued_of");
        if (const auto refused = refuse.with(record).runAny(); !refused)
            return refused;
    }
    return done();
}

Stored<DestructionRecord> SqlErasures::complete(OrderId id, int keysDestroyed, Instant at)
{
    const auto order = orderById(id);
    if (!order)
        return failure(order.error());
    if (auto before = recordOf(id); before || before.error() != StoreError::NotFound)
        return before;
    qint64 messages = 0;
    qint64 identities = 0;
    qint64 searchEntries = 0;
    qint64 files = 0;
    const auto records = recordsOf(order->contact);
    if (!records)
        return failure(records.error());
    for (const ContactId record : *records) {
        for (const ErasureStep &step : erasureSteps()) {
            if (step.statement == nullptr)
                continue;
            Statement statement(m_connection, step.statement);
            const auto rows = statement.with(record).run();
            if (!rows)
                return failure(rows.error());
            const QLatin1StringView table(step.table);
            if (table == "message"_L1)
                messages += *rows;
            else if (table == "contact_identity"_L1)
                identities += *rows;
            else if (table == "search_token"_L1 || table == "person_token"_L1)
                searchEntries += *rows;
            else if (table == "media"_L1)
                files += *rows;
        }
    }
    {
        Statement statement(m_connection, "complete_erasure");
        const auto completed =
            statement.with(at, messages, identities, keysDestroyed, searchEntries, files, id)
                .runOne();
        if (!completed)
            return failure(completed.error());
    }
    m_completed();
    return recordOf(id);
}

Stored<Done> SqlErasures::setDocument(OrderId id, const QByteArray &document,
                                      const QByteArray &signature)
{
    Statement statement(m_connection, "set_erasure_document");
    return statement.with(document, signature, id).runOne();
}

Stored<Done> SqlErasures::addReceipt(OrderId id, DeviceId device, const QByteArray &receipt,
                                     const QByteArray &signature, Instant at)
{
    if (const auto order = orderById(id); !order)
        return failure(order.error());
    Statement statement(m_connection, "add_erasure_receipt");
    return statement.with(id, device, receipt, signature, at).runAny();
}

} // namespace destek::daemon
