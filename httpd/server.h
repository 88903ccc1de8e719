#pragma once

#include "core/base/result.h"
#include "httpd/limits.h"
#include "httpd/route.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace destek::httpd
{

enum class TlsVersion { Tls12, Tls13 };
enum class ClientCertificate {
    None,     ///< not asked for
    Optional, ///< asked for; one that does not chain to clientCaPem fails the handshake
    Required,
};

/// PEM texts in memory: where they come from is the caller's business (trust.md 4.3).
struct TlsConfig {
    QByteArray certificateChainPem; ///< leaf first
    QByteArray privateKeyPem;
    TlsVersion minimum = TlsVersion::Tls13; ///< the public webhook port needs Tls12
    ClientCertificate clientCertificate = ClientCertificate::None;
    QByteArray clientCaPem; ///< the only roots client certificates may chain to
};

enum class ServerError {
    BadAddress, ///< not a numeric IPv4 or IPv6 address
    AddressInUse,
    NotPermitted,        ///< the port needs a privilege we do not have
    ListenFailed,        ///< any other refusal of the system
    PlaintextRefused,    ///< no TLS, not loopback, and not explicitly allowed
    CertificateUnusable, ///< not PEM, or too weak for OpenSSL's security level
    PrivateKeyUnusable,  ///< not PEM, encrypted, or not the certificate's
    ClientCaUnusable,
    BadRoute, ///< unknown method, malformed pattern, no handler, or a duplicate
    NoSuchListener,
    Stopped,
};

enum class Plaintext { LoopbackOnly, Anywhere };

struct ListenerConfig {
    QString address = QStringLiteral("127.0.0.1"); ///< numeric; "0.0.0.0" or "::" for all
    quint16 port = 0;                              ///< 0: any free one
    std::optional<TlsConfig> tls = {};
    /// Without TLS only loopback addresses are accepted, unless said here (a container's
    /// private network): a forgotten certificate must never become a plaintext port.
    Plaintext plaintext = Plaintext::LoopbackOnly;
    Limits limits = {};
    QList<Route> routes;
};

struct BoundListener {
    int index = 0; ///< for reloadTls
    quint16 port = 0;
};

/// One finished exchange, for metrics: nothing in it names a person. The pattern is empty if no
/// route matched.
struct Outcome {
    QByteArray method;
    QString pattern;
    int status = 0;
    std::chrono::microseconds took{0}; ///< head complete to reply handed to the socket
};

/// A snapshot; totals since construction unless said otherwise.
struct Counters {
    qint64 connections = 0; ///< open now
    qint64 streams = 0;     ///< open now
    qint64 bodyBytes = 0;   ///< in flight now
    qint64 accepted = 0;
    qint64 refusedTotal = 0;   ///< closed at accept: ServerLimits::connections
    qint64 refusedAddress = 0; ///< closed at accept: Limits::connectionsPerAddress
    qint64 acceptPauses = 0;   ///< times accepting rested for want of descriptors
    qint64 handshakesFailed = 0;
    qint64 timeouts = 0;   ///< connections cut by a deadline (idle ones not counted)
    qint64 malformed = 0;  ///< requests refused for their form or size
    qint64 streamsCut = 0; ///< streams whose client did not read
    qint64 answered = 0;
    qint64 answered5xx = 0;
};

/// A small HTTP/1.1 server with one network thread of its own and any number of listeners.
/// The methods may be called from any one thread, not from handlers.
class Server
{
public:
    /// observe runs on the network thread after each exchange and must not block.
    explicit Server(ServerLimits limits = {}, std::function<void(const Outcome &)> observe = {});
    ~Server(); ///< stop() without grace.
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Binds and checks everything now; serves once start() has been called. Before start() only
    /// the system's backlog answers, so that ports can be bound before privileges are dropped.
    Result<BoundListener, ServerError> listen(ListenerConfig config);
    /// Starts the network thread. Safe to repeat.
    void start();
    /// Stops accepting, ends streams and idle connections, lets requests under way finish
    /// within the grace, then cuts and joins the thread. Not reversible. Responders may still be
    /// held elsewhere.
    void stop(std::chrono::milliseconds grace = std::chrono::seconds(10));
    /// New handshakes use the new certificate; open connections keep theirs. On an error the
    /// old one stays.
    Result<Done, ServerError> reloadTls(int listener, TlsConfig config);
    [[nodiscard]] Counters counters() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace destek::httpd
