#include "sandbox/control_api.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

ApiAnswer json(const QJsonDocument &document, int status = 200)
{
    ApiAnswer answer;
    answer.status = status;
    answer.body = document.toJson(QJsonDocument::Compact);
    return answer;
}

ApiAnswer done(QJsonObject extra = {})
{
    extra.insert(u"ok"_s, true);
    return json(QJsonDocument(extra));
}

ApiAnswer refused(const QString &why, int status = 400)
{
    return json(QJsonDocument(QJsonObject{{u"ok"_s, false}, {u"why"_s, why}}), status);
}

/// "at" in Unix seconds, or "minutes_ago"; otherwise now.
qint64 momentOf(const QJsonObject &order, qint64 now)
{
    if (order.contains("at"_L1)) {
        const QJsonValue at = order.value("at"_L1);
        return qint64(at.isString() ? at.toString().toDouble() : at.toDouble()) * 1000;
    }
    return now - qint64(order.value("minutes_ago"_L1).toDouble() * 60'000);
}

Line lineOf(const QJsonObject &order)
{
    return lineFrom(order.contains("message"_L1) ? order.value("message"_L1)
                                                 : order.value("text"_L1));
}

bool speakable(const Line &line)
{
    const QString type = line.content.value("type"_L1).toString();
    return !type.isEmpty() && (type != "text"_L1 || line.content["text"_L1]["body"_L1].isString());
}

} // namespace

ControlApi::ControlApi(World &world, GraphApi &graph, MessagePost &post, Phones &phones,
                       Storyteller &storyteller, WebhookSender &webhooks)
    : m_world(world), m_graph(graph), m_post(post), m_phones(phones), m_storyteller(storyteller),
      m_webhooks(webhooks)
{
}

ApiAnswer ControlApi::handle(const ApiRequest &request)
{
    const QString what = request.path.section(u'/', 2, 2);
    if (request.method == "GET"_L1) {
        if (what == "sent"_L1)
            return json(QJsonDocument(sent()));
        if (what == "delivered"_L1)
            return json(QJsonDocument(delivered(request.query.value(u"bodies"_s) == "1"_L1)));
        if (what == "counts"_L1)
            return json(QJsonDocument(counts()));
        if (what == "people"_L1)
            return json(QJsonDocument(people()));
        return refused(u"There is nothing to read under this name."_s, 404);
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject() && !request.body.isEmpty())
        return refused(u"The body is not a JSON object."_s);
    const QJsonObject order = document.object();
    if (what == "inbound"_L1)
        return inbound(order);
    if (what == "status"_L1)
        return status(order);
    if (what == "raw"_L1)
        return raw(order);
    if (what == "field"_L1)
        return field(order);
    if (what == "persona"_L1)
        return persona(request.path.section(u'/', 3, 3), order);
    return fault(what, order);
}

ApiAnswer ControlApi::inbound(const QJsonObject &order)
{
    const QString phone = order.value("from"_L1).toString().remove(u'+');
    const QString bsuid = order.value("user_id"_L1).toString();
    const Line line = lineOf(order);
    if (phone.isEmpty() && bsuid.isEmpty())
        return refused(u"Give \"from\" or \"user_id\"."_s);
    if (!speakable(line))
        return refused(u"Give \"text\", or \"message\" with a \"type\"."_s);
    Person *person = m_world.find(phone, bsuid, order.value("name"_L1).toString());
    if (order.contains("username"_L1))
        person->username = order.value("username"_L1).toString();
    if (order.contains("shows_phone"_L1))
        person->showsPhone = order.value("shows_phone"_L1).toBool();
    if (order.contains("receipts"_L1))
        person->receipts = receiptsFromWord(order.value("receipts"_L1).toString());
    const QString wamid = m_storyteller.say(*person, line, momentOf(order, m_world.nowMs()),
                                            order.value("wamid"_L1).toString());
    if (wamid.isEmpty())
        return refused(u"There is no message to react to yet."_s, 409);
    return done({{u"wamid"_s, wamid}, {u"user_id"_s, person->bsuid}});
}

ApiAnswer ControlApi::status(const QJsonObject &order)
{
    std::optional<MetaError> error;
    const QJsonValue given = order.value("error"_L1);
    if (given.isDouble() || given.isObject())
        error = metaError(given.isObject() ? given["code"_L1].toInt() : given.toInt(),
                          given["details"_L1].toString());
    if (order.value("status"_L1).toString() == "failed"_L1 && !error)
        error = metaError(131000);
    if (!m_phones.report(order.value("wamid"_L1).toString(), order.value("status"_L1).toString(),
                         error))
        return refused(u"No message was sent under this id."_s, 404);
    return done();
}

ApiAnswer ControlApi::fault(const QString &name, const QJsonObject &order)
{
    Faults &faults = m_graph.faults();
    const int count = order.value("count"_L1).toInt(1);
    if (name == "fail-next"_L1) {
        faults.failCode = order.value("code"_L1).toInt(131000);
        faults.failHttp = order.value("http_status"_L1).toInt(0);
        faults.failAfterTaking = order.value("processed"_L1).toBool(false);
        faults.failCount = count;
    } else if (name == "silence-next"_L1) {
        faults.silenceCount = count;
    } else if (name == "drop-next"_L1) {
        faults.dropCount = count;
    } else if (name == "outage"_L1) {
        const bool on = order.value("on"_L1).toBool(true);
        faults.outage = on && order.value("graph"_L1).toBool(true);
        m_webhooks.hold(on && order.value("webhooks"_L1).toBool(true));
    } else if (name == "weather"_L1) {
        m_webhooks.setWeather(order.value("duplicates"_L1).toDouble(),
                              order.value("reorder"_L1).toDouble(),
                              order.value("delay_ms"_L1).toInt());
    } else {
        return refused(u"There is nothing to order under this name."_s, 404);
    }
    return done();
}

ApiAnswer ControlApi::raw(const QJsonObject &order)
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
    return done({{u"id"_s, qint64(m_webhooks.postRaw(bytes, signature))}});
}

ApiAnswer ControlApi::field(const QJsonObject &order)
{
    Update update;
    update.field = order.value("field"_L1).toString();
    update.value = order.value("value"_L1).toObject();
    if (update.field.isEmpty())
        return refused(u"Give \"field\" and \"value\"."_s);
    m_webhooks.post(std::move(update));
    return done();
}

ApiAnswer ControlApi::persona(const QString &key, const QJsonObject &order)
{
    Person *person = m_world.byKey(key);
    const Line line = lineOf(order);
    if (person == nullptr)
        return refused(u"Nobody has this key."_s, 404);
    if (!speakable(line))
        return refused(u"Give \"text\", or \"message\" with a \"type\"."_s);
    const QString wamid = m_storyteller.say(*person, line, momentOf(order, m_world.nowMs()));
    return done({{u"wamid"_s, wamid}, {u"user_id"_s, person->bsuid}});
}

QJsonArray ControlApi::sent() const
{
    QJsonArray list;
    for (const auto &message : m_world.allSent())
        list << QJsonObject{{u"wamid"_s, message->wamid},
                            {u"to"_s, message->number},
                            {u"recipient"_s, message->bsuid},
                            {u"input"_s, message->input},
                            {u"persona"_s, message->person ? message->person->key : QString()},
                            {u"type"_s, message->type},
                            {u"category"_s, message->category},
                            {u"body"_s, message->body},
                            {u"at_ms"_s, message->atMs},
                            {u"inside_window"_s, message->insideWindow},
                            {u"status"_s, message->status},
                            {u"biz_opaque_callback_data"_s, message->callbackData}};
    return list;
}

QJsonArray ControlApi::delivered(bool withBodies) const
{
    QJsonArray list;
    for (const auto &delivery : m_webhooks.deliveries()) {
        QJsonObject entry{{u"id"_s, qint64(delivery->id)},
                          {u"keys"_s, QJsonArray::fromStringList(delivery->keys)},
                          {u"updates"_s, delivery->updates},
                          {u"attempts"_s, delivery->attempts},
                          {u"answer"_s, delivery->lastAnswer},
                          {u"acknowledged"_s, delivery->acknowledged},
                          {u"acknowledged_at_ms"_s, delivery->acknowledgedAtMs},
                          {u"duplicate"_s, delivery->again}};
        if (withBodies)
            entry.insert(u"body"_s, QString::fromUtf8(delivery->body));
        list << entry;
    }
    return list;
}

QJsonObject ControlApi::counts() const
{
    QJsonObject statuses;
    for (auto it = m_phones.counts().begin(); it != m_phones.counts().end(); ++it)
        statuses.insert(it.key(), it.value());
    const WebhookCounts &w = m_webhooks.counts();
    return {{u"messages_sent"_s, qint64(m_world.allSent().size())},
            {u"read_marks"_s, m_post.markedRead()},
            {u"inbound"_s, m_storyteller.saidCount()},
            {u"statuses"_s, statuses},
            {u"webhooks"_s, QJsonObject{{u"updates"_s, w.updates},
                                        {u"updates_acknowledged"_s, w.updatesAcknowledged},
                                        {u"posts"_s, w.posts},
                                        {u"acknowledged"_s, w.acknowledged},
                                        {u"attempts"_s, w.attempts},
                                        {u"duplicates"_s, w.duplicates},
                                        {u"pending"_s, qint64(m_webhooks.pending())}}}};
}

QJsonArray ControlApi::people() const
{
    QJsonArray list;
    for (const auto &person : m_world.people())
        list << QJsonObject{{u"key"_s, person->key},
                            {u"name"_s, person->name},
                            {u"phone"_s, person->phone},
                            {u"user_id"_s, person->bsuid},
                            {u"username"_s, person->username},
                            {u"shows_phone"_s, person->showsPhone},
                            {u"last_inbound_ms"_s, person->lastInboundMs},
                            {u"window_open"_s, m_world.windowOpen(*person)}};
    return list;
}

} // namespace destek::sandbox
