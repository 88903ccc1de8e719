#pragma once

#include "sandbox/timetable.h"
#include "sandbox/webhook_sender.h"

#include <QObject>

namespace destek::sandbox
{

/// The customers' telephones: takes accepted messages and reports sent, delivered, read or
/// failed with the delays people have, according to Person::receipts. Main thread only.
class Phones : public QObject
{
    Q_OBJECT
public:
    Phones(World &world, Timetable &timetable, WebhookSender &webhooks, quint32 seed,
           QObject *parent = nullptr);

    void take(const QString &wamid);
    /// Reports one status now, whatever came before (control API), with this pricing unless it
    /// is empty. False: no such message.
    bool report(const QString &wamid, const QString &status,
                const std::optional<MetaError> &error = {}, const QJsonObject &pricing = {});
    [[nodiscard]] const QHash<QString, qint64> &counts() const { return m_counts; }

Q_SIGNALS:
    /// The person has seen the message, whether or not a receipt says so.
    void seen(QString wamid);

private:
    void schedule(const QString &wamid, qint64 ms, const QString &status,
                  const std::optional<MetaError> &error = {});

    World &m_world;
    Timetable &m_timetable;
    WebhookSender &m_webhooks;
    Dice m_dice;
    QHash<QString, qint64> m_counts; ///< statuses sent, by name
};

} // namespace destek::sandbox
