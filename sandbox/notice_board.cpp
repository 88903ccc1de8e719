#include "sandbox/notice_board.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{
constexpr qint64 kWeekS = 7LL * 24 * 60 * 60;
}

NoticeBoard::NoticeBoard(World &world, WebhookSender &webhooks)
    : m_world(world), m_webhooks(webhooks)
{
    QFile file(u":/sandbox/notices.json"_s);
    if (file.open(QIODevice::ReadOnly))
        m_notices = QJsonDocument::fromJson(file.readAll()).object();
}

QJsonValue NoticeBoard::filled(const QJsonValue &value) const
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            *it = filled(*it);
        return object;
    }
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array.replace(i, filled(array.at(i)));
        return array;
    }
    const QString text = value.toString();
    if (text == "{in_a_week}"_L1)
        return m_world.nowMs() / 1000 + kWeekS;
    if (text == "{now}"_L1)
        return unixSeconds(m_world.nowMs());
    if (text == "{number}"_L1)
        return m_world.business().displayNumber;
    if (text == "{number_id}"_L1)
        return m_world.business().phoneNumberId;
    if (text == "{waba}"_L1)
        return m_world.business().wabaId;
    return text == "{name}"_L1 ? QJsonValue(m_world.business().name) : value;
}

void NoticeBoard::makeTrue(const QJsonObject &then, const QJsonObject &value)
{
    NumberState &number = m_world.number();
    number.set(then.value("fields"_L1).toObject());
    if (then.contains("restriction"_L1))
        number.restrict(then.value("restriction"_L1).toString(),
                        filled(then.value("until"_L1)).toInteger() * 1000);
    const QJsonValue limit = value.value("max_daily_conversations_per_business"_L1);
    if (!limit.isUndefined())
        number.set({{u"whatsapp_business_manager_messaging_limit"_s, limitWord(limit)}});
}

Ordered NoticeBoard::obey(const QJsonObject &order)
{
    const QString name = order.value("name"_L1).toString();
    if (!m_notices.contains(name))
        return failure(OrderRefusal{u"\"name\" is one of "_s + names().join(u", "_s)});
    Update update;
    update.field = m_notices[name]["field"_L1].toString();
    update.value = filled(m_notices[name]["value"_L1]).toObject();
    const QJsonObject given = order.value("value"_L1).toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        update.value.insert(it.key(), it.value());
    m_webhooks.post(update);
    makeTrue(m_notices[name]["then"_L1].toObject(), update.value);
    return QJsonObject{{u"field"_s, update.field}, {u"value"_s, update.value}};
}

} // namespace destek::sandbox
