#pragma once

#include "sandbox/media_box.h"
#include "sandbox/message_post.h"
#include "sandbox/template_desk.h"
#include "sandbox/webhook_sender.h"
#include "sandbox/world.h"

#include <QHash>

namespace destek::sandbox
{

/// A request as either API sees it, free of the HTTP library.
struct ApiRequest {
    QString method;
    QString path;
    QHash<QString, QString> query;
    QByteArray authorization;
    QByteArray contentType;
    QByteArray body;
};

enum class Fate {
    Answer,
    Silence, ///< never answered: the caller runs into its time-out
    Cut,     ///< the connection ends without a usable answer
};

struct ApiAnswer {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json; charset=UTF-8";
    Fate fate = Fate::Answer;
    int delayMs = 0; ///< real time
    QList<std::pair<QByteArray, QByteArray>> headers;
};

/// Faults ordered through the control API; each applies to the next sends.
struct Faults {
    int failCode = 0;
    int failHttp = 0; ///< 0: the code's usual one
    int failCount = 0;
    QString failEdge = {};        ///< "messages" or "media"; empty: whichever comes next
    bool failAfterTaking = false; ///< the message goes out although the answer is an error
    int silenceCount = 0;
    int dropCount = 0;
    bool outage = false;  ///< everything answers 503 with code 2
    int usagePercent = 1; ///< in the rate headers (whatsapp.md 6)
    int regainMinutes = 0;
};

/// The Graph API as far as a WhatsApp business needs it. Main thread only.
class GraphApi
{
public:
    GraphApi(World &world, MessagePost &post, TemplateDesk &templates, MediaBox &media,
             WebhookSender &webhooks, QByteArray token, quint32 seed);

    [[nodiscard]] ApiAnswer handle(const ApiRequest &request);
    [[nodiscard]] Faults &faults() { return m_faults; }
    void setBaseUrl(const QString &url); ///< "http://127.0.0.1:port"

private:
    using Outcome = Result<QJsonObject, MetaError>;
    [[nodiscard]] ApiAnswer decide(const ApiRequest &request);
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> rateHeaders() const;
    [[nodiscard]] ApiAnswer answerOf(const Outcome &outcome);
    [[nodiscard]] std::optional<MetaError> orderedFailure(QLatin1StringView edge);
    [[nodiscard]] ApiAnswer messages(const ApiRequest &request);
    [[nodiscard]] ApiAnswer download(const ApiRequest &request);
    [[nodiscard]] Outcome route(const ApiRequest &request, const QString &version,
                                const QString &id, const QString &edge);
    [[nodiscard]] Outcome numberEdge(const ApiRequest &request, const QString &edge);
    [[nodiscard]] Outcome wabaEdge(const ApiRequest &request, const QString &version,
                                   const QString &edge);
    [[nodiscard]] Outcome medium(const ApiRequest &request, const QString &id);
    [[nodiscard]] Outcome upload(const ApiRequest &request);
    [[nodiscard]] Outcome contactBook(const ApiRequest &request);
    [[nodiscard]] Outcome subscription(const ApiRequest &request);

    World &m_world;
    MessagePost &m_post;
    TemplateDesk &m_templates;
    MediaBox &m_media;
    WebhookSender &m_webhooks;
    const QByteArray m_token;
    Dice m_dice;
    Faults m_faults;
    QString m_baseUrl;
};

} // namespace destek::sandbox
