#pragma once

#include "httpd/server.h"
#include "tests/kit/test_main.h"

#include <QByteArray>

#include <atomic>
#include <memory>
#include <mutex>

/// A server on loopback with small limits and patient deadlines, and routes that every test class
/// needs:
///   GET /hello            200 "hello"
///   POST /echo            200, the body; at most 64 kB
///   POST /small           200, the length of the body; at most 16 bytes
///   GET /later            the Responder is kept: see takeKept()
///   GET /stream           an event stream, kept: see takeStream()
class TestServer
{
public:
    explicit TestServer(destek::httpd::Limits limits = patientLimits(),
                        destek::httpd::ServerLimits serverLimits = {},
                        QList<destek::httpd::Route> more = {},
                        std::optional<destek::httpd::TlsConfig> tls = {});

    /// No deadline passes while a test waits for something else, however busy the machine.
    static destek::httpd::Limits patientLimits();
    /// For tests of the deadlines themselves.
    static destek::httpd::Limits shortLimits();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] int listener() const { return m_listener; }
    [[nodiscard]] destek::httpd::Counters counters() const { return m_server->counters(); }
    destek::httpd::Server &server() { return *m_server; }
    void destroy() { m_server.reset(); }
    /// True once the server answers GET /hello on a fresh connection; with short deadlines that may
    /// take more than one.
    [[nodiscard]] bool servesOthers() const;
    /// Waits for GET /later to arrive.
    destek::httpd::Responder takeKept();
    destek::httpd::EventStream takeStream();

private:
    std::mutex m_mutex;
    QList<destek::httpd::Responder> m_kept;
    QList<destek::httpd::EventStream> m_streams;
    std::unique_ptr<destek::httpd::Server> m_server;
    quint16 m_port = 0;
    int m_listener = 0;
};

/// Waits, with short naps, until the condition holds; false when patience has run out.
bool eventually(const std::function<bool()> &condition, int milliseconds = destek::test::kPatience);
