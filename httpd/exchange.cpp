#include "httpd/exchange.h"

#include <algorithm>

namespace destek::httpd
{

bool BodyCharge::growTo(qint64 bytes)
{
    const qint64 more = bytes - m_bytes;
    if (more <= 0)
        return true;
    if (m_budget->used.fetch_add(more) + more > m_budget->limit) {
        m_budget->used.fetch_sub(more);
        return false;
    }
    m_bytes = bytes;
    return true;
}

void BodyCharge::release()
{
    if (m_bytes > 0)
        m_budget->used.fetch_sub(std::exchange(m_bytes, 0));
}

StreamState::StreamState(std::shared_ptr<Loop> loop, std::weak_ptr<ExchangeSink> sink,
                         qsizetype limit)
    : m_loop(std::move(loop)), m_sink(std::move(sink)), m_limit(limit)
{
}

void StreamState::wakeSink(void (ExchangeSink::*what)())
{
    m_loop->post([sink = m_sink, what] {
        if (const auto connection = sink.lock())
            ((*connection).*what)();
    });
}

bool StreamState::send(const QByteArray &bytes)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_open)
        return false;
    if (m_queue.size() + m_writing + bytes.size() > m_limit) {
        m_open = false;
        m_queue.clear();
        wakeSink(&ExchangeSink::cutStream);
        return false;
    }
    m_queue.append(bytes);
    if (!std::exchange(m_wakePending, true))
        wakeSink(&ExchangeSink::streamReady);
    return true;
}

void StreamState::close()
{
    const std::scoped_lock lock(m_mutex);
    if (std::exchange(m_open, false))
        wakeSink(&ExchangeSink::streamReady);
}

bool StreamState::isOpen() const
{
    const std::scoped_lock lock(m_mutex);
    return m_open;
}

void StreamState::onClosed(std::function<void()> callback)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_finished) {
            m_callbacks.append(std::move(callback));
            return;
        }
    }
    callback();
}

void StreamState::whenWritten(std::function<void()> callback)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_finished && !(m_queue.isEmpty() && m_writing == 0))
        m_whenWritten.append(std::move(callback));
    else // not from here: the caller may hold a lock that the callback takes
        m_loop->post(std::move(callback));
}

QByteArray StreamState::take()
{
    const std::scoped_lock lock(m_mutex);
    m_wakePending = false;
    m_writing = m_queue.size();
    return std::exchange(m_queue, {});
}

void StreamState::written()
{
    QList<std::function<void()>> callbacks;
    {
        const std::scoped_lock lock(m_mutex);
        m_writing = 0;
        if (m_queue.isEmpty())
            callbacks.swap(m_whenWritten);
    }
    run(callbacks);
}

bool StreamState::endAsked() const
{
    const std::scoped_lock lock(m_mutex);
    return !m_open && m_queue.isEmpty();
}

void StreamState::finished()
{
    QList<std::function<void()>> callbacks;
    {
        const std::scoped_lock lock(m_mutex);
        m_open = false;
        m_finished = true;
        m_queue.clear();
        callbacks.swap(m_callbacks);
        callbacks += std::exchange(m_whenWritten, {});
    }
    run(callbacks);
}

void StreamState::run(const QList<std::function<void()>> &callbacks)
{
    for (const auto &callback : callbacks) {
        try {
            callback();
        } catch (...) {
            // The connection has to be taken down whatever its listeners do.
        }
    }
}

Exchange::Exchange(std::shared_ptr<Loop> loop, std::weak_ptr<ExchangeSink> sink, quint64 serial,
                   qsizetype streamQueue, BodyCharge charge)
    : m_loop(std::move(loop)), m_sink(std::move(sink)), m_serial(serial),
      m_streamQueue(streamQueue), m_charge(std::move(charge))
{
}

Exchange::~Exchange()
{
    respond(Reply::empty(500));
}

Responder Exchange::responderFor(std::shared_ptr<Exchange> exchange)
{
    return Responder(std::move(exchange));
}

void Exchange::respond(Reply reply)
{
    if (m_answered.exchange(true))
        return;
    m_charge.release();
    m_loop->post([sink = m_sink, serial = m_serial, reply = std::move(reply)] {
        if (const auto connection = sink.lock())
            connection->answer(serial, reply);
    });
}

std::shared_ptr<StreamState> Exchange::startEventStream(QList<Header> headers)
{
    auto stream = std::make_shared<StreamState>(m_loop, m_sink, m_streamQueue);
    if (m_answered.exchange(true)) {
        stream->finished();
        return stream;
    }
    m_charge.release();
    const bool typed = std::any_of(headers.begin(), headers.end(), [](const Header &field) {
        return field.name.compare("Content-Type", Qt::CaseInsensitive) == 0;
    });
    if (!typed)
        headers.append(Header{"Content-Type", "text/event-stream"});
    const bool posted = m_loop->post(
        [sink = m_sink, serial = m_serial, head = Reply{200, std::move(headers), {}}, stream] {
            if (const auto connection = sink.lock())
                connection->openStream(serial, head, stream);
            else
                stream->finished();
        });
    if (!posted)
        stream->finished();
    return stream;
}

void Exchange::exemptFromAddressLimit()
{
    m_loop->post([sink = m_sink] {
        if (const auto connection = sink.lock())
            connection->exemptFromAddressLimit();
    });
}

/// Ends the stream when the last handle goes: nobody could send any more.
struct EventStream::Tie {
    explicit Tie(std::shared_ptr<StreamState> tied) : state(std::move(tied)) {}
    ~Tie() { state->close(); }
    Tie(const Tie &) = delete;
    Tie &operator=(const Tie &) = delete;
    const std::shared_ptr<StreamState> state;
};

EventStream::EventStream(std::shared_ptr<StreamState> state)
    : m_tie(std::make_shared<Tie>(std::move(state)))
{
}

bool EventStream::send(QByteArray bytes) const
{
    return m_tie && m_tie->state->send(bytes);
}

void EventStream::close() const
{
    if (m_tie)
        m_tie->state->close();
}

bool EventStream::isOpen() const
{
    return m_tie && m_tie->state->isOpen();
}

void EventStream::onClosed(std::function<void()> callback) const
{
    if (m_tie)
        m_tie->state->onClosed(std::move(callback));
    else
        callback();
}

void EventStream::whenWritten(std::function<void()> callback) const
{
    if (m_tie)
        m_tie->state->whenWritten(std::move(callback));
}

Responder::Responder(std::shared_ptr<Exchange> exchange) : m_exchange(std::move(exchange)) {}

void Responder::respond(Reply reply) const
{
    if (m_exchange)
        m_exchange->respond(std::move(reply));
}

EventStream Responder::startEventStream(QList<Header> headers) const
{
    return m_exchange ? EventStream(m_exchange->startEventStream(std::move(headers)))
                      : EventStream();
}

void Responder::exemptFromAddressLimit() const
{
    if (m_exchange)
        m_exchange->exemptFromAddressLimit();
}

bool Responder::clientGone() const
{
    return m_exchange && m_exchange->clientGone();
}

} // namespace destek::httpd
