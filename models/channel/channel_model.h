#pragma once

#include "net/api/conversation_api.h"

#include <QObject>

#include <optional>

namespace destek::models
{

/// What WhatsApp says of the account, and what waits (facts/whatsapp.md 5.6, 7). One per desk;
/// empty without the permission. Threads: GUI only.
class ChannelModel final : public QObject
{
    Q_OBJECT
public:
    /// Free service messages per number and month as reported since October 2026; Meta's own
    /// page is silent (facts/whatsapp.md 5.3), so it only says when to look.
    static constexpr int kReportedFreeMessages = 1000;
    static constexpr int kWarnAtPercent = 80;

    explicit ChannelModel(net::ChannelApi *api, QObject *parent = nullptr);

    /// What is shown stays until the answer has come.
    void load();
    void clear();
    void acknowledge(qint64 alert);

    [[nodiscard]] const std::optional<ChannelView> &view() const { return m_view; }
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    [[nodiscard]] bool isLoading() const { return m_asked > 0; }
    /// Not acknowledged, warnings and worse; 0 without an answer.
    [[nodiscard]] int openAlerts() const;
    /// The newest critical alert nobody has acknowledged.
    [[nodiscard]] std::optional<ChannelAlert> urgentAlert() const;
    [[nodiscard]] static bool isNearFreeQuota(const ChannelNumber &number);
    /// One row per month, category and type over all numbers, newest month first.
    [[nodiscard]] static QList<ChannelNumber::PricingCount> monthlyCounts(const ChannelView &view);

Q_SIGNALS:
    void changed();

private:
    void take(const net::Answer<ChannelView> &answer, int generation);

    net::ChannelApi *m_api;
    std::optional<ChannelView> m_view;
    std::optional<ApiError> m_error;
    int m_generation = 0;
    int m_asked = 0;
};

} // namespace destek::models
