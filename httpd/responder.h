#pragma once

#include "httpd/message.h"

#include <functional>
#include <memory>

namespace destek::httpd
{

class Exchange;
class StreamState;

/// The sending end of one text/event-stream (or any endless) response. A handle: copies share
/// one stream, any thread may use them. When the last copy dies the stream is ended.
class EventStream
{
public:
    EventStream() = default; ///< A closed stream.

    /// Queues bytes as they are (one or more complete SSE frames) and flushes at once. False if
    /// the stream is closed. A client that lets more than Limits::streamQueue bytes pile up is
    /// cut: it must come back and resume, memory does not wait for it.
    bool send(QByteArray bytes) const;
    /// Ends the stream after what is queued has been written. Safe to repeat.
    void close() const;
    [[nodiscard]] bool isOpen() const;
    /// Runs the callback exactly once when the stream is over, whoever ended it: on the network
    /// thread, or at once on the calling thread if it is over already. Must not block.
    void onClosed(std::function<void()> callback) const;
    /// Runs the callback once, on the network thread and never from within this call, when what
    /// was sent so far has gone to the client or the stream is over: whoever has much to say
    /// sends it piece by piece. Must not block.
    void whenWritten(std::function<void()> callback) const;

private:
    friend class Responder;
    explicit EventStream(std::shared_ptr<StreamState> state);
    struct Tie;
    std::shared_ptr<Tie> m_tie;
};

/// The right to answer one request, once. A handle: copies share it, any thread may use them and
/// it may outlive the connection and the Server (answers then go nowhere). If the last copy dies
/// without an answer the client gets 500; after Limits::handlerTimeout it gets 504.
class Responder
{
public:
    Responder() = default; ///< Answers nobody.

    /// The first answer counts, later ones are ignored.
    void respond(Reply reply) const;
    /// Answers with 200, Content-Type: text/event-stream (unless given) and an open end. Closed
    /// at once if the request has been answered already.
    [[nodiscard]] EventStream startEventStream(QList<Header> headers = {}) const;
    /// The client has shown who it is: its connection no longer counts against
    /// Limits::connectionsPerAddress (an office behind one address may hold many).
    void exemptFromAddressLimit() const;
    /// True once the connection is known to be gone; work for it may be dropped.
    [[nodiscard]] bool clientGone() const;

private:
    friend class Exchange;
    explicit Responder(std::shared_ptr<Exchange> exchange);
    std::shared_ptr<Exchange> m_exchange;
};

} // namespace destek::httpd
