#pragma once

#include <QtGlobal>

#include <chrono>

namespace destek::httpd
{

/// What one listener tolerates. Defaults: facts/server.md "Limits and defaults"; tests inject
/// small ones. Sizes in bytes. Deadlines are fixed when their phase begins: a dribble of bytes
/// never moves them.
struct Limits {
    using Milliseconds = std::chrono::milliseconds;

    qsizetype headerBlock = 8 * 1024;   ///< request line and fields; beyond: 431 and close
    int headerCount = 100;              ///< fields; beyond: 431 and close
    qsizetype pending = 32 * 1024;      ///< unparsed bytes: chunk headers, trailers, pipeline
    qsizetype chunkExtensions = 1024;   ///< all chunk extensions of one body; beyond: 431 and close
    qsizetype streamQueue = 256 * 1024; ///< unsent bytes of an EventStream; beyond: cut

    Milliseconds tlsHandshake{10'000};
    Milliseconds request{15'000};        ///< first byte (or accept) to last byte; then 408, close
    Milliseconds idle{60'000};           ///< between two requests of a kept connection
    Milliseconds write{20'000};          ///< a reply, plus its size divided by minimumRate
    Milliseconds handlerTimeout{60'000}; ///< for a Responder to answer; then 504 and close
    Milliseconds linger{1'000};          ///< after the last reply, for the client to read it
    qsizetype minimumRate = 32 * 1024;   ///< bytes per second a reader of long replies must take

    int connectionsPerAddress = 64;     ///< of IPv4 or IPv6 /64; beyond: closed; 0: unlimited
    int requestsPerConnection = 10'000; ///< then Connection: close
    int backlog = 1024;
};

/// What all listeners of one Server share.
struct ServerLimits {
    int connections = 5'000;                   ///< beyond: closed at once
    qint64 bodyBudget = 64LL * 1024 * 1024;    ///< request bodies in flight; beyond: 503
    std::chrono::milliseconds acceptPause{50}; ///< rest after running out of descriptors
};

} // namespace destek::httpd
