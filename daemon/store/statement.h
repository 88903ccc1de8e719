#pragma once

#include "core/base/instant.h"
#include "core/domain/enum_names.h"
#include "core/domain/ids.h"
#include "daemon/service/ports/stored.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariant>

#include <optional>

class QSqlQuery;

namespace destek::daemon
{

class Connection;

/// The values of one row, typed. Valid inside the callback that gets it.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] int count(int column) const { return int(number(column)); }
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] Instant instant(int column) const { return Instant::fromMs(number(column)); }
    [[nodiscard]] std::optional<Instant> maybeInstant(int column) const;
    [[nodiscard]] MessageId messageId(int column) const;
    template <typename I>
    [[nodiscard]] I id(int column) const
    {
        return I(number(column));
    }
    /// Words this version does not know become `unknown`.
    template <typename E>
    [[nodiscard]] E word(int column, E unknown) const
    {
        return fromWireName<E>(text(column)).value_or(unknown);
    }

private:
    const QSqlQuery &m_query;
};

/// One run of a kept statement; finished when it goes out of scope, because an unfinished SELECT
/// pins the write-ahead log and hinders erasure (facts/server.md 3.1).
class Statement
{
public:
    /// `name` must be a literal: it is kept as the key of the prepared statement.
    Statement(Connection &connection, const char *name);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Binds in the order of the placeholders. Empty ids and instants may be NULL: see bound().
    template <typename... Values>
    Statement &with(const Values &...values)
    {
        (bind(bound(values)), ...);
        return *this;
    }

    /// Runs a change; answers how many rows it touched.
    Stored<qint64> run();
    /// Runs a change that must touch exactly one row. Errors: NotFound.
    Stored<Done> runOne();
    /// Runs a change where the number of rows does not matter.
    Stored<Done> runAny();

    /// All rows through `read`, a function of Row.
    template <typename Read>
    auto all(Read read) -> Stored<QList<std::decay_t<decltype(read(std::declval<Row>()))>>>
    {
        QList<std::decay_t<decltype(read(std::declval<Row>()))>> rows;
        auto more = start();
        for (; more && *more; more = next())
            rows.append(read(row()));
        if (!more)
            return failure(more.error());
        return rows;
    }
    /// The first row, if any.
    template <typename Read>
    auto maybe(Read read)
        -> Stored<std::optional<std::decay_t<decltype(read(std::declval<Row>()))>>>
    {
        using T = std::decay_t<decltype(read(std::declval<Row>()))>;
        const auto found = start();
        if (!found)
            return failure(found.error());
        return *found ? std::optional<T>(read(row())) : std::optional<T>();
    }
    /// The first row. Errors: NotFound.
    template <typename Read>
    auto one(Read read) -> Stored<std::decay_t<decltype(read(std::declval<Row>()))>>
    {
        auto found = maybe(std::move(read));
        if (!found)
            return failure(found.error());
        if (!found->has_value())
            return failure(StoreError::NotFound);
        return std::move(**found);
    }
    /// The first column of the only row, 0 if there is none or it is NULL.
    Stored<qint64> number();
    /// Streams; stops when `take` answers false.
    template <typename Take>
    Stored<Done> each(Take take)
    {
        auto more = start();
        for (; more && *more; more = next()) {
            if (!take(row()))
                return done();
        }
        if (!more)
            return failure(more.error());
        return done();
    }

    [[nodiscard]] static QVariant bound(const QVariant &value) { return value; }
    [[nodiscard]] static QVariant bound(qint64 value) { return value; }
    [[nodiscard]] static QVariant bound(int value) { return qint64(value); }
    [[nodiscard]] static QVariant bound(bool value) { return qint64(value ? 1 : 0); }
    [[nodiscard]] static QVariant bound(const QString &value);
    [[nodiscard]] static QVariant bound(QStringView value) { return bound(value.toString()); }
    [[nodiscard]] static QVariant bound(QLatin1StringView value) { return bound(QString(value)); }
    [[nodiscard]] static QVariant bound(const QByteArray &value);
    [[nodiscard]] static QVariant bound(Instant value) { return value.ms; }
    /// Invalid ids are NULL.
    template <typename Tag>
    [[nodiscard]] static QVariant bound(Id<Tag> id)
    {
        return id.isValid() ? QVariant(id.value) : QVariant();
    }
    [[nodiscard]] static QVariant bound(MessageId id);
    template <typename T>
    [[nodiscard]] static QVariant bound(const std::optional<T> &value)
    {
        return value ? bound(*value) : QVariant();
    }
    template <typename E>
    requires std::is_enum_v<E>
    [[nodiscard]] static QVariant bound(E value) { return bound(wireName(value)); }

private:
    void bind(const QVariant &value);
    Stored<bool> start();
    Stored<bool> next();
    [[nodiscard]] Row row() const;

    Connection &m_connection;
    QLatin1StringView m_name;
    Stored<QSqlQuery *> m_query;
    int m_bound = 0;
};

/// The next number of a series; numbers of rolled-back jobs are given again, so series that only
/// committed work uses have no gaps.
[[nodiscard]] Stored<qint64> nextNumber(Connection &connection, const char *series);

} // namespace destek::daemon
