#pragma once

#include "sandbox/order.h"
#include "sandbox/storyteller.h"

namespace destek::sandbox
{

/// The orders about single people: what they write, press and decide, and how their identities
/// change (whatsapp.md 2, 3, 5.4). Main thread only.
class PeopleDesk
{
public:
    PeopleDesk(World &world, Storyteller &storyteller, WebhookSender &webhooks);

    [[nodiscard]] Ordered inbound(const QJsonObject &order);
    [[nodiscard]] Ordered inboundMany(const QJsonObject &order);
    [[nodiscard]] Ordered say(const QJsonObject &order);
    [[nodiscard]] Ordered press(const QJsonObject &order);
    [[nodiscard]] Ordered person(const QJsonObject &order);
    [[nodiscard]] Ordered preference(const QJsonObject &order);
    [[nodiscard]] Ordered identity(const QJsonObject &order);

    /// By "persona", "user_id" or "from"; null if nobody is meant.
    [[nodiscard]] Person *who(const QJsonObject &order) const;

private:
    [[nodiscard]] Result<Update, OrderRefusal> composed(const QJsonObject &order);
    void adopt(Person &person, const QJsonObject &order);
    [[nodiscard]] QString changeNumber(Person &person, const QJsonObject &order);
    [[nodiscard]] QString changeUserId(Person &person, const QJsonObject &order);
    void postSystem(QJsonObject message, const QJsonObject &system);

    World &m_world;
    Storyteller &m_storyteller;
    WebhookSender &m_webhooks;
};

/// The line of an order: "message", or "text".
[[nodiscard]] Line orderedLine(const QJsonObject &order);

} // namespace destek::sandbox
