#pragma once

#include "sandbox/order.h"
#include "sandbox/template_shelf.h"
#include "sandbox/timetable.h"
#include "sandbox/webhook_sender.h"

namespace destek::sandbox
{

/// Meta's side of the templates: review, re-categorisation, pausing and quality, each with its
/// webhook (whatsapp.md 5.2, 7). Main thread only.
class TemplateDesk
{
public:
    TemplateDesk(QJsonArray templates, Timetable &timetable, WebhookSender &webhooks,
                 WallClock clock);

    [[nodiscard]] const TemplateShelf &shelf() const { return m_shelf; }
    /// POST /<WABA>/message_templates: PENDING now, decided after the review time.
    [[nodiscard]] Result<QJsonObject, MetaError> submit(QJsonObject entry);
    /// The order "template".
    [[nodiscard]] Ordered obey(const QJsonObject &order);
    /// The order "review": how long it takes (simulated) and which names are refused.
    void setReview(int seconds, QStringList reject);

private:
    void decide(const QString &name, const QString &language);
    void changeStatus(QJsonObject entry, const QString &status, const QString &reason);
    void changeCategory(const QString &name, const QString &language, const QString &category);
    void announceCategory(const QJsonObject &entry, const QString &category, int inSeconds);
    void changeComponents(QJsonObject entry, const QJsonArray &components);
    void changeQuality(QJsonObject entry, const QString &score);
    void post(const QString &field, const QJsonObject &entry, QJsonObject value);

    TemplateShelf m_shelf;
    Timetable &m_timetable;
    WebhookSender &m_webhooks;
    const WallClock m_clock;
    int m_reviewSeconds = 30;
    QStringList m_reject;
};

} // namespace destek::sandbox
