#include "httpd/head_inspection.h"

#include "httpd/router.h"

#include <algorithm>
#include <optional>

namespace destek::httpd
{

namespace
{

constexpr qsizetype kMaximumDigits = 18; // of a Content-Length; always fits 63 bits

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isFieldText(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
    });
}

bool sameText(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Only spaces: a tab around a framing value is legal, but readers disagree about it.
QByteArrayView withoutSpaces(QByteArrayView text)
{
    while (text.startsWith(' '))
        text = text.sliced(1);
    while (text.endsWith(' '))
        text = text.chopped(1);
    return text;
}

std::optional<HeadFault> inspectRequestLine(QByteArrayView line, bool &http11)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last == first || line.indexOf(' ', first + 1) != last)
        return HeadFault::Malformed;
    if (!isToken(line.first(first)) || last == first + 1)
        return HeadFault::Malformed;
    const QByteArrayView version = line.sliced(last + 1);
    http11 = version == "HTTP/1.1";
    if (!http11 && version != "HTTP/1.0")
        return version.startsWith("HTTP/") && version.size() == 8 ? HeadFault::BadVersion
                                                                  : HeadFault::Malformed;
    if (!isKnownMethod(line.first(first)))
        return HeadFault::UnknownMethod;
    return std::nullopt;
}

/// What the fields of one head have said so far.
struct Fields {
    int count = 0;
    int hosts = 0;
    int lengths = 0;
    int encodings = 0;
    Framing framing;
};

std::optional<HeadFault> takeLength(QByteArrayView value, Fields &fields)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (++fields.lengths > 1 || value.isEmpty() || value.size() > kMaximumDigits ||
        !std::all_of(value.begin(), value.end(), isDigit))
        return HeadFault::Malformed;
    for (const char c : value)
        fields.framing.contentLength = fields.framing.contentLength * 10 + (c - '0');
    return std::nullopt;
}

bool isHost(QByteArrayView value)
{
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) {
        return c > ' ' && c < '\x7f' && !QByteArrayView("/\\@?#,\"<>").contains(c);
    });
}

std::optional<HeadFault> takeField(QByteArrayView name, QByteArrayView raw, Fields &fields)
{
    const QByteArrayView value = withoutSpaces(raw);
    if (sameText(name, "Host"))
        return ++fields.hosts == 1 && isHost(value) ? std::nullopt
                                                    : std::optional(HeadFault::Malformed);
    if (sameText(name, "Content-Length"))
        return takeLength(value, fields);
    if (sameText(name, "Transfer-Encoding")) {
        fields.framing.chunked = true;
        return ++fields.encodings == 1 && sameText(value, "chunked")
                   ? std::nullopt
                   : std::optional(HeadFault::Malformed);
    }
    // Some proxies read an underscore as a hyphen.
    if (sameText(name, "Content_Length") || sameText(name, "Transfer_Encoding"))
        return HeadFault::Malformed;
    if (sameText(name, "Content-Encoding") && !sameText(value, "identity"))
        return HeadFault::EncodedBody;
    if (sameText(name, "Expect")) {
        fields.framing.expectsContinue = true;
        if (!sameText(value, "100-continue"))
            return HeadFault::Expectation;
    }
    return std::nullopt;
}

std::optional<HeadFault> inspectField(QByteArrayView line, const Limits &limits, Fields &fields)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)) || !isFieldText(line.sliced(colon + 1)))
        return HeadFault::Malformed; // a folded line begins with a blank, which is no token
    if (++fields.count > limits.headerCount)
        return HeadFault::TooManyFields;
    return takeField(line.first(colon), line.sliced(colon + 1), fields);
}

} // namespace

int statusOf(HeadFault fault)
{
    switch (fault) {
    case HeadFault::Malformed:
        return 400;
    case HeadFault::TooManyFields:
        return 431;
    case HeadFault::BadVersion:
        return 505;
    case HeadFault::UnknownMethod:
        return 501;
    case HeadFault::EncodedBody:
        return 415;
    case HeadFault::Expectation:
        return 417;
    }
    return 400;
}

Result<Framing, HeadFault> inspectHead(QByteArrayView head, const Limits &limits)
{
    Fields fields;
    bool http11 = false;
    qsizetype from = 0;
    for (bool requestLine = true; from < head.size(); requestLine = false) {
        const qsizetype end = head.indexOf("\r\n", from);
        if (end < 0)
            return failure(HeadFault::Malformed);
        const QByteArrayView line = head.sliced(from, end - from);
        from = end + 2;
        if (line.isEmpty() && !requestLine)
            break;
        // isFieldText also refuses a lone CR or LF inside the line.
        const std::optional<HeadFault> fault = !isFieldText(line) ? HeadFault::Malformed
                                               : requestLine      ? inspectRequestLine(line, http11)
                                                             : inspectField(line, limits, fields);
        if (fault)
            return failure(HeadFault{*fault});
    }
    if (from != head.size() || fields.hosts != 1)
        return failure(HeadFault::Malformed);
    if (fields.framing.chunked && (fields.lengths > 0 || !http11))
        return failure(HeadFault::Malformed);
    if (!http11)
        fields.framing.expectsContinue = false;
    return fields.framing;
}

} // namespace destek::httpd
