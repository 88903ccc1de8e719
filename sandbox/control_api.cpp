#include "sandbox/control_api.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

ApiAnswer answerOf(const Ordered &outcome)
{
    QJsonObject said;
    ApiAnswer answer;
    if (outcome) {
        said = *outcome;
    } else {
        said.insert(u"why"_s, outcome.error().why);
        answer.status = outcome.error().status;
    }
    said.insert(u"ok"_s, outcome.ok());
    answer.body = QJsonDocument(said).toJson(QJsonDocument::Compact);
    return answer;
}

OrderRefusal refusal(const QString &why, int status = 400)
{
    return {why, status};
}

/// "error": a code, or {"code","details"}.
std::optional<MetaError> errorIn(const QJsonObject &order)
{
    const QJsonValue given = order.value("error"_L1);
    if (given.isObject())
        return metaError(given["code"_L1].toInt(), given["details"_L1].toString());
    if (given.isDouble())
        return metaError(given.toInt());
    return order.value("status"_L1).toString() == "failed"_L1 ? std::optional(metaError(131000))
                                                              : std::nullopt;
}

} // namespace

ControlApi::ControlApi(ControlParts parts) : d(parts)
{
    knowPeople();
    knowFaults();
    m_handlers.insert(u"status"_s, [this](const QJsonObject &o) { return status(o); });
    m_handlers.insert(u"value-error"_s, [this](const QJsonObject &o) { return valueError(o); });
    m_handlers.insert(u"raw"_s, [this](const QJsonObject &o) { return raw(o); });
    m_handlers.insert(u"field"_s, [this](const QJsonObject &o) { return field(o); });
    m_handlers.insert(u"notice"_s, [this](const QJsonObject &o) { return d.notices.obey(o); });
    m_handlers.insert(u"clock"_s, [this](const QJsonObject &o) -> Ordered {
        const double hours = o.value("hours"_L1).toDouble();
        if (std::abs(hours) > 24.0 * 366)
            return failure(refusal(u"\"hours\" is at most a year."_s));
        d.advanceClock(qint64(hours * 3'600'000));
        return QJsonObject{{u"now_ms"_s, d.world.nowMs()}};
    });
    m_handlers.insert(u"number"_s, [this](const QJsonObject &o) -> Ordered {
        d.world.number().set(o);
        return d.world.number().fields({}, d.world.nowMs());
    });
    m_handlers.insert(u"template"_s, [this](const QJsonObject &o) { return d.templates.obey(o); });
    m_handlers.insert(u"review"_s, [this](const QJsonObject &o) -> Ordered {
        QStringList reject;
        for (const QJsonValue &name : o.value("reject"_L1).toArray())
            reject << name.toString();
        d.templates.setReview(o.value("seconds"_L1).toInt(30), reject);
        return QJsonObject{};
    });
}

void ControlApi::knowPeople()
{
    m_handlers.insert(u"inbound"_s, [this](const QJsonObject &o) { return d.people.inbound(o); });
    m_handlers.insert(u"inbound-many"_s,
                      [this](const QJsonObject &o) { return d.people.inboundMany(o); });
    m_handlers.insert(u"say"_s, [this](const QJsonObject &o) { return d.people.say(o); });
    m_handlers.insert(u"press"_s, [this](const QJsonObject &o) { return d.people.press(o); });
    m_handlers.insert(u"person"_s, [this](const QJsonObject &o) { return d.people.person(o); });
    m_handlers.insert(u"identity"_s, [this](const QJsonObject &o) { return d.people.identity(o); });
    m_handlers.insert(u"preference"_s,
                      [this](const QJsonObject &o) { return d.people.preference(o); });
    m_handlers.insert(u"echo"_s, [this](const QJsonObject &o) { return d.coexistence.echo(o); });
    m_handlers.insert(u"history"_s,
                      [this](const QJsonObject &o) { return d.coexistence.history(o); });
    m_handlers.insert(u"app-state"_s,
                      [this](const QJsonObject &o) { return d.coexistence.appState(o); });
    m_handlers.insert(u"standby"_s,
                      [this](const QJsonObject &o) { return d.coexistence.standby(o); });
    m_handlers.insert(u"handover"_s,
                      [this](const QJsonObject &o) { return d.coexistence.handover(o); });
}

void ControlApi::knowFaults()
{
    m_handlers.insert(u"fail-next"_s, [this](const QJsonObject &o) { return failNext(o); });
    m_handlers.insert(u"fail-later"_s, [this](const QJsonObject &o) -> Ordered {
        d.post.doomNext(o.value("code"_L1).toInt(131000), o.value("count"_L1).toInt(1),
                        o.value("after"_L1).toString() == "sent"_L1);
        return QJsonObject{};
    });
    m_handlers.insert(u"silence-next"_s, [this](const QJsonObject &o) -> Ordered {
        d.graph.faults().silenceCount = o.value("count"_L1).toInt(1);
        return QJsonObject{};
    });
    m_handlers.insert(u"drop-next"_s, [this](const QJsonObject &o) -> Ordered {
        d.graph.faults().dropCount = o.value("count"_L1).toInt(1);
        return QJsonObject{};
    });
    m_handlers.insert(u"outage"_s, [this](const QJsonObject &o) -> Ordered {
        const bool on = o.value("on"_L1).toBool(true);
        d.graph.faults().outage = on && o.value("graph"_L1).toBool(true);
        d.webhooks.hold(on && o.value("webhooks"_L1).toBool(true));
        return QJsonObject{};
    });
    m_handlers.insert(u"usage"_s, [this](const QJsonObject &o) -> Ordered {
        d.graph.faults().usagePercent = o.value("percent"_L1).toInt(1);
        d.graph.faults().regainMinutes = o.value("regain_minutes"_L1).toInt(0);
        return QJsonObject{};
    });
    m_handlers.insert(u"weather"_s, [this](const QJsonObject &o) { return weather(o); });
    m_handlers.insert(u"media"_s, [this](const QJsonObject &o) { return media(o); });
}

ApiAnswer ControlApi::handle(const ApiRequest &request)
{
    if (request.method == "GET"_L1)
        return read(request);
    QString name = request.path.section(u'/', 2, 2);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (!document.isObject() && !request.body.isEmpty())
        return answerOf(
            failure(refusal(u"The body is not a JSON object: "_s + error.errorString())));
    QJsonObject order = document.object();
    if (name == "persona"_L1) { // the older way to say "say"
        order.insert(u"persona"_s, request.path.section(u'/', 3, 3));
        name = request.path.section(u'/', 4, 4);
    }
    return answerOf(obey(name, order));
}

Ordered ControlApi::obey(const QString &name, const QJsonObject &order)
{
    const auto handler = m_handlers.constFind(name);
    if (const QString complaint = complaintAbout(name, order); !complaint.isEmpty())
        return failure(refusal(complaint, handler == m_handlers.constEnd() ? 404 : 400));
    return (*handler)(order);
}

Ordered ControlApi::status(const QJsonObject &order)
{
    if (!d.phones.report(order.value("wamid"_L1).toString(), order.value("status"_L1).toString(),
                         errorIn(order), order.value("pricing"_L1).toObject()))
        return failure(refusal(u"No message was sent under this id."_s, 404));
    return QJsonObject{};
}

Ordered ControlApi::valueError(const QJsonObject &order)
{
    Update update;
    update.value = frameOf(d.world.business());
    const MetaError error =
        metaError(order.value("code"_L1).toInt(130429), order.value("details"_L1).toString());
    update.value.insert(u"errors"_s, QJsonArray{error.inWebhook()});
    d.webhooks.post(update);
    return QJsonObject{};
}

Ordered ControlApi::failNext(const QJsonObject &order)
{
    const QString edge = order.value("edge"_L1).toString();
    if (!edge.isEmpty() && edge != "messages"_L1 && edge != "media"_L1)
        return failure(refusal(u"\"edge\" is one of messages, media."_s));
    Faults &faults = d.graph.faults();
    faults.failEdge = edge;
    faults.failCode = order.value("code"_L1).toInt(131000);
    faults.failHttp = order.value("http_status"_L1).toInt(0);
    faults.failAfterTaking = order.value("processed"_L1).toBool(false);
    faults.failCount = order.value("count"_L1).toInt(1);
    return QJsonObject{};
}

Ordered ControlApi::weather(const QJsonObject &order)
{
    WebhookSettings weather = d.webhooks.settings();
    weather.duplicates = order.value("duplicates"_L1).toDouble();
    weather.twins = order.value("twins"_L1).toDouble();
    weather.reorder = order.value("reorder"_L1).toDouble();
    weather.delayMs = order.value("delay_ms"_L1).toInt();
    weather.batch = std::clamp(order.value("batch"_L1).toInt(weather.batch), 1, 1000);
    weather.parallel = std::clamp(order.value("parallel"_L1).toInt(weather.parallel), 1, 6);
    d.webhooks.setWeather(weather);
    return QJsonObject{};
}

Ordered ControlApi::media(const QJsonObject &order)
{
    const auto fault = mediaFaultFromWord(order.value("fault"_L1).toString());
    if (!fault)
        return failure(refusal(u"\"fault\" is one of not_found, wrong_hash, wrong_size, slow, cut, "
                               "expired."_s));
    d.media.breakNext(*fault, order.value("count"_L1).toInt(1), order.value("id"_L1).toString(),
                      order.value("delay_ms"_L1).toInt(3000));
    return QJsonObject{};
}

Ordered ControlApi::raw(const QJsonObject &order)
{
    const QJsonValue body = order.value("body"_L1);
    QByteArray bytes;
    if (order.contains("base64"_L1))
        bytes = QByteArray::fromBase64(order.value("base64"_L1).toString().toLatin1());
    else if (body.isString())
        bytes = body.toString().toUtf8();
    else
        bytes = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    std::optional<QByteArray> signature;
    if (order.contains("signature"_L1))
        signature = order.value("signature"_L1).toString().toLatin1();
    return QJsonObject{{u"id"_s, qint64(d.webhooks.postRaw(bytes, signature))}};
}

Ordered ControlApi::field(const QJsonObject &order)
{
    Update update;
    update.field = order.value("field"_L1).toString();
    update.value = order.value("value"_L1).toObject();
    if (update.field.isEmpty())
        return failure(refusal(u"Give \"field\" and \"value\"."_s));
    d.webhooks.post(std::move(update));
    return QJsonObject{};
}

} // namespace destek::sandbox
