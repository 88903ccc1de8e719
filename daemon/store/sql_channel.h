#pragma once

#include "daemon/service/ports/channel.h"

namespace destek::daemon
{

class Connection;

class SqlChannel final : public Channel
{
public:
    explicit SqlChannel(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Stored<QList<NumberRecord>> numbers() const override;
    [[nodiscard]] Stored<NumberRecord> number(const QString &phoneNumberId) const override;
    [[nodiscard]] Stored<QList<ChannelNumber::PricingCount>>
    pricing(const QString &phoneNumberId, const QString &fromMonth) const override;
    [[nodiscard]] Stored<QList<ChannelAlert>> alerts(int limit) const override;
    [[nodiscard]] Stored<std::optional<HistoryImport>>
    historyImport(const QString &phoneNumberId) const override;
    Stored<Done> noteHistoryImport(const QString &phoneNumberId,
                                   const HistoryImport &history) override;
    Stored<Done> save(const NumberRecord &record) override;
    Stored<int> countPrice(const QString &phoneNumberId, const QString &month,
                           const QString &category, const QString &type) override;
    Stored<bool> raise(const ChannelAlert &alert) override;
    Stored<Done> acknowledge(qint64 alert, const QString &by, Instant at) override;

private:
    Connection &m_connection;
};

} // namespace destek::daemon
