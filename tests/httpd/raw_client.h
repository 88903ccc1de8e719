#pragma once

#include "tests/kit/test_main.h"

#include <QByteArray>
#include <QList>
#include <QTcpSocket>

#include <memory>

/// A client that sends exactly the bytes it is told to, well-formed or not, and blocks.
class RawClient
{
public:
    struct Answer {
        int status = 0; ///< 0: none came
        QByteArray head;
        QByteArray body;
        [[nodiscard]] QByteArray field(const QByteArray &name) const;
    };

    explicit RawClient(quint16 port);
    /// Takes a socket that is connected already (TLS).
    explicit RawClient(std::unique_ptr<QTcpSocket> socket) : m_socket(std::move(socket)) {}

    RawClient &send(const QByteArray &bytes);
    /// One reply with a Content-Length (or none: 204, 304, HEAD with bodiless true).
    Answer answer(bool bodiless = false);
    /// Whatever comes until the text has been seen; everything read so far.
    QByteArray until(const QByteArray &text, int milliseconds = destek::test::kPatience);
    /// Whatever comes until the server closes. Null if it does not within the time.
    QByteArray untilClosed(int milliseconds = destek::test::kPatience);
    [[nodiscard]] bool closes(int milliseconds = destek::test::kPatience);
    /// Closes with a reset instead of an orderly end.
    void reset();
    QTcpSocket &socket() { return *m_socket; }

private:
    bool readMore(int milliseconds);

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_received;
};

/// One exchange on a fresh connection: the status, 0 if the server closed without one.
int statusFor(quint16 port, const QByteArray &request);
