#include "models/channel/channel_model.h"

#include <algorithm>

namespace destek::models
{

ChannelModel::ChannelModel(net::ChannelApi *api, QObject *parent) : QObject(parent), m_api(api) {}

void ChannelModel::load()
{
    if (!m_api)
        return;
    ++m_asked;
    m_api->channel(
        {this, [this, generation = m_generation](const net::Answer<ChannelView> &answer) {
             take(answer, generation);
         }});
    Q_EMIT changed();
}

void ChannelModel::acknowledge(qint64 alert)
{
    if (!m_api)
        return;
    ++m_asked;
    m_api->acknowledge(
        alert, {this, [this, generation = m_generation](const net::Answer<ChannelView> &answer) {
                    take(answer, generation);
                }});
}

void ChannelModel::take(const net::Answer<ChannelView> &answer, int generation)
{
    if (generation != m_generation)
        return;
    --m_asked;
    if (answer.ok()) {
        m_view = *answer;
        m_error.reset();
    } else {
        m_error = answer.error();
    }
    Q_EMIT changed();
}

void ChannelModel::clear()
{
    ++m_generation;
    m_asked = 0;
    m_view.reset();
    m_error.reset();
    Q_EMIT changed();
}

int ChannelModel::openAlerts() const
{
    if (!m_view)
        return 0;
    return int(
        std::count_if(m_view->alerts.begin(), m_view->alerts.end(), [](const ChannelAlert &alert) {
            return !alert.acknowledged && alert.severity != AlertSeverity::Notice;
        }));
}

std::optional<ChannelAlert> ChannelModel::urgentAlert() const
{
    if (!m_view)
        return std::nullopt;
    for (const ChannelAlert &alert : m_view->alerts) {
        if (!alert.acknowledged && alert.severity == AlertSeverity::Critical)
            return alert;
    }
    return std::nullopt;
}

bool ChannelModel::isNearFreeQuota(const ChannelNumber &number)
{
    return number.servicesThisMonth * 100 >= kReportedFreeMessages * kWarnAtPercent;
}

QList<ChannelNumber::PricingCount> ChannelModel::monthlyCounts(const ChannelView &view)
{
    QList<ChannelNumber::PricingCount> rows;
    for (const ChannelNumber &number : view.numbers) {
        for (const auto &line : number.pricing) {
            const auto same =
                std::find_if(rows.begin(), rows.end(), [&](const ChannelNumber::PricingCount &row) {
                    return row.month == line.month && row.category == line.category &&
                           row.type == line.type;
                });
            if (same == rows.end())
                rows << line;
            else
                same->count += line.count;
        }
    }
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        return std::tie(b.month, a.category, a.type) < std::tie(a.month, b.category, b.type);
    });
    return rows;
}

} // namespace destek::models
