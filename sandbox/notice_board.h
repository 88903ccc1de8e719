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
    NoticeBoard(World &world, WebhookSender &webhooks);

    /// The order "notice": one of names(), with single keys of the value replaced. What it says
    /// is true from then on: of what the number answers and of what is sent from it.
    [[nodiscard]] Ordered obey(const QJsonObject &order);
    [[nodiscard]] QStringList names() const { return m_notices.keys(); }

private:
    void makeTrue(const QJsonObject &then, const QJsonObject &value);
    [[nodiscard]] QJsonValue filled(const QJsonValue &value) const;

    World &m_world;
    WebhookSender &m_webhooks;
    QJsonObject m_notices;
};

} // namespace destek::sandbox
