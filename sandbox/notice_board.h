#pragma once

#include "sandbox/order.h"
#include "sandbox/webhook_sender.h"

namespace destek::sandbox
{

/// What Meta says about the account and the number: the webhooks of whatsapp.md 7 that no
/// customer and no template causes. Main thread only.
class NoticeBoard
{
public:
    NoticeBoard(const Business &business, WebhookSender &webhooks, WallClock clock);

    /// The order "notice": one of names(), with single keys of the value replaced.
    [[nodiscard]] Ordered obey(const QJsonObject &order);
    [[nodiscard]] QStringList names() const { return m_notices.keys(); }

private:
    [[nodiscard]] QJsonValue filled(const QJsonValue &value) const;

    const Business m_business;
    WebhookSender &m_webhooks;
    const WallClock m_clock;
    QJsonObject m_notices;
};

} // namespace destek::sandbox
