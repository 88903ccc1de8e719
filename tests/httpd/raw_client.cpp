#include "tests/httpd/raw_client.h"

#include <QElapsedTimer>
#include <QHostAddress>

#include <sys/socket.h>

QByteArray RawClient::Answer::field(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

RawClient::RawClient(quint16 port) : m_socket(std::make_unique<QTcpSocket>())
{
    m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket->waitForConnected(destek::test::kPatience);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

RawClient &RawClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    while (m_socket->bytesToWrite() > 0 && m_socket->waitForBytesWritten(destek::test::kPatience)) {
    }
    return *this;
}

bool RawClient::readMore(int milliseconds)
{
    if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(milliseconds))
        return false;
    m_received += m_socket->readAll();
    return true;
}

RawClient::Answer RawClient::answer(bool bodiless)
{
    Answer answer;
    qsizetype end = -1;
    while ((end = m_received.indexOf("\r\n\r\n")) < 0) {
        if (!readMore(destek::test::kPatience))
            return answer;
    }
    answer.head = m_received.first(end);
    m_received.remove(0, end + 4);
    answer.status = answer.head.mid(9, 3).toInt();
    const qsizetype length = bodiless ? 0 : answer.field("Content-Length").toLongLong();
    while (m_received.size() < length) {
        if (!readMore(destek::test::kPatience))
            return answer;
    }
    answer.body = m_received.first(length);
    m_received.remove(0, length);
    return answer;
}

QByteArray RawClient::until(const QByteArray &text, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!m_received.contains(text) && timer.elapsed() < milliseconds) {
        if (!readMore(milliseconds))
            break;
    }
    return m_received;
}

QByteArray RawClient::untilClosed(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds) {
        const int rest = static_cast<int>(milliseconds - timer.elapsed());
        if (!readMore(rest) && m_socket->state() == QAbstractSocket::UnconnectedState)
            return m_received.isNull() ? QByteArray("") : m_received;
    }
    return {};
}

bool RawClient::closes(int milliseconds)
{
    return !untilClosed(milliseconds).isNull();
}

void RawClient::reset()
{
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                 sizeof now);
    m_socket->abort();
}

int statusFor(quint16 port, const QByteArray &request)
{
    return RawClient(port).send(request).answer().status;
}
