#include "httpd/listener.h"

#include "httpd/connection.h"

#include <boost/asio/error.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/v6_only.hpp>

#include <algorithm>

namespace destek::httpd
{

namespace asio = boost::asio;
namespace ip = boost::asio::ip;
using boost::system::error_code;

namespace
{

ServerError listenError(const error_code &ec)
{
    if (ec == asio::error::address_in_use)
        return ServerError::AddressInUse;
    if (ec == asio::error::access_denied)
        return ServerError::NotPermitted;
    return ServerError::ListenFailed;
}

/// An IPv4 client of a dual-stack socket is an IPv4 client.
ip::address plainAddress(const ip::address &address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

/// Whoever has an IPv6 network has 2^64 addresses: they count as one.
QByteArray addressKey(const ip::address &address)
{
    if (address.is_v4()) {
        const auto bytes = address.to_v4().to_bytes();
        return {reinterpret_cast<const char *>(bytes.data()), 4};
    }
    const auto bytes = address.to_v6().to_bytes();
    return {reinterpret_cast<const char *>(bytes.data()), 8};
}

} // namespace

Listener::Listener(std::shared_ptr<Core> core, std::shared_ptr<ListenerState> state)
    : m_core(std::move(core)), m_state(std::move(state)), m_usesTls(m_state->tls != nullptr),
      m_acceptor(m_core->loop->context()), m_pause(m_core->loop->context())
{
}

Result<quint16, ServerError> Listener::open(const QString &address, quint16 port,
                                            Plaintext plaintext)
{
    error_code ec;
    const ip::address where = ip::make_address(address.toStdString(), ec);
    if (ec)
        return failure(ServerError::BadAddress);
    if (!m_usesTls && plaintext == Plaintext::LoopbackOnly && !where.is_loopback())
        return failure(ServerError::PlaintextRefused);
    const Tcp::endpoint endpoint(where, port);
    if (m_acceptor.open(endpoint.protocol(), ec); ec)
        return failure(listenError(ec));
    m_acceptor.set_option(Tcp::acceptor::reuse_address(true), ec);
    if (where.is_v6())
        m_acceptor.set_option(ip::v6_only(false), ec);
    if (m_acceptor.bind(endpoint, ec); ec)
        return failure(listenError(ec));
    if (m_acceptor.listen(m_state->limits.backlog, ec); ec)
        return failure(listenError(ec));
    const quint16 bound = m_acceptor.local_endpoint(ec).port();
    if (ec)
        return failure(listenError(ec));
    return bound;
}

void Listener::close()
{
    error_code ignored;
    m_acceptor.close(ignored);
    m_pause.cancel();
}

void Listener::accept()
{
    if (!m_acceptor.is_open())
        return;
    m_acceptor.async_accept([self = shared_from_this()](error_code ec, Tcp::socket socket) {
        if (!self->m_acceptor.is_open())
            return;
        if (!ec)
            self->admit(std::move(socket));
        // A client that gave up in the queue is no reason to rest; anything else, above all
        // having no descriptor left, would come back at once and spin.
        if (!ec || ec == asio::error::connection_aborted)
            self->accept();
        else
            self->pause();
    });
}

void Listener::pause()
{
    ++m_core->acceptPauses;
    m_pause.expires_after(m_core->limits.acceptPause);
    m_pause.async_wait([self = shared_from_this()](error_code ec) {
        if (!ec)
            self->accept();
    });
}

void Listener::admit(Tcp::socket socket)
{
    error_code ec;
    const auto peer = socket.remote_endpoint(ec);
    if (ec || m_core->draining)
        return;
    if (m_core->open >= m_core->limits.connections) {
        ++m_core->refusedTotal;
        return;
    }
    const ip::address address = plainAddress(peer.address());
    const int perAddress = m_state->limits.connectionsPerAddress;
    const QByteArray key = perAddress > 0 ? addressKey(address) : QByteArray();
    if (perAddress > 0 && m_state->perAddress.value(key) >= perAddress) {
        ++m_core->refusedAddress;
        return;
    }
    socket.set_option(Tcp::no_delay(true), ec);
    ++m_core->accepted;
    try {
        std::make_shared<Connection>(
            std::move(socket), QByteArray::fromStdString(address.to_string()), key, m_core, m_state)
            ->start();
    } catch (...) {
        // No memory for this connection: it is closed, the others go on.
    }
}

} // namespace destek::httpd
