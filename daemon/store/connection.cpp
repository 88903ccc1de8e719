#include "daemon/store/connection.h"

#include "daemon/store/sql_text.h"

#include <QAtomicInt>
#include <QLoggingCategory>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(logStore, "destek.store")

namespace destek::daemon
{

namespace
{

QString freshName()
{
    static QAtomicInt counter;
    return u"store-"_s + QString::number(counter.fetchAndAddRelaxed(1));
}

/// SQLite's primary result codes (sqlite.org/rescode.html).
StoreError errorOf(int code)
{
    switch (code & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
        return StoreError::Busy;
    case 13: // FULL
        return StoreError::Full;
    case 10: // IOERR
    case 11: // CORRUPT
    case 26: // NOTADB
        return StoreError::Corrupt;
    case 19: // CONSTRAINT: only a taken key is an answer, the others are our own mistakes
        return code == 2067 || code == 1555 || code == 2579 ? StoreError::Conflict
                                                            : StoreError::Failed;
    default:
        return StoreError::Failed;
    }
}

} // namespace

Connection::Connection() : m_name(freshName()) {}

Connection::~Connection()
{
    close();
}

QSqlDatabase Connection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

Stored<Done> Connection::open(const Settings &settings)
{
    {
        QSqlDatabase opened = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        opened.setDatabaseName(settings.file);
        opened.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (!opened.open())
            return failure(note(opened.lastError(), "open"_L1));
    }
    return setUp(settings);
}

Stored<Done> Connection::setUp(const Settings &settings)
{
    const auto demand = [this](const QString &sql, const QString &answer) {
        const auto value = single(sql);
        return value && value->toString() == answer;
    };
    const bool held = demand(u"PRAGMA secure_delete = ON"_s, u"1"_s) &&
                      demand(u"PRAGMA journal_mode = WAL"_s, u"wal"_s);
    if (!held)
        return failure(m_broken ? StoreError::Corrupt : StoreError::Failed);
    for (const char *pragma :
         {settings.weak ? "synchronous = NORMAL" : "synchronous = FULL", "foreign_keys = ON",
          "trusted_schema = OFF", "cell_size_check = ON", "cache_size = -65536",
          "temp_store = MEMORY", "recursive_triggers = ON"}) {
        if (const auto set = execute(u"PRAGMA "_s + QLatin1StringView(pragma)); !set)
            return set;
    }
    if (settings.maxPages > 0) {
        const auto set = single(u"PRAGMA max_page_count = "_s + QString::number(settings.maxPages));
        if (!set)
            return failure(set.error());
    }
    const QString safe = settings.weak ? u"1"_s : u"2"_s;
    if (!demand(u"PRAGMA synchronous"_s, safe) || !demand(u"PRAGMA foreign_keys"_s, u"1"_s))
        return failure(StoreError::Failed);
    if (settings.use == Use::Reading)
        return execute(u"PRAGMA query_only = ON"_s);
    return done();
}

void Connection::close()
{
    m_prepared.clear();
    if (QSqlDatabase::contains(m_name)) {
        database().close();
        QSqlDatabase::removeDatabase(m_name);
    }
}

Stored<Done> Connection::execute(const QString &sql)
{
    QSqlQuery query(database());
    if (!query.exec(sql))
        return failure(note(query.lastError(), "execute"_L1));
    return done();
}

Stored<QVariant> Connection::single(const QString &sql)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return failure(note(query.lastError(), "execute"_L1));
    if (query.next())
        return query.value(0);
    if (query.lastError().isValid())
        return failure(note(query.lastError(), "execute"_L1));
    return QVariant();
}

Stored<QSqlQuery *> Connection::prepared(QLatin1StringView name)
{
    if (m_suspicion)
        return failure(*m_suspicion);
    if (const auto kept = m_prepared.constFind(name); kept != m_prepared.constEnd())
        return kept->get();
    auto query = std::make_shared<QSqlQuery>(database());
    query->setForwardOnly(true);
    const QString text = sqlText(name);
    if (text.isEmpty()) {
        qCWarning(logStore) << "there is no statement named" << name;
        return failure(StoreError::Failed);
    }
    if (!query->prepare(text))
        return failure(note(query->lastError(), name));
    return m_prepared.insert(name, std::move(query))->get();
}

StoreError Connection::note(const QSqlError &error, QLatin1StringView where)
{
    const int code = error.nativeErrorCode().toInt();
    const StoreError mapped = errorOf(code);
    m_broken = m_broken || mapped == StoreError::Corrupt;
    const bool outOfMemory = (code & 0xff) == 7;
    if (mapped == StoreError::Corrupt || mapped == StoreError::Full || outOfMemory)
        m_suspicion = mapped;
    if (mapped != StoreError::Conflict)
        qCWarning(logStore) << "statement" << where << "failed with SQLite code" << code;
    return mapped;
}

StoreError storeError(VaultError error)
{
    switch (error) {
    case VaultError::Destroyed:
        return StoreError::Sealed;
    case VaultError::NotAuthentic:
        return StoreError::Corrupt;
    case VaultError::Unavailable:
    case VaultError::Failed:
        return StoreError::Failed;
    }
    return StoreError::Failed;
}

} // namespace destek::daemon
