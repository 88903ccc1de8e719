#include "sandbox/people_desk.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{
const OrderRefusal kNobody{u"Nobody is meant: give \"persona\", \"user_id\" or \"from\"."_s, 404};
}

Line orderedLine(const QJsonObject &order)
{
    return lineFrom(order.contains("message"_L1) ? order.value("message"_L1)
                                                 : order.value("text"_L1));
}

PeopleDesk::PeopleDesk(World &world, Storyteller &storyteller, WebhookSender &webhooks)
    : m_world(world), m_storyteller(storyteller), m_webhooks(webhooks)
{
}

Person *PeopleDesk::who(const QJsonObject &order) const
{
    if (order.contains("persona"_L1))
        return m_world.byKey(order.value("persona"_L1).toString());
    if (Person *person = m_world.byBsuid(order.value("user_id"_L1).toString()))
        return person;
    return m_world.byPhone(order.value("from"_L1).toString().remove(u'+'));
}

Result<Update, OrderRefusal> PeopleDesk::composed(const QJsonObject &order)
{
    const QString phone = order.value("from"_L1).toString().remove(u'+');
    const QString bsuid = order.value("user_id"_L1).toString();
    Person *person = order.contains("persona"_L1) ? who(order) : nullptr;
    if (person == nullptr && phone.isEmpty() && bsuid.isEmpty())
        return failure(OrderRefusal{u"Give \"from\", \"user_id\" or a known \"persona\"."_s});
    const Line line = orderedLine(order);
    if (const QString complaint = LineFiller::complaintAbout(line.content); !complaint.isEmpty())
        return failure(OrderRefusal{complaint});
    if (person == nullptr)
        person = m_world.find(phone, bsuid, order.value("name"_L1).toString());
    if (order.contains("username"_L1))
        person->username = order.value("username"_L1).toString();
    if (order.contains("shows_phone"_L1))
        person->showsPhone = order.value("shows_phone"_L1).toBool();
    if (order.contains("receipts"_L1))
        person->receipts = receiptsFromWord(order.value("receipts"_L1).toString());
    if (order.contains("parent_user_id"_L1))
        person->parentBsuid = order.value("parent_user_id"_L1).toString();
    if (order.contains("identity_hash"_L1))
        person->identityHash = order.value("identity_hash"_L1).toString();
    const Update update = m_storyteller.compose(*person, line, momentOf(order, m_world.nowMs()),
                                                order.value("wamid"_L1).toString());
    if (update.value.isEmpty())
        return failure(OrderRefusal{u"There is no message that this could refer to yet."_s, 409});
    return update;
}

Ordered PeopleDesk::inbound(const QJsonObject &order)
{
    const auto update = composed(order);
    if (!update)
        return failure(update.error());
    m_webhooks.post(*update);
    return QJsonObject{{u"wamid"_s, update->key},
                       {u"user_id"_s, update->value["messages"_L1][0]["from_user_id"_L1]},
                       {u"message"_s, update->value["messages"_L1][0]}};
}

Ordered PeopleDesk::inboundMany(const QJsonObject &order)
{
    QList<Update> updates;
    QJsonArray wamids;
    for (const QJsonValue &entry : order.value("orders"_L1).toArray()) {
        const auto update = composed(entry.toObject());
        if (!update)
            return failure(update.error());
        updates << *update;
        wamids << update->key;
    }
    if (updates.isEmpty() || updates.size() > 1000)
        return failure(OrderRefusal{u"\"orders\" holds 1 to 1000 orders as for inbound."_s});
    if (order.value("in"_L1).toString(u"value"_s) == "value"_L1)
        m_webhooks.postTogether({mergedInbound(updates)});
    else
        m_webhooks.postTogether(updates);
    return QJsonObject{{u"wamids"_s, wamids}};
}

Ordered PeopleDesk::say(const QJsonObject &order)
{
    return who(order) == nullptr ? Ordered(failure(kNobody)) : inbound(order);
}

Ordered PeopleDesk::press(const QJsonObject &order)
{
    Person *person = who(order);
    if (person == nullptr)
        return failure(kNobody);
    if (!m_storyteller.press(*person, order.value("choice"_L1).toString(u"*"_s)))
        return failure(OrderRefusal{u"The last message has nothing of this name to press."_s, 409});
    return QJsonObject{{u"wamid"_s, person->lastFromPerson}};
}

Ordered PeopleDesk::person(const QJsonObject &order)
{
    Person *person = who(order);
    if (person == nullptr)
        return failure(kNobody);
    person->onWhatsApp = order.value("on_whatsapp"_L1).toBool(person->onWhatsApp);
    person->blockedUs = order.value("blocked_us"_L1).toBool(person->blockedUs);
    person->showsPhone = order.value("shows_phone"_L1).toBool(person->showsPhone);
    person->failCode = order.value("fail_code"_L1).toInt(person->failCode);
    person->name = order.value("name"_L1).toString(person->name);
    if (order.contains("receipts"_L1))
        person->receipts = receiptsFromWord(order.value("receipts"_L1).toString());
    return QJsonObject{};
}

Ordered PeopleDesk::preference(const QJsonObject &order)
{
    Person *person = who(order);
    if (person == nullptr)
        return failure(kNobody);
    const QString value = order.value("value"_L1).toString(u"stop"_s);
    if (value != "stop"_L1 && value != "resume"_L1)
        return failure(OrderRefusal{u"\"value\" is stop or resume."_s});
    person->stoppedOffers = value == "stop"_L1;
    QJsonObject wish{{u"user_id"_s, person->bsuid},
                     {u"detail"_s, u"User requested to %1 marketing messages"_s.arg(value)},
                     {u"category"_s, order.value("category"_L1).toString(u"marketing_messages"_s)},
                     {u"value"_s, value},
                     {u"timestamp"_s, m_world.nowMs() / 1000}}; // an integer here
    if (!person->visiblePhone().isEmpty())
        wish.insert(u"wa_id"_s, person->visiblePhone());
    Update update;
    update.field = u"user_preferences"_s;
    update.value = frameOf(m_world.business());
    update.value.insert(u"contacts"_s,
                        QJsonArray{contactEntry(*person, person->visiblePhone(), true)});
    update.value.insert(u"user_preferences"_s, QJsonArray{wish});
    m_webhooks.post(update);
    return QJsonObject{};
}

} // namespace destek::sandbox
