#pragma once

#include "core/base/secret.h"
#include "daemon/service/media_gateway.h"

#include <QObject>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace destek::daemon
{

/// Files to and from WhatsApp (facts/whatsapp.md 4.3). WhatsApp names the address a file is
/// fetched from; the token goes there only if isMediaAddress() says so, and no redirect is
/// followed (facts/trust.md 1.1 SSRF). Connections of its own: long transfers delay no message.
/// Threads: main.
class GraphMedia final : public QObject, public MediaGateway
{
    Q_OBJECT
public:
    struct Settings {
        QUrl baseUrl;    ///< https://graph.facebook.com; plain http only to loopback
        QString version; ///< v23.0
        Secret token;
        std::chrono::milliseconds silence{30000}; ///< without a byte: given up
        qint64 most = kMediaAtMost;               ///< bytes of one file
    };

    explicit GraphMedia(Settings settings, QObject *parent = nullptr);
    ~GraphMedia() override;

    void fetch(const QString &metaId, const QString &phoneNumberId, Take take,
               std::function<void(FetchAnswer)> answer) override;
    void handOver(const QString &phoneNumberId, const QString &mimeType, const QString &fileName,
                  qint64 size, std::unique_ptr<MediaSource> body,
                  std::function<void(HandOverAnswer)> answer) override;

private:
    struct Download;
    [[nodiscard]] QNetworkRequest requestTo(const QUrl &url) const;
    void answered(QNetworkReply *reply, const std::shared_ptr<Download> &download);
    void transfer(const QUrl &url, const std::shared_ptr<Download> &download);
    void takeFrom(QNetworkReply *reply, const std::shared_ptr<Download> &download) const;
    void ended(QNetworkReply *reply, const std::shared_ptr<Download> &download) const;

    Settings m_settings;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

/// May the token go there? With Meta as `base`: HTTPS on the usual port to graph.facebook.com,
/// lookaside.fbsbx.com and hosts below fbsbx.com and fbcdn.net. With loopback as `base` (the
/// sandbox): that very scheme, host and port, and nothing in the world. Pure.
[[nodiscard]] bool isMediaAddress(const QUrl &url, const QUrl &base);

/// What WhatsApp says of a file before its bytes: address, type, hash, size.
struct MediaAddress {
    QUrl url;
    QString mimeType;
    QByteArray sha256; ///< 32 bytes or empty
    qint64 size = 0;
};
/// nullopt: no address in it. Pure.
[[nodiscard]] std::optional<MediaAddress> readMediaAddress(const QByteArray &body);

/// What came of handing a file over. `httpStatus` 0: no answer came. Pure.
[[nodiscard]] HandOverAnswer readHandOverAnswer(int httpStatus, const QByteArray &body);

} // namespace destek::daemon
