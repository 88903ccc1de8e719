#include "httpd/connection.h"

#include <boost/asio/error.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/error.hpp>

#include <algorithm>

namespace destek::httpd
{

namespace asio = boost::asio;

namespace
{

constexpr qsizetype kReadBuffer = 4 * 1024;
constexpr qsizetype kBodyReadBuffer = 16 * 1024;

/// A head that can never become valid is refused at once instead of at its deadline: something
/// that does not begin like a method (a TLS greeting, say), or a line that ends without CR.
bool isHopeless(const QByteArray &begun, qsizetype scanned)
{
    if (!begun.isEmpty() && !(begun[0] >= 'A' && begun[0] <= 'Z'))
        return true;
    for (qsizetype at = begun.indexOf('\n', scanned); at >= 0; at = begun.indexOf('\n', at + 1)) {
        if (at == 0 || begun[at - 1] != '\r')
            return true;
    }
    return false;
}

} // namespace

Connection::Connection(Transport::Socket socket, QByteArray peerAddress, QByteArray addressKey,
                       std::shared_ptr<Core> core, std::shared_ptr<ListenerState> listener)
    : m_peerAddress(std::move(peerAddress)), m_addressKey(std::move(addressKey)),
      m_core(std::move(core)), m_listener(std::move(listener)), m_limits(m_listener->limits),
      m_transport(std::move(socket), m_listener->tls), m_timer(m_core->loop->context()),
      m_readBuffer(kReadBuffer, Qt::Uninitialized)
{
    ++m_core->open;
    if (!m_addressKey.isEmpty())
        ++m_listener->perAddress[m_addressKey];
}

Connection::~Connection()
{
    exemptFromAddressLimit();
    m_core->connections.erase(this);
    const std::scoped_lock lock(m_core->idleMutex);
    if (--m_core->open == 0)
        m_core->idle.notify_all();
}

void Connection::start()
{
    m_core->connections.emplace(this, weak_from_this());
    if (!m_transport.isTls()) {
        beginRequest();
        return;
    }
    setDeadline(m_limits.tlsHandshake);
    m_transport.handshake([self = shared_from_this()](Error error) {
        if (self->m_state == State::Closed)
            return;
        if (error) {
            ++self->m_core->handshakesFailed;
            self->cut();
            return;
        }
        self->m_peerCertificate = self->m_transport.peerCertificate();
        self->beginRequest();
    });
}

void Connection::drain()
{
    if (m_state == State::Handshake)
        cut();
    else if (m_state == State::Head && m_pending.isEmpty())
        finish();
    else if (m_state == State::Streaming)
        m_stream->close();
}

void Connection::cut()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    clearDeadline();
    m_transport.close();
    exemptFromAddressLimit();
    m_charge.reset();
    if (const auto exchange = m_exchange.lock())
        exchange->setClientGone();
    leaveStream();
}

void Connection::exemptFromAddressLimit()
{
    if (m_addressKey.isEmpty())
        return;
    const auto tally = m_listener->perAddress.find(m_addressKey);
    if (--*tally == 0)
        m_listener->perAddress.erase(tally);
    m_addressKey.clear();
}

void Connection::setDeadline(Clock::time_point when)
{
    m_timer.expires_at(when); // also wakes the wait for the deadline before
    m_timer.async_wait([self = shared_from_this(), turn = ++m_deadlineTurn](Error error) {
        if (!error && turn == self->m_deadlineTurn)
            self->onDeadline();
    });
}

void Connection::clearDeadline()
{
    ++m_deadlineTurn;
    m_timer.cancel();
}

void Connection::onDeadline()
{
    const bool idle = m_state == State::Head && m_pending.isEmpty() && m_serial > 0;
    if (!idle && m_state != State::Lingering)
        ++m_core->timeouts;
    if (idle)
        finish();
    else if ((m_state == State::Head && !m_pending.isEmpty()) || m_state == State::Body)
        sendReply(Reply::empty(408), AfterReply::Close);
    else if (m_state == State::Handling)
        sendReply(Reply::empty(504), AfterReply::Close);
    else
        cut();
}

void Connection::beginRequest()
{
    m_state = State::Head;
    m_parser.reset();
    m_request = {};
    m_route = nullptr;
    m_scanned = 0;
    m_requestBegan = m_headDone = Clock::now();
    if (m_pending.isEmpty() && (m_ended || m_core->draining)) {
        finish();
    } else if (m_pending.isEmpty()) {
        setDeadline(m_serial == 0 ? m_limits.request : m_limits.idle);
        readMore();
    } else {
        setDeadline(m_limits.request);
        parseHead();
    }
}

void Connection::readMore()
{
    if (m_reading || m_state == State::Closed)
        return;
    if (m_ended) {
        if (m_state == State::Head || m_state == State::Body)
            cut(); // the rest of this request will never come
        return;
    }
    m_reading = true;
    m_transport.readSome(
        asio::buffer(m_readBuffer.data(), static_cast<std::size_t>(m_readBuffer.size())),
        [self = shared_from_this()](Error error, std::size_t size) { self->onRead(error, size); });
}

void Connection::onRead(Error error, std::size_t size)
{
    m_reading = false;
    if (m_state == State::Closed || m_state == State::Lingering)
        return;
    if (error) {
        onReadError(error);
        return;
    }
    if (m_state == State::Streaming) { // nothing more is expected; what comes is thrown away
        readMore();
        return;
    }
    const bool first = m_state == State::Head && m_pending.isEmpty() && m_serial > 0;
    m_pending.append(m_readBuffer.constData(), static_cast<qsizetype>(size));
    if (first) {
        m_requestBegan = Clock::now();
        setDeadline(m_limits.request);
    }
    if (m_state == State::Head)
        parseHead();
    else if (m_state == State::Body)
        feedBody();
    else if (m_state == State::Handling && m_pending.size() < m_limits.pending)
        readMore();
}

void Connection::onReadError(Error error)
{
    m_ended = true;
    const bool orderly = error == asio::error::eof || error == asio::ssl::error::stream_truncated;
    // A client may close its sending side and still wait for the answer.
    if (orderly && (m_state == State::Handling || m_state == State::Writing))
        return;
    cut();
}

void Connection::parseHead()
{
    const qsizetype end = m_pending.indexOf("\r\n\r\n", std::max<qsizetype>(0, m_scanned - 3));
    if (end >= 0 && end + 4 <= m_limits.headerBlock) {
        onHead(end + 4);
    } else if (end >= 0 || m_pending.size() > m_limits.headerBlock) {
        refuse(431);
    } else if (isHopeless(m_pending, m_scanned)) {
        refuse(400);
    } else {
        m_scanned = m_pending.size();
        readMore();
    }
}

void Connection::onHead(qsizetype size)
{
    const QByteArrayView head = QByteArrayView(m_pending).first(size);
    const auto framing = inspectHead(head, m_limits);
    if (!framing) {
        refuse(statusOf(framing.error()));
        return;
    }
    m_framing = *framing;
    m_parser.emplace(m_limits.chunkExtensions);
    if (m_parser->readHead(head, m_framing) != WireParser::Step::Done) {
        refuse(400);
        return;
    }
    m_pending.remove(0, size);
    auto target = parseTarget(m_parser->target);
    if (!target) {
        refuse(400);
        return;
    }
    m_headDone = Clock::now();
    ++m_serial;
    m_http11 = m_parser->http11;
    m_keepAlive =
        m_parser->keepAlive && m_serial < static_cast<quint64>(m_limits.requestsPerConnection);
    m_request.method = std::move(m_parser->method);
    m_request.target = std::move(m_parser->target);
    m_request.path = std::move(target->path);
    m_request.query = std::move(target->query);
    m_request.headers = std::move(m_parser->headers);
    m_request.peerAddress = m_peerAddress;
    m_request.peerCertificate = m_peerCertificate;
    auto match = m_listener->router.match(m_request.method, target->segments);
    m_request.parameters = std::move(match.parameters);
    m_route = match.route;
    if (m_route) {
        route();
        return;
    }
    const auto after =
        m_framing.hasBody() || !m_keepAlive ? AfterReply::Close : AfterReply::KeepAlive;
    sendReply(match.allow.isEmpty() ? Reply::empty(404)
                                    : Reply::empty(405).with("Allow", match.allow),
              after);
}

void Connection::route()
{
    if (m_framing.contentLength > m_route->maxBody) {
        refuse(413);
        return;
    }
    std::optional<Reply> refusal;
    if (m_route->beforeBody) {
        try {
            refusal = m_route->beforeBody(m_request);
        } catch (...) {
            refusal = Reply::empty(500);
        }
    }
    if (refusal) {
        // A body that nobody wants is not read just to keep the connection.
        sendReply(*std::move(refusal),
                  m_framing.hasBody() || !m_keepAlive ? AfterReply::Close : AfterReply::KeepAlive);
        return;
    }
    m_charge.emplace(m_core->budget);
    if (m_framing.hasBody())
        beginBody();
    else
        dispatch();
}

void Connection::beginBody()
{
    m_state = State::Body;
    if (!m_reading)
        m_readBuffer = QByteArray(kBodyReadBuffer, Qt::Uninitialized);
    setDeadline(m_requestBegan + m_route->requestTimeout.value_or(m_limits.request));
    if (!m_framing.expectsContinue || !m_pending.isEmpty()) {
        feedBody();
        return;
    }
    m_head = "HTTP/1.1 100 Continue\r\n\r\n";
    m_body.clear();
    write([this](Error error) {
        if (error)
            cut();
        else
            feedBody();
    });
}

void Connection::feedBody()
{
    const auto [step, consumed] = m_parser->readBody(m_pending, m_route->maxBody);
    m_pending.remove(0, consumed);
    if (!m_charge->growTo(m_parser->body.size())) {
        sendReply(Reply::empty(503).with("Retry-After", "2"), AfterReply::Close);
        return;
    }
    switch (step) {
    case WireParser::Step::NeedMore:
        if (m_pending.size() > m_limits.pending)
            refuse(431);
        else
            readMore();
        return;
    case WireParser::Step::Done:
        dispatch();
        return;
    case WireParser::Step::Malformed:
        refuse(400);
        return;
    case WireParser::Step::BodyTooLarge:
        refuse(413);
        return;
    case WireParser::Step::ExtensionTooLarge:
        refuse(431);
        return;
    }
}

void Connection::dispatch()
{
    m_state = State::Handling;
    if (!m_reading && m_readBuffer.size() != kReadBuffer)
        m_readBuffer = QByteArray(kReadBuffer, Qt::Uninitialized);
    setDeadline(m_limits.handlerTimeout);
    m_request.body = std::move(m_parser->body);
    m_parser.reset();
    auto exchange = std::make_shared<Exchange>(m_core->loop, weak_from_this(), m_serial,
                                               m_limits.streamQueue, *std::move(m_charge));
    m_charge.reset();
    m_exchange = exchange;
    const Responder responder = Exchange::responderFor(std::move(exchange));
    Request request = std::exchange(m_request, {});
    m_request.method = request.method;
    try {
        m_route->handler(std::move(request), responder);
    } catch (...) {
        responder.respond(Reply::empty(500));
    }
    // Reading on while the handler works shows a reset at once, and takes in the pipeline.
    if (m_state == State::Handling && m_pending.size() < m_limits.pending)
        readMore();
}

} // namespace destek::httpd
