#include "daemon/vault/key_file.h"

#include <QAtomicInt>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr int kSchema = 1;

QString freshConnectionName()
{
    static QAtomicInt counter;
    return u"keys-"_s + QString::number(counter.fetchAndAddRelaxed(1));
}

QVariant single(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement) || !query.next())
        return {};
    return query.value(0);
}

bool allOf(QSqlDatabase &database, std::initializer_list<const char *> statements)
{
    QSqlQuery query(database);
    for (const char *statement : statements) {
        if (!query.exec(QString::fromLatin1(statement)))
            return false;
        query.finish();
    }
    return true;
}

/// Runs `work` in one write transaction; false leaves the file as it was.
template <typename Work>
bool inTransaction(QSqlDatabase &database, Work work)
{
    if (!allOf(database, {"BEGIN IMMEDIATE"}))
        return false;
    if (work() && allOf(database, {"COMMIT"}))
        return true;
    allOf(database, {"ROLLBACK"});
    return false;
}

bool makeSchema(QSqlDatabase &database)
{
    return allOf(database,
                 {"CREATE TABLE data_key (contact INTEGER NOT NULL, slot TEXT NOT NULL,"
                  " wrapped BLOB NOT NULL, PRIMARY KEY (contact, slot)) WITHOUT ROWID",
                  "CREATE TABLE ended (contact INTEGER PRIMARY KEY, keys INTEGER NOT NULL)",
                  "CREATE TABLE origin (mark BLOB NOT NULL)", "PRAGMA user_version = 1"});
}

int countOfHere(QSqlDatabase &database, ContactId contact, bool *ok)
{
    QSqlQuery query(database);
    *ok = query.prepare(u"SELECT count(*) FROM data_key WHERE contact = ?"_s);
    query.addBindValue(contact.value);
    *ok = *ok && query.exec() && query.next();
    return *ok ? query.value(0).toInt() : 0;
}

} // namespace

KeyFile::KeyFile() : m_connection(freshConnectionName()) {}

KeyFile::~KeyFile()
{
    m_thread.run([this] {
        {
            QSqlDatabase database = QSqlDatabase::database(m_connection, false);
            database.close();
        }
        QSqlDatabase::removeDatabase(m_connection);
    });
}

Result<std::unique_ptr<KeyFile>, VaultOpenError> KeyFile::open(const QString &path,
                                                               const QByteArray &mark)
{
    std::unique_ptr<KeyFile> file(new KeyFile);
    std::optional<VaultOpenError> error;
    file->m_thread.run([&] { error = file->openHere(path, mark); });
    if (error)
        return failure(*error);
    return file;
}

std::optional<VaultOpenError> KeyFile::openHere(const QString &path, const QByteArray &mark)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(path);
    if (!database.open())
        return VaultOpenError::CannotOpen;
    // One process owns the file for as long as it is open: a second daemon on other data but the
    // same keys would not see keys ended here.
    if (!allOf(database, {"PRAGMA busy_timeout = 5000", "PRAGMA locking_mode = EXCLUSIVE",
                          "PRAGMA synchronous = EXTRA", "PRAGMA trusted_schema = OFF",
                          "PRAGMA cell_size_check = ON"}))
        return VaultOpenError::CannotOpen;
    if (single(database, u"PRAGMA secure_delete = ON"_s).toInt() != 1)
        return VaultOpenError::NoSecureDelete;
    if (single(database, u"PRAGMA journal_mode = TRUNCATE"_s).toString() != "truncate"_L1)
        return VaultOpenError::CannotOpen;

    const QVariant schema = single(database, u"PRAGMA user_version"_s);
    if (!schema.isValid())
        return VaultOpenError::CannotOpen;
    if (schema.toInt() > kSchema)
        return VaultOpenError::NewerSchema;
    if (schema.toInt() == 0) {
        const bool made = inTransaction(database, [&] {
            QSqlQuery query(database);
            if (!makeSchema(database) || !query.prepare(u"INSERT INTO origin VALUES (?)"_s))
                return false;
            query.addBindValue(mark);
            return query.exec();
        });
        if (!made)
            return VaultOpenError::CannotOpen;
    }
    if (single(database, u"SELECT mark FROM origin"_s).toByteArray() != mark)
        return VaultOpenError::WrongMasterKey;
    return std::nullopt;
}

Result<std::optional<QByteArray>, VaultError> KeyFile::find(const KeySlot &slot)
{
    std::optional<QByteArray> wrapped;
    bool ok = false;
    m_thread.run([&] {
        QSqlDatabase database = QSqlDatabase::database(m_connection);
        QSqlQuery query(database);
        ok = query.prepare(u"SELECT wrapped FROM data_key WHERE contact = ? AND slot = ?"_s);
        query.addBindValue(slot.contact.value);
        query.addBindValue(slot.name);
        ok = ok && query.exec();
        if (ok && query.next())
            wrapped = query.value(0).toByteArray();
    });
    if (!ok)
        return failure(VaultError::Unavailable);
    return wrapped;
}

Result<Done, VaultError> KeyFile::add(const QList<Row> &rows)
{
    bool ok = false;
    m_thread.run([&] {
        QSqlDatabase database = QSqlDatabase::database(m_connection);
        ok = inTransaction(database, [&] {
            QSqlQuery query(database);
            if (!query.prepare(u"INSERT INTO data_key (contact, slot, wrapped) SELECT ?, ?, ?"
                               " WHERE NOT EXISTS (SELECT 1 FROM ended WHERE contact = ?)"
                               " ON CONFLICT (contact, slot) DO NOTHING"_s))
                return false;
            for (const Row &row : rows) {
                query.bindValue(0, row.slot.contact.value);
                query.bindValue(1, row.slot.name);
                query.bindValue(2, row.wrapped);
                query.bindValue(3, row.slot.contact.value);
                if (!query.exec())
                    return false;
            }
            return true;
        });
    });
    if (!ok)
        return failure(VaultError::Unavailable);
    return done();
}

Result<bool, VaultError> KeyFile::ended(ContactId contact)
{
    bool ok = false;
    bool found = false;
    m_thread.run([&] {
        QSqlDatabase database = QSqlDatabase::database(m_connection);
        QSqlQuery query(database);
        ok = query.prepare(u"SELECT 1 FROM ended WHERE contact = ?"_s);
        query.addBindValue(contact.value);
        ok = ok && query.exec();
        found = ok && query.next();
    });
    if (!ok)
        return failure(VaultError::Unavailable);
    return found;
}

Result<int, VaultError> KeyFile::countOf(ContactId contact)
{
    bool ok = false;
    int count = 0;
    m_thread.run([&] {
        QSqlDatabase database = QSqlDatabase::database(m_connection);
        count = countOfHere(database, contact, &ok);
    });
    if (!ok)
        return failure(VaultError::Unavailable);
    return count;
}

Result<ContactId, VaultError> KeyFile::highestContact()
{
    QVariant highest;
    m_thread.run([&] {
        QSqlDatabase database = QSqlDatabase::database(m_connection);
        highest = single(database, u"SELECT max(coalesce((SELECT max(contact) FROM data_key), 0),"
                                   " coalesce((SELECT max(contact) FROM ended), 0))"_s);
    });
    if (!highest.isValid())
        return failure(VaultError::Unavailable);
    return ContactId(highest.toLongLong());
}

Result<int, VaultError> KeyFile::end(ContactId contact)
{
    bool ok = false;
    int count = 0;
    m_thread.run([&] {
        QSqlDatabase database = QSqlDatabase::database(m_connection);
        ok = inTransaction(database, [&] {
            bool counted = false;
            const int keys = countOfHere(database, contact, &counted);
            QSqlQuery query(database);
            if (!counted ||
                !query.prepare(u"INSERT INTO ended VALUES (?, ?) ON CONFLICT DO NOTHING"_s))
                return false;
            query.addBindValue(contact.value);
            query.addBindValue(keys);
            if (!query.exec() || !query.prepare(u"DELETE FROM data_key WHERE contact = ?"_s))
                return false;
            query.addBindValue(contact.value);
            if (!query.exec() || !query.prepare(u"SELECT keys FROM ended WHERE contact = ?"_s))
                return false;
            query.addBindValue(contact.value);
            if (!query.exec() || !query.next())
                return false;
            count = query.value(0).toInt();
            return true;
        });
    });
    if (!ok)
        return failure(VaultError::Unavailable);
    return count;
}

Result<int, VaultError> KeyFile::removeMonthsBefore(const QString &month)
{
    return remove("DELETE FROM data_key WHERE contact <> 0"
                  " AND slot GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND slot < ?",
                  month);
}

Result<int, VaultError> KeyFile::removeIntakeBefore(const QString &day)
{
    return remove("DELETE FROM data_key WHERE contact = 0 AND slot GLOB 'intake:*' AND slot < ?",
                  u"intake:"_s + day);
}

Result<int, VaultError> KeyFile::remove(const char *statement, const QString &bound)
{
    bool ok = false;
    int count = 0;
    m_thread.run([&] {
        QSqlDatabase database = QSqlDatabase::database(m_connection);
        ok = inTransaction(database, [&] {
            QSqlQuery query(database);
            if (!query.prepare(QString::fromLatin1(statement)))
                return false;
            query.addBindValue(bound);
            if (!query.exec())
                return false;
            count = query.numRowsAffected();
            return true;
        });
    });
    if (!ok)
        return failure(VaultError::Unavailable);
    return count;
}

} // namespace destek::daemon
