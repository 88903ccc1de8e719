#pragma once

#include "core/base/result.h"
#include "httpd/limits.h"
#include "httpd/message.h"

#include <QByteArrayView>

namespace destek::httpd
{

/// Why a head is refused; the connection is closed after the answer.
enum class HeadFault {
    Malformed,     ///< 400
    TooManyFields, ///< 431
    BadVersion,    ///< 505
    UnknownMethod, ///< 501
    EncodedBody,   ///< 415: request bodies are never decompressed
    Expectation,   ///< 417
};

[[nodiscard]] int statusOf(HeadFault fault);

/// How the head says its body is delimited. Decided here from the raw bytes and again by the
/// parser: both must agree, or the request means two things to two readers (request smuggling).
struct Framing {
    qint64 contentLength = 0;
    bool chunked = false;
    bool expectsContinue = false;
    [[nodiscard]] bool hasBody() const { return chunked || contentLength > 0; }
};

/// Checks a complete head, final empty line included, byte by byte: strict line ends, no folded
/// lines, no controls, exactly one Host, at most one plain decimal Content-Length or one
/// Transfer-Encoding that says "chunked" and nothing else.
[[nodiscard]] Result<Framing, HeadFault> inspectHead(QByteArrayView head, const Limits &limits);

} // namespace destek::httpd
