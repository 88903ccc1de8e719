#include "daemon/store/sql_channel.h"

#include "daemon/store/statement.h"

namespace destek::daemon
{

namespace
{

NumberRecord numberFrom(const Row &row)
{
    NumberRecord record;
    record.phoneNumberId = row.text(0);
    record.display = row.text(1);
    record.quality = row.text(2);
    record.limit = row.text(3);
    record.throughput = row.text(4);
    record.nameStatus = row.text(5);
    record.lastInboundAt = row.instant(6);
    record.lastCallAt = row.instant(7);
    record.stopped = row.flag(8);
    record.stoppedCode = row.count(9);
    record.trialAt = row.instant(10);
    record.pace = row.number(11);
    record.verifiedName = row.text(12);
    record.status = row.text(13);
    record.onPhone = row.flag(14);
    record.restriction = row.text(15);
    record.restrictedUntil = row.instant(16);
    record.restrictionAt = row.instant(17);
    return record;
}

} // namespace

Stored<QList<NumberRecord>> SqlChannel::numbers() const
{
    return Statement(m_connection, "channel_numbers").all(numberFrom);
}

Stored<NumberRecord> SqlChannel::number(const QString &phoneNumberId) const
{
    Statement statement(m_connection, "channel_number");
    const auto found = statement.with(phoneNumberId).maybe(numberFrom);
    if (!found)
        return failure(found.error());
    if (found->has_value())
        return **found;
    NumberRecord record;
    record.phoneNumberId = phoneNumberId;
    return record;
}

Stored<QList<ChannelNumber::PricingCount>> SqlChannel::pricing(const QString &phoneNumberId,
                                                               const QString &fromMonth) const
{
    Statement statement(m_connection, "pricing_counts");
    return statement.with(phoneNumberId, fromMonth).all([](const Row &row) {
        return ChannelNumber::PricingCount{row.text(0), row.text(1), row.text(2), row.count(3)};
    });
}

Stored<QList<ChannelAlert>> SqlChannel::alerts(int limit) const
{
    Statement statement(m_connection, "channel_alerts");
    return statement.with(limit).all([](const Row &row) {
        ChannelAlert alert;
        alert.id = row.number(0);
        alert.at = row.instant(1);
        alert.severity = row.word(2, AlertSeverity::Warning);
        alert.kind = row.text(3);
        alert.subject = row.text(4);
        alert.detail = row.text(5);
        alert.code = row.count(6);
        alert.acknowledged = row.flag(7);
        return alert;
    });
}

Stored<std::optional<HistoryImport>> SqlChannel::historyImport(const QString &phoneNumberId) const
{
    Statement statement(m_connection, "history_import");
    return statement.with(phoneNumberId).maybe([](const Row &row) {
        return HistoryImport{row.count(0), row.count(1), row.instant(2)};
    });
}

Stored<Done> SqlChannel::noteHistoryImport(const QString &phoneNumberId,
                                           const HistoryImport &history)
{
    Statement statement(m_connection, "note_history_import");
    return statement.with(phoneNumberId, history.percent, history.code, history.at).runAny();
}

Stored<Done> SqlChannel::save(const NumberRecord &record)
{
    Statement statement(m_connection, "save_channel_number");
    return statement
        .with(record.phoneNumberId, record.display, record.quality, record.limit, record.throughput,
              record.nameStatus, record.lastInboundAt, record.lastCallAt, record.stopped,
              record.stoppedCode, record.trialAt, record.pace, record.verifiedName, record.status,
              record.onPhone, record.restriction, record.restrictedUntil, record.restrictionAt)
        .runAny();
}

Stored<int> SqlChannel::countPrice(const QString &phoneNumberId, const QString &month,
                                   const QString &category, const QString &type)
{
    {
        Statement statement(m_connection, "count_price");
        const auto counted = statement.with(phoneNumberId, month, category, type).runAny();
        if (!counted)
            return failure(counted.error());
    }
    Statement statement(m_connection, "price_count");
    const auto count = statement.with(phoneNumberId, month, category).number();
    if (!count)
        return failure(count.error());
    return int(*count);
}

Stored<bool> SqlChannel::raise(const ChannelAlert &alert)
{
    {
        Statement statement(m_connection, "repeat_channel_alert");
        const auto known =
            statement.with(alert.at, alert.detail, alert.kind, alert.subject, alert.code).run();
        if (!known)
            return failure(known.error());
        if (*known > 0)
            return false;
    }
    const auto id = nextNumber(m_connection, "channel_alert");
    if (!id)
        return failure(id.error());
    Statement statement(m_connection, "add_channel_alert");
    const auto added = statement
                           .with(*id, alert.at, alert.severity, alert.kind, alert.subject,
                                 alert.detail, alert.code)
                           .runAny();
    if (!added)
        return failure(added.error());
    return true;
}

Stored<Done> SqlChannel::acknowledge(qint64 alert, const QString &by, Instant at)
{
    Statement statement(m_connection, "acknowledge_channel_alert");
    return statement.with(at, by, alert).runOne();
}

} // namespace destek::daemon
