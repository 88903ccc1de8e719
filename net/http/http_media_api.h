#pragma once

#include "net/api/conversation_api.h"
#include "net/http/http_transport.h"

namespace destek::net
{

/// Bytes of pictures, recordings and files, in memory only. Connections of its own, pinned like
/// all others: a long transfer delays no message. A transfer whose owner dies is broken off.
/// Threads: GUI only. `transport` outlives it.
class HttpMediaApi final : public QObject, public MediaApi
{
    Q_OBJECT
public:
    explicit HttpMediaApi(const HttpTransport *transport, QObject *parent = nullptr);
    ~HttpMediaApi() override;

    /// Piece by piece, one request after the other; ends with its owner. Errors: NotFound while
    /// the daemon has none; BadAnswer beyond kMostBytes or when the file changes meanwhile.
    void fetch(MessageId id, Progress progress, Then<QByteArray> then) override;
    /// Errors: TooLarge beyond kMostBytes, without asking; BadRequest for a file that WhatsApp
    /// would not take.
    void upload(ConversationId id, const QString &fileName, const QByteArray &bytes,
                Progress progress, Then<UploadView> then) override;
    /// No byte for so long ends a transfer with Timeout.
    void setSilence(Duration silence) { m_silence = silence; }

    static constexpr qint64 kMostBytes = 100LL * 1024 * 1024;
    static constexpr qint64 kPart = 4LL * 1024 * 1024;

private:
    struct Download;
    void fetchPart(const std::shared_ptr<Download> &download);
    void takePart(QNetworkReply *reply, const std::shared_ptr<Download> &download);
    [[nodiscard]] QNetworkReply *send(const NetworkAsk &ask);
    void later(std::function<void()> answer);

    const HttpTransport *m_transport;
    PinnedNetwork m_network;
    QUrl m_server; ///< whom the kept connections lead to
    QSslCertificate m_ca;
    Duration m_silence = std::chrono::seconds(60);
};

} // namespace destek::net
