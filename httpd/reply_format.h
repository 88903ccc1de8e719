#pragma once

#include "httpd/message.h"

#include <QByteArray>

#include <optional>

namespace destek::httpd
{

enum class AfterReply { KeepAlive, Close };
enum class BodyFraming {
    Length,  ///< Content-Length of the body, whether or not it is sent (HEAD)
    Chunked, ///< an event stream to an HTTP/1.1 client
    ToClose, ///< an event stream to an HTTP/1.0 client
};

/// The status line and fields of a reply, up to and including the empty line. Nothing if the
/// reply could split the response: see Reply.
[[nodiscard]] std::optional<QByteArray> formatHead(const Reply &reply, AfterReply after,
                                                   BodyFraming framing);
/// 204 and 304 have no body, whatever the reply holds.
[[nodiscard]] bool statusHasBody(int status);
[[nodiscard]] QByteArray chunk(QByteArrayView bytes);

} // namespace destek::httpd
