#include "sandbox/sandbox.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

constexpr qint64 kVerifyAgainMs = 3000;

Options completed(Options options, const std::shared_ptr<qint64> &shift)
{
    const WallClock clock =
        options.clock ? options.clock : [] { return QDateTime::currentMSecsSinceEpoch(); };
    options.clock = [clock, shift] { return clock() + *shift; };
    return options;
}

Scenario paced(Scenario scenario, const Options &options)
{
    if (options.arrivalsPerHour >= 0)
        scenario.arrivalsPerHour = options.arrivalsPerHour;
    return scenario;
}

} // namespace

QJsonArray templatesFor(const Scenario &scenario)
{
    if (!scenario.templates.isEmpty())
        return scenario.templates;
    QFile file(u":/sandbox/stories/templates.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).array();
}

// Every part throws its own dice, so that one more throw in one part does not change the others.
Sandbox::Sandbox(Options options, const Scenario &scenario, QObject *parent)
    : QObject(parent), m_options(completed(std::move(options), m_clockShift)),
      m_timetable(m_options.speed, m_options.pace),
      m_world(m_options.business, m_options.clock, m_options.seed),
      m_media(m_options.clock, m_options.seed + 1),
      m_webhooks(m_options.webhooks, m_options.business, m_options.clock, m_timetable,
                 m_options.seed + 2),
      m_templates(templatesFor(scenario), m_timetable, m_webhooks, m_options.clock),
      m_post(m_world, m_templates.shelf(), m_media, m_options.posts),
      m_phones(m_world, m_timetable, m_webhooks, m_options.seed + 3),
      m_storyteller(m_world, m_timetable, m_webhooks, m_media, m_templates.shelf(),
                    paced(scenario, m_options), m_options.seed + 4),
      m_graph(m_world, m_post, m_templates, m_media, m_webhooks, m_options.token,
              m_options.seed + 5),
      m_people(m_world, m_storyteller, m_webhooks),
      m_coexistence(m_world, m_people, m_media, m_webhooks, m_options.seed + 6),
      m_notices(m_world, m_webhooks), m_books(m_world, m_media, m_webhooks),
      m_control(ControlParts{m_world, m_graph, m_post, m_phones, m_storyteller, m_webhooks, m_media,
                             m_templates, m_people, m_coexistence, m_notices, m_books,
                             [this](qint64 ms) { *m_clockShift += ms; }}),
      m_steps(scenario.steps),
      m_listener([this](const ApiRequest &request) { return m_graph.handle(request); },
                 [this](const ApiRequest &request) { return m_control.handle(request); })
{
    connect(&m_post, &MessagePost::accepted, &m_phones, &Phones::take);
    connect(&m_post, &MessagePost::refused, &m_books, &Books::noteRefused);
    connect(&m_post, &MessagePost::readByBusiness, &m_books,
            [this](const QString &, bool typing) { m_books.noteReadMark(typing); });
    connect(&m_webhooks, &WebhookSender::posted, &m_books, &Books::notePosted);
    connect(&m_webhooks, &WebhookSender::taken, &m_books, &Books::noteTaken);
    connect(&m_phones, &Phones::seen, &m_storyteller, &Storyteller::hear);
    connect(&m_webhooks, &WebhookSender::verified, this, [this](bool ok) {
        Q_EMIT verified(ok);
        if (ok)
            beginStory();
        else // Meta would not save such a callback; here it is tried again until it works.
            m_timetable.after(kVerifyAgainMs, [this] { m_webhooks.verifyCallback(); });
    });
}

Result<quint16, ListenError> Sandbox::start()
{
    const auto port = m_listener.listen(m_options.port);
    if (!port)
        return port;
    m_graph.setBaseUrl(u"http://127.0.0.1:%1"_s.arg(*port));
    m_graph.faults().outage = m_options.outage;
    m_webhooks.hold(m_options.outage || m_options.verify);
    if (m_options.verify)
        m_webhooks.verifyCallback();
    else
        beginStory();
    return port;
}

void Sandbox::beginStory()
{
    m_webhooks.hold(m_graph.faults().outage);
    if (m_options.quiet)
        return;
    m_storyteller.begin();
    bookSteps();
}

void Sandbox::bookSteps()
{
    for (const Step &step : m_steps)
        m_timetable.after(qint64(step.atS * 1000), [this, step] {
            const Ordered outcome = m_control.obey(step.order, step.with);
            if (!outcome)
                qWarning("destek-sandbox: step \"%s\": %s", qUtf8Printable(step.order),
                         qUtf8Printable(outcome.error().why));
        });
}

} // namespace destek::sandbox
