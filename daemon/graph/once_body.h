#pragma once

#include <QIODevice>

namespace destek::daemon
{

/// A request body that can be read once. QNetworkAccessManager sends a request again by itself,
/// also a POST, when the connection ends before the first byte of an answer: Meta may have taken
/// the message by then, and the customer would get it twice. It cannot do so with a body
/// that does not go back to its beginning.
class OnceBody final : public QIODevice
{
public:
    explicit OnceBody(QByteArray bytes, QObject *parent)
        : QIODevice(parent), m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_read; }
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min(most, m_bytes.size() - m_read);
        if (count == 0)
            return -1;
        std::copy_n(m_bytes.constData() + m_read, count, data);
        m_read += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace destek::daemon
