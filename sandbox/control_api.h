#pragma once

#include "sandbox/graph_api.h"
#include "sandbox/phones.h"
#include "sandbox/storyteller.h"

namespace destek::sandbox
{

/// What tests and trainers may order and ask (README.md, "Control API"). Reached from loopback
/// only: the listener sees to that. Main thread only.
class ControlApi
{
public:
    ControlApi(World &world, GraphApi &graph, MessagePost &post, Phones &phones,
               Storyteller &storyteller, WebhookSender &webhooks);

    [[nodiscard]] ApiAnswer handle(const ApiRequest &request);

private:
    [[nodiscard]] ApiAnswer inbound(const QJsonObject &order);
    [[nodiscard]] ApiAnswer status(const QJsonObject &order);
    [[nodiscard]] ApiAnswer fault(const QString &name, const QJsonObject &order);
    [[nodiscard]] ApiAnswer raw(const QJsonObject &order);
    [[nodiscard]] ApiAnswer persona(const QString &key, const QJsonObject &order);
    [[nodiscard]] ApiAnswer field(const QJsonObject &order);
    [[nodiscard]] QJsonArray sent() const;
    [[nodiscard]] QJsonArray delivered(bool withBodies) const;
    [[nodiscard]] QJsonObject counts() const;
    [[nodiscard]] QJsonArray people() const;

    World &m_world;
    GraphApi &m_graph;
    MessagePost &m_post;
    Phones &m_phones;
    Storyteller &m_storyteller;
    WebhookSender &m_webhooks;
};

} // namespace destek::sandbox
