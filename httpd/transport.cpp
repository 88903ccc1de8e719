#include "httpd/transport.h"

#include <boost/asio/write.hpp>

#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace destek::httpd
{

namespace asio = boost::asio;

Transport::Transport(Socket socket, const TlsContext &tls) : m_socket(std::move(socket))
{
    if (tls)
        m_tls.emplace(m_socket, *tls);
}

void Transport::handshake(std::function<void(Error)> callback)
{
    m_tls->async_handshake(asio::ssl::stream_base::server, std::move(callback));
}

void Transport::readSome(asio::mutable_buffer into, Callback callback)
{
    if (m_tls)
        m_tls->async_read_some(into, std::move(callback));
    else
        m_socket.async_read_some(into, std::move(callback));
}

void Transport::write(std::array<asio::const_buffer, 2> buffers, Callback callback)
{
    if (m_tls)
        asio::async_write(*m_tls, buffers, std::move(callback));
    else
        asio::async_write(m_socket, buffers, std::move(callback));
}

void Transport::endWriting(std::function<void(Error)> callback)
{
    if (m_tls) {
        m_tls->async_shutdown([this, done = std::move(callback)](Error) {
            Error ignored;
            m_socket.shutdown(Socket::shutdown_send, ignored);
            done(ignored);
        });
        return;
    }
    Error ec;
    m_socket.shutdown(Socket::shutdown_send, ec);
    callback(ec);
}

void Transport::drainSome(asio::mutable_buffer into, Callback callback)
{
    m_socket.async_read_some(into, std::move(callback));
}

void Transport::close()
{
    Error ignored;
    m_socket.close(ignored);
}

QByteArray Transport::peerCertificate()
{
    if (!m_tls)
        return {};
    SSL *const handle = m_tls->native_handle();
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(SSL_get1_peer_certificate(handle),
                                                                  &X509_free);
    if (!certificate || SSL_get_verify_result(handle) != X509_V_OK)
        return {};
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate.get(), &der);
    QByteArray bytes;
    if (size > 0)
        bytes = QByteArray(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

} // namespace destek::httpd
