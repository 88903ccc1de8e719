#include "daemon/store/migrations.h"

#include "daemon/store/connection.h"

#include <QCryptographicHash>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

QString hashOf(const MigrationText &migration)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(migration.text, QCryptographicHash::Sha256).toHex());
}

bool apply(Connection &connection, const MigrationText &migration, Instant now)
{
    const QStringList statements = statementsOf(migration.text);
    for (const QString &statement : statements) {
        if (!connection.execute(statement))
            return false;
    }
    return connection
        .execute(u"INSERT INTO schema_migration VALUES (%1, '%2', '%3', %4)"_s.arg(migration.number)
                     .arg(migration.name, hashOf(migration))
                     .arg(now.ms))
        .ok();
}

} // namespace

std::optional<MigrationError> migrate(Connection &connection,
                                      const QList<MigrationText> &migrations, Instant now)
{
    if (!connection.execute(u"CREATE TABLE IF NOT EXISTS schema_migration ("
                            " number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL,"
                            " text_hash TEXT NOT NULL, applied_at INTEGER NOT NULL)"_s))
        return MigrationError::Failed;
    const auto newest = connection.single(u"SELECT max(number) FROM schema_migration"_s);
    if (!newest)
        return MigrationError::Failed;
    const int known = migrations.isEmpty() ? 0 : migrations.last().number;
    if (newest->toInt() > known)
        return MigrationError::Newer;
    for (const MigrationText &migration : migrations) {
        if (migration.number <= newest->toInt()) {
            const auto applied =
                connection.single(u"SELECT text_hash FROM schema_migration WHERE number = %1"_s.arg(
                    migration.number));
            if (!applied || applied->toString() != hashOf(migration))
                return MigrationError::Changed;
            continue;
        }
        if (!connection.execute(u"BEGIN IMMEDIATE"_s))
            return MigrationError::Failed;
        if (!apply(connection, migration, now) || !connection.execute(u"COMMIT"_s)) {
            (void)connection.execute(u"ROLLBACK"_s);
            return MigrationError::Failed;
        }
    }
    return std::nullopt;
}

} // namespace destek::daemon
