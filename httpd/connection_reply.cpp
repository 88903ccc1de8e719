#include "httpd/connection.h"

#include <algorithm>

namespace destek::httpd
{

namespace asio = boost::asio;

namespace
{

/// What a client may still send after the last reply, so that closing with unread bytes does
/// not reset the connection under a reply on its way.
constexpr qsizetype kLingerBytes = 256 * 1024;

asio::const_buffer bufferOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

void Connection::refuse(int status)
{
    ++m_core->malformed;
    sendReply(Reply::empty(status), AfterReply::Close);
}

void Connection::answer(quint64 serial, Reply reply)
{
    if (m_state != State::Handling || serial != m_serial)
        return;
    sendReply(std::move(reply), m_keepAlive ? AfterReply::KeepAlive : AfterReply::Close);
}

void Connection::sendReply(Reply reply, AfterReply after)
{
    if (m_writing) { // an interim reply is stuck on its way: this client does not read
        cut();
        return;
    }
    m_state = State::Writing;
    m_parser.reset();
    m_charge.reset();
    m_after = m_core->draining ? AfterReply::Close : after;
    auto head = formatHead(reply, m_after, BodyFraming::Length);
    if (!head) {
        reply = Reply::empty(500);
        head = formatHead(reply, m_after, BodyFraming::Length);
    }
    m_status = reply.status;
    m_head = head.value_or(QByteArray());
    const bool bodiless = m_request.method == "HEAD" || !statusHasBody(reply.status);
    m_body = bodiless ? QByteArray() : std::move(reply.body);
    setDeadline(m_limits.write +
                std::chrono::milliseconds(m_body.size() * 1000 /
                                          std::max<qsizetype>(1, m_limits.minimumRate)));
    write([this](Error error) { onReplyWritten(error); });
}

/// Sends m_head and m_body. The callback runs with the connection alive and not closed.
void Connection::write(std::function<void(Error)> then)
{
    m_writing = true;
    m_transport.write(
        {bufferOf(m_head), bufferOf(m_body)},
        [self = shared_from_this(), then = std::move(then)](Error error, std::size_t) {
            self->m_writing = false;
            if (self->m_state != State::Closed)
                then(error);
        });
}

void Connection::onReplyWritten(Error error)
{
    m_head.clear();
    m_body.clear();
    if (error) {
        cut();
        return;
    }
    account();
    if (m_after == AfterReply::KeepAlive)
        beginRequest();
    else
        finish();
}

void Connection::account()
{
    ++m_core->answered;
    if (m_status >= 500)
        ++m_core->answered5xx;
    if (!m_core->observe)
        return;
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_headDone);
    try {
        m_core->observe({m_request.method, m_route ? m_route->pattern : QString(), m_status, took});
    } catch (...) {
        // Metrics must not take a connection down.
    }
}

void Connection::openStream(quint64 serial, Reply head, std::shared_ptr<StreamState> stream)
{
    if (m_state != State::Handling || serial != m_serial) {
        stream->finished();
        return;
    }
    const auto framing = m_http11 ? BodyFraming::Chunked : BodyFraming::ToClose;
    const auto formatted = formatHead(head, AfterReply::Close, framing);
    if (!formatted) {
        stream->finished();
        sendReply(Reply::empty(500), AfterReply::Close);
        return;
    }
    m_head = *formatted;
    m_body.clear();
    m_status = head.status;
    setDeadline(m_limits.write);
    if (m_request.method == "HEAD") {
        stream->finished();
        m_state = State::Writing;
        m_after = AfterReply::Close;
        write([this](Error error) { onReplyWritten(error); });
        return;
    }
    m_state = State::Streaming;
    m_stream = std::move(stream);
    ++m_core->streams;
    m_pending = {};
    if (m_ended || m_core->draining)
        m_stream->close();
    write([this](Error error) { onStreamWritten(error); });
    readMore(); // shows at once that the client has gone
}

void Connection::streamReady()
{
    if (m_state != State::Streaming || m_writing || m_streamEnding)
        return;
    const QByteArray bytes = m_stream->take();
    if (!bytes.isEmpty())
        writeStream(m_http11 ? chunk(bytes) : bytes);
    else if (m_stream->endAsked())
        endStream();
}

void Connection::writeStream(QByteArray bytes)
{
    m_body = std::move(bytes);
    setDeadline(m_limits.write);
    write([this](Error error) { onStreamWritten(error); });
}

void Connection::onStreamWritten(Error error)
{
    m_head.clear();
    m_body.clear();
    if (error) {
        cut();
        return;
    }
    clearDeadline();
    m_stream->written();
    if (m_streamEnding)
        finish();
    else
        streamReady();
}

void Connection::endStream()
{
    m_streamEnding = true;
    if (m_http11)
        writeStream("0\r\n\r\n");
    else
        finish();
}

void Connection::cutStream()
{
    if (m_state != State::Streaming)
        return;
    ++m_core->streamsCut;
    cut();
}

void Connection::leaveStream()
{
    if (!m_stream)
        return;
    --m_core->streams;
    account();
    std::exchange(m_stream, nullptr)->finished();
}

/// The last reply is out: close so that the client can still read it.
void Connection::finish()
{
    m_state = State::Lingering;
    leaveStream();
    exemptFromAddressLimit();
    m_pending = {};
    setDeadline(m_limits.linger);
    m_transport.endWriting([self = shared_from_this()](Error error) {
        if (self->m_state == State::Closed)
            return;
        if (error || self->m_ended)
            self->cut();
        else
            self->drainRest(kLingerBytes);
    });
}

void Connection::drainRest(qsizetype allowed)
{
    if (allowed <= 0) {
        cut();
        return;
    }
    m_transport.drainSome(
        asio::buffer(m_readBuffer.data(), static_cast<std::size_t>(m_readBuffer.size())),
        [self = shared_from_this(), allowed](Error error, std::size_t size) {
            if (self->m_state == State::Closed)
                return;
            if (error)
                self->cut();
            else
                self->drainRest(allowed - static_cast<qsizetype>(size));
        });
}

} // namespace destek::httpd
