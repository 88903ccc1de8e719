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

NoticeBoard::NoticeBoard(const Business &business, WebhookSender &webhooks, WallClock clock)
    : m_business(business), m_webhooks(webhooks), m_clock(std::move(clock))
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
        return m_clock() / 1000 + kWeekS;
    if (text == "{now}"_L1)
        return unixSeconds(m_clock());
    if (text == "{number}"_L1)
        return m_business.displayNumber;
    if (text == "{number_id}"_L1)
        return m_business.phoneNumberId;
    if (text == "{waba}"_L1)
        return m_business.wabaId;
    return text == "{name}"_L1 ? QJsonValue(m_business.name) : value;
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
    return QJsonObject{{u"field"_s, update.field}, {u"value"_s, update.value}};
}

} // namespace destek::sandbox
