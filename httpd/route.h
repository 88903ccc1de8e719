#pragma once

#include "httpd/message.h"
#include "httpd/responder.h"

#include <chrono>
#include <functional>
#include <optional>

namespace destek::httpd
{

/// Called on the network thread with a complete request. Must not block: hand the Responder to
/// another thread for anything that waits. An exception thrown here becomes a 500.
using Handler = std::function<void(Request, Responder)>;
/// Called on the network thread when the head is in and before any byte of the body is kept.
/// An answer refuses the request; std::nullopt lets the body be read. Must not block.
using BeforeBody = std::function<std::optional<Reply>(const Request &headOnly)>;

/// One line of the table of a listener. A pattern is a path whose segments are literal or
/// {name}, which matches one non-empty segment; literal segments win. Unknown path: 404; known
/// path, other method: 405 with Allow. A GET route also answers HEAD.
struct Route {
    QByteArray method;
    QString pattern; ///< "/v1/messages/{id}"
    Handler handler;
    qsizetype maxBody = 1024 * 1024; ///< bytes; beyond: 413 before the rest is read
    BeforeBody beforeBody = {};
    /// Instead of Limits::request, for routes that take long uploads.
    std::optional<std::chrono::milliseconds> requestTimeout = {};
};

} // namespace destek::httpd
