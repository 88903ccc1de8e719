#include "sandbox/phones.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{

Phones::Phones(World &world, Timetable &timetable, WebhookSender &webhooks, quint32 seed,
               QObject *parent)
    : QObject(parent), m_world(world), m_timetable(timetable), m_webhooks(webhooks), m_dice(seed)
{
}

void Phones::take(const QString &wamid)
{
    const SentMessage *message = m_world.sent(wamid);
    if (message == nullptr)
        return;
    const qint64 sentAfter = m_dice.between(150, 900);
    if (message->doom) {
        if (message->doomedAfterSent)
            schedule(wamid, sentAfter, u"sent"_s);
        schedule(wamid, m_dice.between(1000, 2500), u"failed"_s, message->doom);
        return;
    }
    const Person &person = *message->person;
    schedule(wamid, sentAfter, u"sent"_s);
    if (message->type == "reaction"_L1)
        return; // whatsapp.md 2.4: reactions get no more than that
    const qint64 deliveredAfter = sentAfter + m_dice.between(400, 3000);
    const qint64 readAfter =
        deliveredAfter + qint64(person.pace * double(m_dice.between(1500, 14'000)));
    switch (person.receipts) {
    case Receipts::Offline:
        return;
    case Receipts::Failing:
        schedule(wamid, deliveredAfter, u"failed"_s, metaError(person.failCode));
        return;
    case Receipts::ReadOnly:
        schedule(wamid, readAfter, u"read"_s);
        break;
    case Receipts::Hidden:
        schedule(wamid, deliveredAfter, u"delivered"_s);
        break;
    case Receipts::Always:
        if (message->type == "audio"_L1 && message->body["audio"_L1]["voice"_L1].toBool())
            schedule(wamid, readAfter + m_dice.between(500, 5000), u"played"_s);
        schedule(wamid, deliveredAfter, u"delivered"_s);
        schedule(wamid, readAfter, u"read"_s);
        break;
    }
    m_timetable.after(readAfter, [this, wamid] { Q_EMIT seen(wamid); });
}

void Phones::schedule(const QString &wamid, qint64 ms, const QString &status,
                      const std::optional<MetaError> &error)
{
    m_timetable.after(ms, [this, wamid, status, error] { report(wamid, status, error); });
}

bool Phones::report(const QString &wamid, const QString &status,
                    const std::optional<MetaError> &error, const QJsonObject &pricing)
{
    SentMessage *message = m_world.sent(wamid);
    if (message == nullptr)
        return false;
    ++m_counts[status];
    Update update = statusUpdate(m_world.business(), *message, status, m_world.nowMs(), error);
    if (!pricing.isEmpty()) {
        QJsonObject entry = update.value["statuses"_L1][0].toObject();
        entry.insert(u"pricing"_s, pricing);
        update.value.insert(u"statuses"_s, QJsonArray{entry});
    }
    m_webhooks.post(update);
    message->status = status;
    return true;
}

} // namespace destek::sandbox
