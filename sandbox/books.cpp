#include "sandbox/books.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

void add(QJsonObject &counts, const QString &key, qint64 more)
{
    if (more != 0)
        counts.insert(key, counts.value(key).toInteger() + more);
}

QString senderOf(const QJsonValue &message)
{
    const QString user = message["from_user_id"_L1].toString();
    return user.isEmpty() ? message["from"_L1].toString() : user;
}

/// A standby echo has what was sent one level deeper.
QString typeOf(const QJsonValue &message)
{
    const QString type = message["type"_L1].toString();
    return type.isEmpty() ? message["message"_L1]["type"_L1].toString() : type;
}

} // namespace

Books::Books(const World &world, const MediaBox &media, const WebhookSender &webhooks,
             QObject *parent)
    : QObject(parent), m_world(world), m_media(media), m_webhooks(webhooks)
{
}

QList<Books::Item> Books::itemsOf(const Update &update)
{
    QList<Item> items;
    const auto messages = [&items](const QString &group, const QJsonValue &list) {
        for (const QJsonValue &message : list.toArray())
            items << Item{group, typeOf(message), message["id"_L1].toString(), senderOf(message)};
    };
    const auto statuses = [&items](const QString &group, const QJsonValue &list) {
        for (const QJsonValue &status : list.toArray())
            items << Item{group, status["status"_L1].toString(), status["id"_L1].toString(), {}};
    };
    if (update.field == "messages"_L1) {
        messages(u"in"_s, update.value["messages"_L1]);
        statuses(u"statuses"_s, update.value["statuses"_L1]);
        for (const QJsonValue &error : update.value["errors"_L1].toArray())
            items << Item{u"errors"_s, QString::number(error["code"_L1].toInt()), {}, {}};
        return items;
    }
    if (update.field == "standby"_L1) {
        const QJsonValue inner = update.value["standby"_L1];
        messages(u"standby"_s, inner["messages"_L1]);
        messages(u"standby"_s, inner["message_echoes"_L1]);
        statuses(u"standby_statuses"_s, inner["statuses"_L1]);
    }
    messages(u"echoes"_s, update.value["message_echoes"_L1]);
    if (update.field == "history"_L1)
        messages(u"history_media"_s, update.value["messages"_L1]);
    for (const QJsonValue &chunk : update.value["history"_L1].toArray()) {
        for (const QJsonValue &thread : chunk["threads"_L1].toArray())
            messages(u"history"_s, thread["messages"_L1]);
    }
    items << Item{u"fields"_s, update.field, {}, {}};
    return items;
}

QString Books::keyOf(const Item &item)
{
    return item.group + u'/' + item.id + u'/' + item.word;
}

void Books::notePosted(const Update &update)
{
    for (const Item &item : itemsOf(update)) {
        if (item.id.isEmpty())
            ++m_nameless[item.group + u'/' + item.word].first;
        else if (const QString key = keyOf(item); !m_entries.contains(key))
            m_entries.insert(key, Entry{item, false});
    }
}

void Books::noteTaken(const QList<Update> &updates)
{
    for (const Update &update : updates) {
        for (const Item &item : itemsOf(update)) {
            if (item.id.isEmpty())
                ++m_nameless[item.group + u'/' + item.word].second;
            else if (const auto entry = m_entries.find(keyOf(item)); entry != m_entries.end())
                entry->taken = true;
        }
    }
}

void Books::noteRefused(int code)
{
    ++m_refused[QString::number(code)];
}

void Books::noteReadMark(bool typing)
{
    ++m_readMarks;
    m_typing += typing ? 1 : 0;
}

QJsonObject Books::outgoing() const
{
    QJsonObject byType;
    QJsonObject byCategory;
    QJsonObject byStatus;
    for (const auto &message : m_world.allSent()) {
        add(byType, message->type, 1);
        add(byCategory, message->category, 1);
        add(byStatus, message->status, 1);
    }
    QJsonObject refused;
    for (auto it = m_refused.begin(); it != m_refused.end(); ++it)
        refused.insert(it.key(), it.value());
    return {{u"taken"_s, byType},    {u"by_category"_s, byCategory}, {u"last_status"_s, byStatus},
            {u"refused"_s, refused}, {u"read_marks"_s, m_readMarks}, {u"typing"_s, m_typing}};
}

QJsonObject Books::pages(bool withIds) const
{
    QHash<QString, QJsonObject> posted;
    QHash<QString, QJsonObject> taken;
    QJsonArray ids;
    for (const Entry &entry : m_entries) {
        add(posted[entry.item.group], entry.item.word, 1);
        add(taken[entry.item.group], entry.item.word, entry.taken ? 1 : 0);
        if (withIds)
            ids << QJsonObject{{u"group"_s, entry.item.group},
                               {u"word"_s, entry.item.word},
                               {u"id"_s, entry.item.id},
                               {u"from"_s, entry.item.from},
                               {u"taken"_s, entry.taken}};
    }
    for (auto it = m_nameless.begin(); it != m_nameless.end(); ++it) {
        const QString group = it.key().section(u'/', 0, 0);
        add(posted[group], it.key().section(u'/', 1), it->first);
        add(taken[group], it.key().section(u'/', 1), it->second);
    }
    QJsonObject pages{{u"out"_s, outgoing()}, {u"media"_s, m_media.counts()}};
    for (const QString &group :
         {u"in"_s, u"statuses"_s, u"echoes"_s, u"history"_s, u"history_media"_s, u"standby"_s,
          u"standby_statuses"_s, u"errors"_s, u"fields"_s})
        pages.insert(group, QJsonObject{{u"posted"_s, posted.value(group)},
                                        {u"taken"_s, taken.value(group)}});
    pages.insert(u"pending"_s, qint64(m_webhooks.pending()));
    if (withIds)
        pages.insert(u"ids"_s, ids);
    return pages;
}

} // namespace destek::sandbox
