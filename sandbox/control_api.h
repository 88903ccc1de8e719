#pragma once

#include "sandbox/books.h"
#include "sandbox/coexistence_desk.h"
#include "sandbox/graph_api.h"
#include "sandbox/notice_board.h"
#include "sandbox/phones.h"

#include <functional>

namespace destek::sandbox
{

/// What the control API gives orders to; all outlive it.
struct ControlParts {
    World &world;
    GraphApi &graph;
    MessagePost &post;
    Phones &phones;
    Storyteller &storyteller;
    WebhookSender &webhooks;
    MediaBox &media;
    TemplateDesk &templates;
    PeopleDesk &people;
    CoexistenceDesk &coexistence;
    NoticeBoard &notices;
    Books &books;
    std::function<void(qint64 ms)> advanceClock;
};

/// What tests and trainers may order and ask (README.md, "Control API"). Reached from loopback
/// only: the listener sees to that. Main thread only.
class ControlApi
{
public:
    explicit ControlApi(ControlParts parts);

    [[nodiscard]] ApiAnswer handle(const ApiRequest &request);
    /// The same for a step of a scenario.
    [[nodiscard]] Ordered obey(const QString &name, const QJsonObject &order);

private:
    using Handler = std::function<Ordered(const QJsonObject &)>;
    void knowPeople();
    void knowFaults();
    [[nodiscard]] ApiAnswer read(const ApiRequest &request) const;
    [[nodiscard]] Ordered status(const QJsonObject &order);
    [[nodiscard]] Ordered valueError(const QJsonObject &order);
    [[nodiscard]] Ordered failNext(const QJsonObject &order);
    [[nodiscard]] Ordered weather(const QJsonObject &order);
    [[nodiscard]] Ordered media(const QJsonObject &order);
    [[nodiscard]] Ordered raw(const QJsonObject &order);
    [[nodiscard]] Ordered field(const QJsonObject &order);
    [[nodiscard]] QJsonArray sent() const;
    [[nodiscard]] QJsonArray delivered(bool withBodies) const;
    [[nodiscard]] QJsonObject counts() const;
    [[nodiscard]] QJsonArray people() const;

    ControlParts d;
    QHash<QString, Handler> m_handlers;
};

} // namespace destek::sandbox
