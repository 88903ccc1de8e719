#include "httpd/reply_format.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

namespace destek::httpd
{

namespace
{

QByteArrayView reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 423:
        return "Locked";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

/// IMF-fixdate. Not strftime: its names follow the process locale, the protocol's do not.
QByteArray httpDate()
{
    static constexpr std::array<const char *, 7> kDays{"Sun", "Mon", "Tue", "Wed",
                                                       "Thu", "Fri", "Sat"};
    static constexpr std::array<const char *, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  kDays[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                  kMonths[static_cast<std::size_t>(utc.tm_mon)], 1900 + utc.tm_year, utc.tm_hour,
                  utc.tm_min, utc.tm_sec);
    return text.data();
}

bool isSafeName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(),
                                          [](char c) { return c > ' ' && c < '\x7f' && c != ':'; });
}

bool isSafeValue(const QByteArray &value)
{
    return std::none_of(value.begin(), value.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7f';
    });
}

bool isFramingField(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 6> kOurs{
        "content-length", "transfer-encoding", "connection", "keep-alive", "date", "upgrade"};
    const QByteArray lower = name.toLower();
    return std::find(kOurs.begin(), kOurs.end(), lower) != kOurs.end();
}

bool hasField(const Reply &reply, QByteArrayView name)
{
    return std::any_of(reply.headers.begin(), reply.headers.end(), [name](const Header &field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

bool statusHasBody(int status)
{
    return status != 204 && status != 304;
}

QByteArray chunk(QByteArrayView bytes)
{
    QByteArray framed = QByteArray::number(bytes.size(), 16);
    framed.reserve(framed.size() + bytes.size() + 4);
    framed.append("\r\n").append(bytes).append("\r\n");
    return framed;
}

std::optional<QByteArray> formatHead(const Reply &reply, AfterReply after, BodyFraming framing)
{
    if (reply.status < 200 || reply.status > 599)
        return std::nullopt;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ';
    head.append(reasonOf(reply.status)).append("\r\nDate: ").append(httpDate()).append("\r\n");
    for (const Header &field : reply.headers) {
        if (!isSafeName(field.name) || !isSafeValue(field.value))
            return std::nullopt;
        if (!isFramingField(field.name))
            head.append(field.name).append(": ").append(field.value).append("\r\n");
    }
    if (!hasField(reply, "Cache-Control"))
        head.append("Cache-Control: no-store\r\n");
    if (!hasField(reply, "X-Content-Type-Options"))
        head.append("X-Content-Type-Options: nosniff\r\n");
    if (framing == BodyFraming::Chunked)
        head.append("Transfer-Encoding: chunked\r\n");
    else if (framing == BodyFraming::Length && statusHasBody(reply.status))
        head.append("Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n");
    head.append(after == AfterReply::Close ? "Connection: close\r\n\r\n"
                                           : "Connection: keep-alive\r\n\r\n");
    return head;
}

} // namespace destek::httpd
