#pragma once

#include "httpd/core.h"
#include "httpd/head_inspection.h"
#include "httpd/reply_format.h"
#include "httpd/transport.h"
#include "httpd/wire_parser.h"

#include <boost/asio/steady_timer.hpp>

namespace destek::httpd
{

/// The life of one connection: handshake, then request after request, one at a time and so
/// answered in order. Network thread only. Kept alive by its own pending operations; gone when
/// the last of them ends.
///
/// There is exactly one deadline. Each phase sets it once when the phase begins, so that no
/// amount of dribbling moves it; setting it always restarts the timer, so that an earlier
/// deadline is as good as a later one.
class Connection final : public ExchangeSink, public std::enable_shared_from_this<Connection>
{
public:
    /// addressKey: what connectionsPerAddress counts by.
    Connection(Transport::Socket socket, QByteArray peerAddress, QByteArray addressKey,
               std::shared_ptr<Core> core, std::shared_ptr<ListenerState> listener);
    ~Connection() override;

    void start();
    /// The server is stopping: end as soon as what is under way is answered.
    void drain();
    void cut();

    void answer(quint64 serial, Reply reply) override;
    void openStream(quint64 serial, Reply head, std::shared_ptr<StreamState> stream) override;
    void streamReady() override;
    void cutStream() override;
    void exemptFromAddressLimit() override;

private:
    using Clock = std::chrono::steady_clock;
    using Error = Transport::Error;
    enum class State { Handshake, Head, Body, Handling, Writing, Streaming, Lingering, Closed };

    void setDeadline(Clock::time_point when);
    void setDeadline(std::chrono::milliseconds in) { setDeadline(Clock::now() + in); }
    void clearDeadline();
    void onDeadline();

    // Reading: connection.cpp
    void beginRequest();
    void readMore();
    void onRead(Error error, std::size_t size);
    void onReadError(Error error);
    void parseHead();
    void onHead(qsizetype size);
    void route();
    void beginBody();
    void feedBody();
    void dispatch();

    // Writing: connection_reply.cpp
    void refuse(int status);
    void sendReply(Reply reply, AfterReply after);
    void onReplyWritten(Error error);
    void write(std::function<void(Error)> then);
    void writeStream(QByteArray bytes);
    void onStreamWritten(Error error);
    void endStream();
    void leaveStream();
    void account();
    void finish();
    void drainRest(qsizetype allowed);

    const QByteArray m_peerAddress;
    QByteArray m_addressKey; ///< empty: not counted (any more)
    const std::shared_ptr<Core> m_core;
    const std::shared_ptr<ListenerState> m_listener;
    const Limits &m_limits;
    Transport m_transport;
    boost::asio::steady_timer m_timer;
    quint64 m_deadlineTurn = 0; ///< a wait that lost a race with a newer deadline is stale

    State m_state = State::Handshake;
    bool m_reading = false;
    bool m_writing = false;
    bool m_ended = false; ///< the peer sends nothing more
    QByteArray m_readBuffer;
    QByteArray m_pending;    ///< received and not parsed yet
    qsizetype m_scanned = 0; ///< of m_pending, when looking for the end of the head
    QByteArray m_peerCertificate;

    // The request under way.
    std::optional<WireParser> m_parser;
    Framing m_framing;
    Request m_request;
    const Route *m_route = nullptr;
    std::optional<BodyCharge> m_charge;
    std::weak_ptr<Exchange> m_exchange;
    Clock::time_point m_requestBegan;
    Clock::time_point m_headDone;
    quint64 m_serial = 0; ///< of the request; an answer to an older one is too late
    bool m_keepAlive = false;
    bool m_http11 = true;

    // The answer under way.
    QByteArray m_head;
    QByteArray m_body;
    int m_status = 0;
    AfterReply m_after = AfterReply::Close;
    std::shared_ptr<StreamState> m_stream;
    bool m_streamEnding = false;
};

} // namespace destek::httpd
