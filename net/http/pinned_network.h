#pragma once

#include "net/http/daemon_link.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace destek::net
{

struct NetworkAsk {
    QByteArray verb;
    QString path;     ///< "/v1/…"
    QByteArray query; ///< percent-encoded
    std::optional<QByteArray> body;
    QList<QPair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds silence{15'000}; ///< no byte for so long: given up; 0 = never
};

/// The only place that owns a QNetworkAccessManager. Every request: https, TLS 1.3, the
/// daemon's CA and no other (set on the request itself: CVE-2023-34410), no HTTP/2, redirect,
/// proxy, cookie, cache or compression. Certificate errors are never ignored.
class PinnedNetwork
{
public:
    PinnedNetwork();
    ~PinnedNetwork();
    /// nullptr if the link is not https or has no CA: nothing leaves the machine. The reply is
    /// the caller's to deleteLater(), and dies with this object at the latest.
    [[nodiscard]] QNetworkReply *send(const DaemonLink &link, const NetworkAsk &ask);
    /// Drops kept connections: they were verified for another link. Replies under way end now,
    /// as cancelled.
    void forget();

private:
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

/// What a finished reply without a readable HTTP answer means.
enum class NetworkFailure : quint8 { None, Unreachable, Timeout, WrongServer };
[[nodiscard]] NetworkFailure failureOf(const QNetworkReply &reply);

} // namespace destek::net
