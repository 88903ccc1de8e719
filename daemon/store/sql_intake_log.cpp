#include "daemon/store/sql_intake_log.h"

#include "core/text/fold.h"
#include "daemon/store/connection.h"
#include "daemon/store/lookup.h"
#include "daemon/store/sealed_column.h"
#include "daemon/store/statement.h"

#include <algorithm>

namespace destek::daemon
{

namespace
{

SealPlace pendingPlace(qint64 row)
{
    return {"intake_body", QByteArray::number(row), "body"};
}

SealPlace deadPlace(qint64 row)
{
    return {"dead_letter", QByteArray::number(row), "body"};
}

struct SealedBody {
    qint64 row = 0;
    Instant at;
    QByteArray sealed;
};

SealedBody bodyFrom(const Row &row)
{
    return {row.number(0), row.instant(1), row.bytes(2)};
}

Stored<int> counted(Connection &connection, const char *name)
{
    const auto count = Statement(connection, name).number();
    if (!count)
        return failure(count.error());
    return int(*count);
}

} // namespace

SqlIntakeLog::SqlIntakeLog(Connection &connection, Vault &vault)
    : m_connection(connection), m_vault(vault)
{
}

Stored<QList<PendingBody>> SqlIntakeLog::pending(int limit) const
{
    Statement statement(m_connection, "pending_bodies");
    const auto rows = statement.with(limit).all(bodyFrom);
    if (!rows)
        return failure(rows.error());
    QList<PendingBody> bodies;
    for (const SealedBody &row : *rows) {
        auto body =
            openColumn(m_vault, KeySlot::intakeDay(row.at), pendingPlace(row.row), row.sealed);
        if (!body)
            return failure(body.error());
        bodies.append({row.row, row.at, std::move(*body)});
    }
    return bodies;
}

Stored<int> SqlIntakeLog::pendingCount() const
{
    return counted(m_connection, "pending_count");
}

Stored<int> SqlIntakeLog::deadLetters() const
{
    return counted(m_connection, "dead_letter_count");
}

Stored<Instant> SqlIntakeLog::oldest() const
{
    const auto at = Statement(m_connection, "oldest_intake").number();
    if (!at)
        return failure(at.error());
    return Instant::fromMs(*at);
}

Stored<qint64> SqlIntakeLog::append(const QByteArray &body, Instant receivedAt)
{
    const auto row = nextNumber(m_connection, "intake_body");
    if (!row)
        return row;
    const auto sealed = m_vault.seal(KeySlot::intakeDay(receivedAt), pendingPlace(*row), body);
    if (!sealed)
        return failure(storeError(sealed.error()));
    Statement statement(m_connection, "add_body");
    if (const auto added = statement.with(*row, receivedAt, *sealed).runAny(); !added)
        return failure(added.error());
    return row;
}

Stored<Done> SqlIntakeLog::applied(qint64 row)
{
    Statement statement(m_connection, "remove_body");
    return statement.with(row).runOne();
}

Stored<Done> SqlIntakeLog::deadLetter(const QByteArray &body, const QString &reason, Instant at)
{
    const auto row = nextNumber(m_connection, "dead_letter");
    if (!row)
        return failure(row.error());
    const auto sealed = m_vault.seal(KeySlot::intakeDay(at), deadPlace(*row), body);
    if (!sealed)
        return failure(storeError(sealed.error()));
    Statement statement(m_connection, "add_dead_letter");
    return statement.with(*row, at, reason, *sealed, seenHash(m_vault, "dead:" + body)).runAny();
}

Stored<QList<PendingBody>> SqlIntakeLog::deadBodies(qint64 after, int limit) const
{
    Statement statement(m_connection, "dead_letters");
    const auto rows = statement.all(bodyFrom);
    if (!rows)
        return failure(rows.error());
    QList<PendingBody> bodies;
    for (const SealedBody &row : *rows) {
        if (row.row <= after || bodies.size() >= limit)
            continue;
        auto body = openColumn(m_vault, KeySlot::intakeDay(row.at), deadPlace(row.row), row.sealed);
        if (!body && body.error() != StoreError::Sealed)
            return failure(body.error());
        if (body)
            bodies.append({row.row, row.at, std::move(*body)});
    }
    return bodies;
}

Stored<Done> SqlIntakeLog::removeDeadLetter(qint64 row)
{
    Statement statement(m_connection, "remove_dead_letter");
    return statement.with(row).runAny();
}

Stored<bool> SqlIntakeLog::firstSeen(const QByteArray &key, Instant at)
{
    Statement statement(m_connection, "add_seen_event");
    const auto added = statement.with(seenHash(m_vault, key), at).run();
    if (!added)
        return failure(added.error());
    return *added == 1;
}

Stored<int> SqlIntakeLog::dropDeadLettersOf(const QList<Identity> &identities)
{
    Statement select(m_connection, "dead_letters");
    const auto rows = select.all(bodyFrom);
    if (!rows)
        return failure(rows.error());
    QStringList values;
    for (const Identity &identity : identities)
        values << text::matchFold(identity.value);
    values.removeAll(QString());
    int dropped = 0;
    for (const SealedBody &row : *rows) {
        const auto body =
            openColumn(m_vault, KeySlot::intakeDay(row.at), deadPlace(row.row), row.sealed);
        if (!body && body.error() != StoreError::Sealed)
            return failure(body.error());
        const QString folded = body ? text::matchFold(unescapedBody(*body)) : QString();
        const bool theirs = std::any_of(values.begin(), values.end(), [&](const QString &value) {
            return folded.contains(value);
        });
        if (body && !theirs)
            continue;
        Statement remove(m_connection, "remove_dead_letter");
        if (const auto removed = remove.with(row.row).runAny(); !removed)
            return failure(removed.error());
        ++dropped;
    }
    return dropped;
}

QString unescapedBody(const QByteArray &body)
{
    const QString raw = QString::fromUtf8(body);
    QString text;
    text.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw.at(i) != u'\\' || i + 1 >= raw.size()) {
            text += raw.at(i);
            continue;
        }
        ++i;
        bool ok = false;
        const ushort unit = raw.at(i) == u'u' ? raw.mid(i + 1, 4).toUShort(&ok, 16) : ushort(0);
        text += ok ? QChar(unit) : raw.at(i);
        if (ok)
            i += 4;
    }
    return text;
}

} // namespace destek::daemon
