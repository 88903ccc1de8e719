// The questions of the control API.
#include "sandbox/control_api.h"

#include "sandbox/media_stock.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

ApiAnswer page(const QJsonDocument &document, int status = 200)
{
    ApiAnswer answer;
    answer.status = status;
    answer.body = document.toJson(QJsonDocument::Compact);
    return answer;
}

QJsonArray errorCodes()
{
    QJsonArray codes;
    for (const int code : knownErrors())
        codes << code;
    return codes;
}

} // namespace

ApiAnswer ControlApi::read(const ApiRequest &request) const
{
    const QString what = request.path.section(u'/', 2, 2);
    const auto wants = [&request](const QString &key) {
        return request.query.value(key) == "1"_L1;
    };
    if (what == "books"_L1)
        return page(QJsonDocument(d.books.pages(wants(u"ids"_s))));
    if (what == "sent"_L1)
        return page(QJsonDocument(sent()));
    if (what == "delivered"_L1)
        return page(QJsonDocument(delivered(wants(u"bodies"_s))));
    if (what == "counts"_L1)
        return page(QJsonDocument(counts()));
    if (what == "people"_L1)
        return page(QJsonDocument(people()));
    if (what == "orders"_L1)
        return page(
            QJsonDocument(QJsonObject{{u"orders"_s, QJsonArray::fromStringList(orderNames())},
                                      {u"notices"_s, QJsonArray::fromStringList(d.notices.names())},
                                      {u"files"_s, QJsonArray::fromStringList(stockNames())},
                                      {u"errors"_s, errorCodes()}}));
    return page(QJsonDocument(QJsonObject{
                    {u"ok"_s, false}, {u"why"_s, u"There is nothing to read under this name."_s}}),
                404);
}

QJsonArray ControlApi::sent() const
{
    QJsonArray list;
    for (const auto &message : d.world.allSent())
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
    for (const auto &delivery : d.webhooks.deliveries()) {
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
    for (auto it = d.phones.counts().begin(); it != d.phones.counts().end(); ++it)
        statuses.insert(it.key(), it.value());
    const WebhookCounts &w = d.webhooks.counts();
    return {{u"messages_sent"_s, qint64(d.world.allSent().size())},
            {u"read_marks"_s, d.post.markedRead()},
            {u"inbound"_s, d.storyteller.saidCount()},
            {u"statuses"_s, statuses},
            {u"webhooks"_s, QJsonObject{{u"updates"_s, w.updates},
                                        {u"updates_acknowledged"_s, w.updatesAcknowledged},
                                        {u"posts"_s, w.posts},
                                        {u"acknowledged"_s, w.acknowledged},
                                        {u"attempts"_s, w.attempts},
                                        {u"duplicates"_s, w.duplicates},
                                        {u"pending"_s, qint64(d.webhooks.pending())}}}};
}

QJsonArray ControlApi::people() const
{
    QJsonArray list;
    for (const auto &person : d.world.people())
        list << QJsonObject{{u"key"_s, person->key},
                            {u"name"_s, person->name},
                            {u"phone"_s, person->phone},
                            {u"user_id"_s, person->bsuid},
                            {u"username"_s, person->username},
                            {u"shows_phone"_s, person->showsPhone},
                            {u"parent_user_id"_s, person->parentBsuid},
                            {u"stopped_offers"_s, person->stoppedOffers},
                            {u"last_inbound_ms"_s, person->lastInboundMs},
                            {u"window_open"_s, d.world.windowOpen(*person)}};
    return list;
}

} // namespace destek::sandbox
