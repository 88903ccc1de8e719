#pragma once

#include "sandbox/people_desk.h"

namespace destek::sandbox
{

/// The number is also in the WhatsApp Business app, or another system holds the thread: echoes,
/// history, contacts, standby copies and handovers (whatsapp.md 7). Main thread only.
class CoexistenceDesk
{
public:
    CoexistenceDesk(World &world, const PeopleDesk &people, MediaBox &media,
                    WebhookSender &webhooks, quint32 seed);

    [[nodiscard]] Ordered echo(const QJsonObject &order);
    [[nodiscard]] Ordered appState(const QJsonObject &order);
    [[nodiscard]] Ordered standby(const QJsonObject &order);
    [[nodiscard]] Ordered handover(const QJsonObject &order);
    /// Threads of the past, in chunks, in any order.
    [[nodiscard]] Ordered history(const QJsonObject &order);

private:
    struct Past {
        QJsonObject message;
        QJsonObject medium; ///< what the placeholder stands for; empty: no placeholder
    };
    [[nodiscard]] QJsonObject fromUs(const Person &person, const QJsonObject &content, qint64 atMs,
                                     const QString &wamid);
    /// The order of whoever else answers, as a standby copy has it.
    [[nodiscard]] QJsonObject fromOthers(const Person &person, const QJsonObject &content,
                                         qint64 atMs, const QString &wamid);
    [[nodiscard]] Past pastMessage(const Person &person, int index, qint64 atMs, bool medium);
    void postHistory(const QJsonArray &entries);
    void postLateMedia(const Person &person, const QList<Past> &all);
    [[nodiscard]] QJsonObject completed(const Person &person, const QJsonObject &order);

    World &m_world;
    const PeopleDesk &m_people;
    LineFiller m_filler;
    WebhookSender &m_webhooks;
    Dice m_dice;
};

} // namespace destek::sandbox
