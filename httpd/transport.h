#pragma once

#include "httpd/tls_context.h"

#include <QByteArray>

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <array>
#include <functional>
#include <optional>

namespace destek::httpd
{

/// One socket, with or without TLS on it. The type is erased here, so that Asio's composed
/// operations are instantiated once. At most one read and one write at a time; the owner keeps
/// itself and its buffers alive until the callback.
class Transport
{
public:
    using Socket = boost::asio::ip::tcp::socket;
    using Error = boost::system::error_code;
    using Callback = std::function<void(Error, std::size_t)>;

    Transport(Socket socket, const TlsContext &tls);

    [[nodiscard]] bool isTls() const { return m_tls.has_value(); }
    void handshake(std::function<void(Error)> callback);
    void readSome(boost::asio::mutable_buffer into, Callback callback);
    /// All of both buffers.
    void write(std::array<boost::asio::const_buffer, 2> buffers, Callback callback);
    /// Tells the peer that nothing more comes; TLS says so in its own way first.
    void endWriting(std::function<void(Error)> callback);
    /// Bytes of the bare socket, below TLS: only to be thrown away.
    void drainSome(boost::asio::mutable_buffer into, Callback callback);
    /// Cuts; pending operations end with an error.
    void close();
    /// DER of the verified client certificate, or empty.
    [[nodiscard]] QByteArray peerCertificate();

private:
    Socket m_socket;
    std::optional<boost::asio::ssl::stream<Socket &>> m_tls;
};

} // namespace destek::httpd
