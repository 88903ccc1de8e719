#pragma once

#include "sandbox/control_api.h"
#include "sandbox/listener.h"
#include "sandbox/options.h"
#include "sandbox/scenario.h"

#include <QObject>

#include <memory>

namespace destek::sandbox
{

/// The object graph: one WhatsApp business, its customers and Meta between them. Tests make one
/// in process. Main thread only.
class Sandbox : public QObject
{
    Q_OBJECT
public:
    Sandbox(Options options, const Scenario &scenario, QObject *parent = nullptr);

    /// Opens the listener and begins the story; answers the port.
    [[nodiscard]] Result<quint16, ListenError> start();

    [[nodiscard]] ApiAnswer graph(const ApiRequest &request) { return m_graph.handle(request); }
    [[nodiscard]] ApiAnswer control(const ApiRequest &request) { return m_control.handle(request); }
    [[nodiscard]] const Books &books() const { return m_books; }
    [[nodiscard]] MediaBox &media() { return m_media; }
    [[nodiscard]] World &world() { return m_world; }
    [[nodiscard]] Timetable &timetable() { return m_timetable; }
    [[nodiscard]] WebhookSender &webhooks() { return m_webhooks; }
    [[nodiscard]] Storyteller &storyteller() { return m_storyteller; }

Q_SIGNALS:
    /// Only with Options::verify.
    void verified(bool ok);

private:
    void beginStory();
    void bookSteps();

    /// How far the order "clock" has moved the dates.
    const std::shared_ptr<qint64> m_clockShift = std::make_shared<qint64>(0);
    const Options m_options;
    Timetable m_timetable;
    World m_world;
    MediaBox m_media;
    WebhookSender m_webhooks;
    TemplateDesk m_templates;
    MessagePost m_post;
    Phones m_phones;
    Storyteller m_storyteller;
    GraphApi m_graph;
    PeopleDesk m_people;
    CoexistenceDesk m_coexistence;
    NoticeBoard m_notices;
    Books m_books;
    ControlApi m_control;
    const QList<Step> m_steps;
    Listener m_listener;
};

/// The templates of the scenario, or the built-in ones if it brings none.
[[nodiscard]] QJsonArray templatesFor(const Scenario &scenario);

} // namespace destek::sandbox
