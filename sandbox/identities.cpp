// The order "identity" of PeopleDesk: how people come by other names and numbers.
#include "sandbox/people_desk.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{

void PeopleDesk::postSystem(QJsonObject message, const QJsonObject &system)
{
    const QString wamid = m_world.newWamid(m_world.business().displayNumber);
    message.insert(u"id"_s, wamid);
    message.insert(u"timestamp"_s, unixSeconds(m_world.nowMs()));
    message.insert(u"type"_s, u"system"_s);
    message.insert(u"system"_s, system);
    Update update; // no contacts[] (whatsapp.md 2.3)
    update.value = frameOf(m_world.business());
    update.value.insert(u"messages"_s, QJsonArray{message});
    update.key = wamid;
    m_webhooks.post(update);
}

void PeopleDesk::adopt(Person &person, const QJsonObject &order)
{
    person.username = order.value("username"_L1).toString(u"@"_s + person.key);
    person.showsPhone = !order.value("withhold"_L1).toBool(true);
}

/// Shapes: "2026-08" with both ids before and after; "2026-05" with the new ids only; "2024" with
/// the number alone; "hidden" without any number, as for people with a username.
QString PeopleDesk::changeNumber(Person &person, const QJsonObject &order)
{
    const QString shape = order.value("shape"_L1).toString(u"2026-08"_s);
    static const QStringList shapes{u"2026-08"_s, u"2026-05"_s, u"2024"_s, u"hidden"_s};
    const QString phone = order.value("phone"_L1).toString().remove(u'+');
    if (phone.isEmpty() || !shapes.contains(shape))
        return u"Give \"phone\", and as \"shape\" one of %1."_s.arg(shapes.join(u", "_s));
    const Person before = person;
    m_world.changeNumber(person, phone, order.value("new_user_id"_L1).toString());
    QJsonObject system{{u"type"_s, u"user_changed_number"_s}};
    const bool hidden = shape == "hidden"_L1;
    const QString from = hidden ? before.bsuid : before.phone;
    system.insert(u"body"_s, u"User %1 changed from %2 to %3"_s.arg(person.name, from,
                                                                    hidden ? person.bsuid : phone));
    if (!hidden)
        system.insert(u"wa_id"_s, phone);
    if (shape != "2024"_L1)
        system.insert(u"user_id"_s, person.bsuid);
    if (shape == "2026-08"_L1 || hidden)
        system.insert(u"previous_user_id"_s, before.bsuid);
    if (!person.parentBsuid.isEmpty() && shape == "2026-08"_L1) {
        system.insert(u"parent_user_id"_s, person.parentBsuid);
        system.insert(u"previous_parent_user_id"_s, before.parentBsuid);
    }
    postSystem(hidden ? QJsonObject{} : QJsonObject{{u"from"_s, before.phone}}, system);
    return {};
}

/// Shapes: "system" with both ids; "body" with the old one in the text only; "field": the
/// separate field that was documented for a while.
QString PeopleDesk::changeUserId(Person &person, const QJsonObject &order)
{
    const QString shape = order.value("shape"_L1).toString(u"system"_s);
    static const QStringList shapes{u"system"_s, u"body"_s, u"field"_s};
    if (!shapes.contains(shape))
        return u"\"shape\" is one of %1."_s.arg(shapes.join(u", "_s));
    const Person before = person;
    m_world.changeUserId(person, order.value("new_user_id"_L1).toString());
    const QString body =
        u"User %1 changed from %2 to %3"_s.arg(person.name, before.bsuid, person.bsuid);
    if (shape == "field"_L1) {
        QJsonObject change{{u"detail"_s, body},
                           {u"user_id"_s, QJsonObject{{u"previous"_s, before.bsuid},
                                                      {u"current"_s, person.bsuid}}},
                           {u"timestamp"_s, unixSeconds(m_world.nowMs())}};
        if (!person.visiblePhone().isEmpty())
            change.insert(u"wa_id"_s, person.visiblePhone());
        if (!person.parentBsuid.isEmpty())
            change.insert(u"parent_user_id"_s, QJsonObject{{u"previous"_s, before.parentBsuid},
                                                           {u"current"_s, person.parentBsuid}});
        Update update;
        update.field = u"user_id_update"_s;
        update.value = frameOf(m_world.business());
        update.value.insert(u"user_id_update"_s, QJsonArray{change});
        m_webhooks.post(update);
        return {};
    }
    QJsonObject system{
        {u"type"_s, u"user_changed_user_id"_s}, {u"user_id"_s, person.bsuid}, {u"body"_s, body}};
    if (shape == "system"_L1)
        system.insert(u"previous_user_id"_s, before.bsuid);
    postSystem({}, system);
    return {};
}

Ordered PeopleDesk::identity(const QJsonObject &order)
{
    Person *person = who(order);
    if (person == nullptr)
        return failure(
            OrderRefusal{u"Nobody is meant: give \"persona\", \"user_id\" or \"from\"."_s, 404});
    const QString event = order.value("event"_L1).toString();
    QString complaint;
    if (event == "adopt_username"_L1) {
        adopt(*person, order);
    } else if (event == "change_number"_L1) {
        complaint = changeNumber(*person, order);
    } else if (event == "change_user_id"_L1) {
        complaint = changeUserId(*person, order);
    } else if (event == "recycle"_L1) {
        person = m_world.recycle(person->phone, order.value("name"_L1).toString());
    } else if (event == "set_parent"_L1) {
        person->parentBsuid = order.value("parent_user_id"_L1).toString();
    } else if (event == "new_key"_L1) {
        person->identityHash = order.value("identity_hash"_L1).toString(u"sandboxHash="_s);
        const QJsonObject identity{{u"acknowledged"_s, true},
                                   {u"created_timestamp"_s, unixSeconds(m_world.nowMs())},
                                   {u"hash"_s, person->identityHash}};
        QJsonObject message{{u"identity"_s, identity}};
        if (!person->visiblePhone().isEmpty())
            message.insert(u"from"_s, person->visiblePhone());
        postSystem(message, {{u"type"_s, u"customer_identity_changed"_s},
                             {u"body"_s, u"The security code changed"_s}});
    } else {
        complaint = u"\"event\" is one of adopt_username, change_number, change_user_id, recycle, "
                    "set_parent, new_key."_s;
    }
    if (!complaint.isEmpty())
        return failure(OrderRefusal{complaint});
    return QJsonObject{{u"user_id"_s, person->bsuid}, {u"phone"_s, person->phone}};
}

} // namespace destek::sandbox
