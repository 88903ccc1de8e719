#pragma once

#include "core/base/secret.h"
#include "daemon/service/meta_gateway.h"

#include <QObject>
#include <QUrl>
#include <QUrlQuery>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace destek::daemon
{

/// Meta's Graph API over HTTPS (plain HTTP only to loopback, for the sandbox). The token goes to
/// the configured host and nowhere else; redirects are not followed; HTTP/2 is off (facts/
/// trust.md 1.7). Threads: main.
class GraphClient final : public QObject, public MetaGateway
{
    Q_OBJECT
public:
    struct Settings {
        QUrl baseUrl;    ///< https://graph.facebook.com
        QString version; ///< v23.0
        QString wabaId;
        Secret token;
        std::chrono::milliseconds timeout{30000};
    };

    explicit GraphClient(Settings settings, QObject *parent = nullptr);
    ~GraphClient() override;

    void send(const OutboundRequest &request, std::function<void(SendAnswer)> answer) override;
    void markRead(const QString &phoneNumberId, const QString &wamid, bool typing) override;
    void fetchNumber(const QString &phoneNumberId,
                     std::function<void(NumberAnswer)> answer) override;
    void fetchTemplate(const QString &metaId,
                       std::function<void(std::optional<TemplateRecord>)> answer) override;
    void fetchTemplates(std::function<void(std::optional<QList<TemplateRecord>>)> answer) override;

private:
    using TemplatesAnswer = std::function<void(std::optional<QList<TemplateRecord>>)>;
    void fetchTemplatePage(const QString &after, QList<TemplateRecord> soFar,
                           TemplatesAnswer answer);
    void askNumber(const QString &phoneNumberId, const QString &fields,
                   std::function<void(NumberAnswer)> answer);
    [[nodiscard]] QNetworkRequest requestFor(const QString &path,
                                             const QUrlQuery &query = {}) const;

    Settings m_settings;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

/// The JSON body of a send: the message and its address, nothing else. Pure.
[[nodiscard]] QByteArray sendBody(const OutboundRequest &request);

/// "Read up to here", and while typing also "an answer is being written". Pure.
[[nodiscard]] QByteArray readBody(const QString &wamid, bool typing);

/// What WhatsApp answers about a number; nothing if it is not about one. Pure.
[[nodiscard]] std::optional<NumberFacts> readNumberFacts(const QByteArray &body);

/// What came of asking for them, for an HTTP status and a body. Pure.
[[nodiscard]] NumberAnswer readNumberAnswer(int httpStatus, const QByteArray &body);

/// What Meta's answer means (facts/whatsapp.md section 6). `httpStatus` 0: no answer came.
/// `tries`: attempts that Meta put off so far, and this one.
[[nodiscard]] SendAnswer readSendAnswer(int httpStatus, const QByteArray &body, int tries);

} // namespace destek::daemon
