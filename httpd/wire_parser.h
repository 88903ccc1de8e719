#pragma once

#include "httpd/head_inspection.h"
#include "httpd/message.h"

#include <memory>

namespace destek::httpd
{

/// Beast's parser behind a wall: reads one request from bytes that arrive in pieces. The only
/// file that names Beast is wire_parser.cpp.
class WireParser
{
public:
    enum class Step {
        NeedMore, ///< unconsumed bytes must be offered again, with more behind them
        Done,
        Malformed,         ///< 400
        BodyTooLarge,      ///< 413
        ExtensionTooLarge, ///< 431
    };
    struct Progress {
        Step step = Step::NeedMore;
        qsizetype consumed = 0;
    };

    explicit WireParser(qsizetype maxChunkExtensions);
    ~WireParser();

    /// A complete head that inspectHead() has passed with this framing. Done means the head is
    /// understood and agrees with it.
    [[nodiscard]] Step readHead(QByteArrayView head, const Framing &framing);
    /// Body bytes, as often as they come. Precondition: the framing has a body.
    [[nodiscard]] Progress readBody(QByteArrayView bytes, qsizetype maxBody);

    QByteArray method;
    QByteArray target;
    QList<Header> headers;
    QByteArray body;
    bool http11 = true;
    bool keepAlive = false;

private:
    class Beast;
    std::unique_ptr<Beast> m_beast;
};

} // namespace destek::httpd
