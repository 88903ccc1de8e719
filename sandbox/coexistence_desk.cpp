#include "sandbox/coexistence_desk.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{
const OrderRefusal kNobody{u"Nobody is meant: give \"persona\", \"user_id\" or \"from\"."_s, 404};
constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;
constexpr qint64 kMediaDays = 14; ///< older media stay placeholders
} // namespace

CoexistenceDesk::CoexistenceDesk(World &world, const PeopleDesk &people, MediaBox &media,
                                 WebhookSender &webhooks, quint32 seed)
    : m_world(world), m_people(people), m_filler(world, media), m_webhooks(webhooks), m_dice(seed)
{
}

QJsonObject CoexistenceDesk::fromUs(const Person &person, const QJsonObject &content, qint64 atMs,
                                    const QString &wamid)
{
    QJsonObject message = content;
    message.insert(u"from"_s, m_world.business().displayNumber);
    if (!person.visiblePhone().isEmpty())
        message.insert(u"to"_s, person.visiblePhone());
    message.insert(u"to_user_id"_s, person.bsuid);
    message.insert(u"id"_s, wamid.isEmpty() ? m_world.newWamid(person.phone) : wamid);
    message.insert(u"timestamp"_s, unixSeconds(atMs));
    return message;
}

QJsonObject CoexistenceDesk::fromOthers(const Person &person, const QJsonObject &content,
                                        qint64 atMs, const QString &wamid)
{
    QJsonObject order = content;
    order.insert(u"messaging_product"_s, u"whatsapp"_s);
    order.insert(u"recipient_type"_s, u"individual"_s);
    if (person.visiblePhone().isEmpty())
        order.insert(u"recipient"_s, person.bsuid);
    else
        order.insert(u"to"_s, person.visiblePhone());
    return {{u"id"_s, wamid.isEmpty() ? m_world.newWamid(person.phone) : wamid},
            {u"timestamp"_s, unixSeconds(atMs)},
            {u"message"_s, order}};
}

QJsonObject CoexistenceDesk::completed(const Person &person, const QJsonObject &order)
{
    return m_filler.complete(person, orderedLine(order).content);
}

Ordered CoexistenceDesk::echo(const QJsonObject &order)
{
    const Person *person = m_people.who(order);
    if (person == nullptr)
        return failure(kNobody);
    const QJsonObject content = completed(*person, order);
    if (const QString complaint = LineFiller::complaintAbout(content); !complaint.isEmpty())
        return failure(OrderRefusal{complaint});
    const QJsonObject message = fromUs(*person, content, momentOf(order, m_world.nowMs()),
                                       order.value("wamid"_L1).toString());
    Update update;
    update.field = u"smb_message_echoes"_s;
    update.value = frameOf(m_world.business());
    update.value.insert(u"contacts"_s,
                        QJsonArray{contactEntry(*person, person->visiblePhone(), true)});
    update.value.insert(u"message_echoes"_s, QJsonArray{message});
    update.key = message.value("id"_L1).toString();
    m_webhooks.post(update);
    return QJsonObject{{u"wamid"_s, update.key}};
}

Ordered CoexistenceDesk::appState(const QJsonObject &order)
{
    QJsonArray states;
    for (const QJsonValue &entry : order.value("contacts"_L1).toArray()) {
        QJsonObject contact = entry.toObject();
        const QString action = contact.take("action"_L1).toString();
        states << QJsonObject{
            {u"type"_s, u"contact"_s},
            {u"contact"_s, contact},
            {u"action"_s, action.isEmpty() ? u"add"_s : action},
            {u"metadata"_s, QJsonObject{{u"timestamp"_s, unixSeconds(m_world.nowMs())}}}};
    }
    if (states.isEmpty())
        return failure(OrderRefusal{u"\"contacts\" holds full_name, first_name, phone_number, "
                                    "user_id, username, action."_s});
    Update update;
    update.field = u"smb_app_state_sync"_s;
    update.value = frameOf(m_world.business());
    update.value.insert(u"state_sync"_s, states);
    m_webhooks.post(update);
    return QJsonObject{};
}

Ordered CoexistenceDesk::standby(const QJsonObject &order)
{
    const Person *person = m_people.who(order);
    if (person == nullptr)
        return failure(kNobody);
    const QString kind = order.value("kind"_L1).toString(u"messages"_s);
    const qint64 at = momentOf(order, m_world.nowMs());
    const QString wamid = order.value("wamid"_L1).toString(m_world.newWamid(person->phone));
    QJsonObject inner;
    if (kind == "statuses"_L1) {
        QJsonObject status{{u"id"_s, wamid},
                           {u"status"_s, order.value("status"_L1).toString(u"delivered"_s)},
                           {u"timestamp"_s, unixSeconds(at)},
                           {u"recipient_user_id"_s, person->bsuid}};
        if (!person->visiblePhone().isEmpty())
            status.insert(u"recipient_id"_s, person->visiblePhone());
        inner.insert(kind, QJsonArray{status});
    } else if (kind == "message_echoes"_L1) {
        inner.insert(kind, QJsonArray{fromOthers(*person, completed(*person, order), at, wamid)});
    } else {
        inner =
            inboundUpdate(m_world.business(), *person, wamid, at, completed(*person, order)).value;
        inner.remove("messaging_product"_L1);
        inner.remove("metadata"_L1);
    }
    Update update;
    update.field = u"standby"_s;
    update.value = frameOf(m_world.business());
    update.value.insert(u"standby"_s, inner);
    update.key = wamid;
    m_webhooks.post(update);
    return QJsonObject{{u"wamid"_s, wamid}};
}

Ordered CoexistenceDesk::handover(const QJsonObject &order)
{
    const Person *person = m_people.who(order);
    if (person == nullptr)
        return failure(kNobody);
    const QString type = order.value("type"_L1).toString(u"control_passed"_s);
    const bool passed = type == "control_passed"_L1;
    Update update;
    update.field = u"messaging_handovers"_s;
    // Without `metadata`: our number is the recipient, the customer the sender.
    update.value = frameOf(m_world.business());
    update.value.insert(u"recipient"_s, update.value.take("metadata"_L1));
    update.value.insert(u"sender"_s,
                        person->visiblePhone().isEmpty()
                            ? QJsonObject{{u"user_id"_s, person->bsuid}}
                            : QJsonObject{{u"phone_number"_s, person->visiblePhone()}});
    update.value.insert(u"type"_s, type);
    update.value.insert(u"timestamp"_s, unixSeconds(m_world.nowMs()));
    update.value.insert(
        type,
        QJsonObject{{u"previous_owner_role"_s,
                     order.value("previous"_L1).toString(passed ? u"ai_agent"_s : u"escalation"_s)},
                    {u"new_owner_role"_s, order.value("next"_L1).toString(u"escalation"_s)},
                    {u"metadata"_s, order.value("metadata"_L1).toString()}});
    m_webhooks.post(update);
    return QJsonObject{};
}

CoexistenceDesk::Past CoexistenceDesk::pastMessage(const Person &person, int index, qint64 atMs,
                                                   bool medium)
{
    static const QStringList statuses{u"READ"_s,   u"DELIVERED"_s, u"SENT"_s,
                                      u"PLAYED"_s, u"ERROR"_s,     u"PENDING"_s};
    const QJsonObject context{{u"status"_s, statuses.at(index / 2 % statuses.size())}}; // of ours
    const bool ours = index % 2 == 1;
    QJsonObject content =
        lineFrom(ours ? u"Geçmiş yanıt %1"_s.arg(index) : u"Geçmiş soru %1"_s.arg(index)).content;
    QJsonObject asset;
    if (medium) {
        asset = m_filler.complete(person, {{u"type"_s, u"image"_s}});
        content = QJsonObject{{u"type"_s, u"media_placeholder"_s}};
    }
    QJsonObject message = fromUs(person, content, atMs, {});
    if (!ours) {
        message.remove("to"_L1);
        message.remove("to_user_id"_L1);
        message.remove("from"_L1);
        if (!person.visiblePhone().isEmpty())
            message.insert(u"from"_s, person.visiblePhone());
        message.insert(u"from_user_id"_s, person.bsuid);
    }
    for (const QString &key :
         {u"from"_s, u"from_user_id"_s, u"to"_s, u"to_user_id"_s, u"id"_s, u"timestamp"_s}) {
        if (!asset.isEmpty() && message.contains(key))
            asset.insert(key, message.value(key));
    }
    message.insert(u"history_context"_s, context);
    return {message, asset};
}

void CoexistenceDesk::postHistory(const QJsonArray &entries)
{
    Update update;
    update.field = u"history"_s;
    update.value = frameOf(m_world.business());
    update.value.insert(u"history"_s, entries);
    m_webhooks.post(update);
}

void CoexistenceDesk::postLateMedia(const Person &person, const QList<Past> &all)
{
    for (const Past &past : all) {
        const qint64 at = past.message.value("timestamp"_L1).toString().toLongLong() * 1000;
        if (past.medium.isEmpty() || m_world.nowMs() - at > kMediaDays * kDayMs)
            continue;
        Update update;
        update.field = u"history"_s;
        update.value = frameOf(m_world.business());
        update.value.insert(u"contacts"_s,
                            QJsonArray{contactEntry(person, person.visiblePhone(), true)});
        update.value.insert(u"messages"_s, QJsonArray{past.medium});
        update.key = past.medium.value("id"_L1).toString();
        m_webhooks.post(update);
    }
}

Ordered CoexistenceDesk::history(const QJsonObject &order)
{
    if (order.value("declined"_L1).toBool()) {
        postHistory({QJsonObject{{u"errors"_s, QJsonArray{metaError(2593109).inWebhook()}}}});
        return QJsonObject{};
    }
    const Person *person = m_people.who(order);
    if (person == nullptr)
        return failure(kNobody);
    const int count = std::clamp(order.value("messages"_L1).toInt(12), 1, 2000);
    const qint64 days = std::clamp(order.value("days"_L1).toInt(180), 1, 180);
    const int perChunk = std::max(1, order.value("chunk"_L1).toInt(4));
    const int everyMedium = order.value("media"_L1).toInt(3); // 0: none
    QList<Past> all;
    for (int i = 0; i < count; ++i) {
        const qint64 at = m_world.nowMs() - days * kDayMs * (count - i) / (count + 1);
        all << pastMessage(*person, i, at, everyMedium > 0 && i % everyMedium == 2);
    }
    QList<QJsonObject> chunks;
    const int last = (count + perChunk - 1) / perChunk;
    for (int c = 0; c < last; ++c) {
        QJsonArray messages;
        for (int i = c * perChunk; i < std::min(count, (c + 1) * perChunk); ++i)
            messages << all.at(i).message;
        const QString thread =
            person->visiblePhone().isEmpty() ? person->bsuid : person->visiblePhone();
        chunks << QJsonObject{
            {u"metadata"_s, QJsonObject{{u"phase"_s, std::min(2, c * 3 / last)},
                                        {u"chunk_order"_s, c + 1},
                                        {u"progress"_s, (c + 1) * 100 / last}}},
            {u"threads"_s, QJsonArray{QJsonObject{{u"id"_s, thread}, {u"messages"_s, messages}}}}};
    }
    const QString sequence = order.value("order"_L1).toString(u"shuffled"_s);
    if (sequence == "backwards"_L1)
        std::reverse(chunks.begin(), chunks.end());
    for (qsizetype i = chunks.size() - 1; sequence == "shuffled"_L1 && i > 0; --i)
        chunks.swapItemsAt(i, m_dice.between(0, i));
    for (const QJsonObject &chunk : chunks)
        postHistory({chunk});
    postLateMedia(*person, all);
    return QJsonObject{{u"messages"_s, count}, {u"chunks"_s, chunks.size()}};
}

} // namespace destek::sandbox
