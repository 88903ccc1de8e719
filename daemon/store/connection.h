#pragma once

#include "daemon/service/ports/stored.h"
#include "daemon/vault/vault_error.h"

#include <QHash>
#include <QString>
#include <QVariant>

#include <memory>
#include <optional>

class QSqlDatabase;
class QSqlError;
class QSqlQuery;

namespace destek::daemon
{

/// One SQLite connection with its prepared statements; belongs to the thread that opened it.
/// Never captured by a lambda that may run elsewhere: Qt would not notice (facts/server.md 3.1).
class Connection
{
public:
    enum class Use : quint8 { Writing, Reading };
    struct Settings {
        QString file;
        Use use = Use::Reading;
        bool weak = false;   ///< synchronous=NORMAL: only for the power-loss test
        qint64 maxPages = 0; ///< 0 = as SQLite has it
    };

    Connection();
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Errors: Busy, Corrupt, Failed (also when a safety setting does not hold).
    [[nodiscard]] Stored<Done> open(const Settings &settings);
    void close();

    /// One statement without bound values or rows of interest.
    Stored<Done> execute(const QString &sql);
    /// The first column of the first row; empty if there is none.
    Stored<QVariant> single(const QString &sql);
    /// The statement of that file, prepared once per connection.
    Stored<QSqlQuery *> prepared(QLatin1StringView name);
    /// Maps and remembers; logs the code, never bound values.
    StoreError note(const QSqlError &error, QLatin1StringView where);

    /// An I/O error or a damaged page was seen: nothing may be acknowledged any more.
    [[nodiscard]] bool isBroken() const { return m_broken; }
    /// SQLite may have ended the transaction by itself (disk full, out of memory, I/O): every
    /// statement fails until the writer has rolled back, so that none runs outside a transaction.
    [[nodiscard]] bool isSuspect() const { return m_suspicion.has_value(); }
    [[nodiscard]] StoreError suspicion() const { return m_suspicion.value_or(StoreError::Failed); }
    void distrust(StoreError error) { m_suspicion = error; }
    void clearSuspicion() { m_suspicion.reset(); }

private:
    [[nodiscard]] Stored<Done> setUp(const Settings &settings);
    [[nodiscard]] QSqlDatabase database() const;

    QString m_name;
    QHash<QLatin1StringView, std::shared_ptr<QSqlQuery>> m_prepared;
    bool m_broken = false;
    std::optional<StoreError> m_suspicion;
};

[[nodiscard]] StoreError storeError(VaultError error);

} // namespace destek::daemon
