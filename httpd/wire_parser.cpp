#include "httpd/wire_parser.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <cstdint>
#include <limits>

namespace destek::httpd
{

namespace
{

namespace http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

/// Any valid rest of a chunked body holds at least "0\r\n\r\n". Beast asserts as much when it is
/// offered less after the last chunk's first line, so less is never offered.
constexpr qsizetype kShortestChunkedRest = 5;
constexpr qsizetype kReserveFrom = 64 * 1024;
/// A chunked body may take this many times its own limit on the wire (a chunk of one byte takes
/// six); more is only there to keep us busy.
constexpr qsizetype kWireFactor = 8;
constexpr qsizetype kWireSlack = 32 * 1024;

QByteArray bytesOf(string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

class WireParser::Beast final : public http::basic_parser<true>
{
public:
    Beast(WireParser &owner, qsizetype maxExtensions)
        : m_owner(owner), m_maxExtensions(maxExtensions)
    {
        header_limit(0xffffffff); // limits are checked before bytes get here
        // Not boost::none: Beast 1.74 compares a length with it and finds every length too long.
        body_limit(std::numeric_limits<std::uint64_t>::max());
        eager(true);
    }

    qsizetype maxBody = 0;
    qint64 expected = 0;
    qsizetype wireBytes = 0;
    bool chunkedBody = false;
    bool headDone = false;

private:
    void on_request_impl(http::verb, string_view method, string_view target, int version,
                         error_code &) override
    {
        m_owner.method = bytesOf(method);
        m_owner.target = bytesOf(target);
        m_owner.http11 = version >= 11;
    }
    void on_response_impl(int, string_view, int, error_code &) override {}
    void on_field_impl(http::field, string_view name, string_view value, error_code &) override
    {
        if (!headDone) // trailers must never become headers
            m_owner.headers.append({bytesOf(name), bytesOf(value)});
    }
    void on_header_impl(error_code &) override { headDone = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &) override {}
    void on_chunk_header_impl(std::uint64_t size, string_view extensions, error_code &ec) override
    {
        m_extensions += static_cast<qsizetype>(extensions.size());
        if (m_extensions > m_maxExtensions)
            ec = http::error::header_limit;
        else if (size > static_cast<std::uint64_t>(maxBody - m_owner.body.size()))
            ec = http::error::body_limit;
    }
    std::size_t on_body_impl(string_view bytes, error_code &ec) override { return keep(bytes, ec); }
    std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code &ec) override
    {
        return keep(bytes, ec);
    }
    void on_finish_impl(error_code &) override {}

    std::size_t keep(string_view bytes, error_code &ec)
    {
        const auto size = static_cast<qsizetype>(bytes.size());
        QByteArray &body = m_owner.body;
        if (size > maxBody - body.size()) {
            ec = http::error::body_limit;
            return 0;
        }
        // Memory follows what has arrived, not what was promised.
        if (body.size() >= kReserveFrom && body.capacity() < expected)
            body.reserve(expected);
        body.append(bytes.data(), size);
        return bytes.size();
    }

    WireParser &m_owner;
    qsizetype m_maxExtensions;
    qsizetype m_extensions = 0;
};

WireParser::WireParser(qsizetype maxChunkExtensions)
    : m_beast(std::make_unique<Beast>(*this, maxChunkExtensions))
{
}

WireParser::~WireParser() = default;

WireParser::Step WireParser::readHead(QByteArrayView head, const Framing &framing)
{
    error_code ec;
    const auto size = static_cast<std::size_t>(head.size());
    const std::size_t consumed = m_beast->put(boost::asio::const_buffer(head.data(), size), ec);
    if ((ec && ec != http::error::need_more) || consumed != size || !m_beast->is_header_done())
        return Step::Malformed;
    const bool sameLength = framing.chunked || static_cast<std::uint64_t>(framing.contentLength) ==
                                                   m_beast->content_length().value_or(0);
    if (m_beast->chunked() != framing.chunked || !sameLength ||
        m_beast->is_done() == framing.hasBody())
        return Step::Malformed;
    keepAlive = m_beast->keep_alive();
    m_beast->expected = framing.contentLength;
    m_beast->chunkedBody = framing.chunked;
    return Step::Done;
}

WireParser::Progress WireParser::readBody(QByteArrayView bytes, qsizetype maxBody)
{
    m_beast->maxBody = maxBody;
    const qsizetype least = m_beast->chunkedBody ? kShortestChunkedRest : 1;
    qsizetype consumed = 0;
    error_code ec;
    while (!ec && !m_beast->is_done() && bytes.size() - consumed >= least) {
        const auto rest = static_cast<std::size_t>(bytes.size() - consumed);
        consumed += static_cast<qsizetype>(
            m_beast->put(boost::asio::const_buffer(bytes.data() + consumed, rest), ec));
    }
    m_beast->wireBytes += consumed;
    if (ec == http::error::body_limit)
        return {Step::BodyTooLarge, consumed};
    if (ec == http::error::header_limit)
        return {Step::ExtensionTooLarge, consumed};
    if (ec && ec != http::error::need_more)
        return {Step::Malformed, consumed};
    if (m_beast->is_done())
        return {Step::Done, consumed};
    if (m_beast->chunkedBody && m_beast->wireBytes / kWireFactor > maxBody + kWireSlack)
        return {Step::BodyTooLarge, consumed};
    return {Step::NeedMore, consumed};
}

} // namespace destek::httpd
