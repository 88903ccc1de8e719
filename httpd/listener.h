#pragma once

#include "httpd/core.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

namespace destek::httpd
{

/// Accepts connections for one port. open() on any thread before start(); the rest on the
/// network thread.
class Listener : public std::enable_shared_from_this<Listener>
{
public:
    Listener(std::shared_ptr<Core> core, std::shared_ptr<ListenerState> state);

    /// Binds and listens. The port it got.
    Result<quint16, ServerError> open(const QString &address, quint16 port, Plaintext plaintext);
    void start() { accept(); }
    void close();
    void setTls(TlsContext tls) { m_state->tls = std::move(tls); }
    [[nodiscard]] bool usesTls() const { return m_usesTls; }

private:
    using Tcp = boost::asio::ip::tcp;

    void accept();
    void pause();
    void admit(Tcp::socket socket);

    const std::shared_ptr<Core> m_core;
    const std::shared_ptr<ListenerState> m_state;
    const bool m_usesTls;
    Tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_pause;
};

} // namespace destek::httpd
