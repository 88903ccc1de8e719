#pragma once

#include "daemon/service/ports/media_files.h"

#include <QIODevice>

#include <memory>

namespace destek::daemon
{

/// A request body that is read once: a beginning, the bytes of a sealed file as they are opened,
/// an end. See OnceBody for why it cannot go back.
class SourceBody final : public QIODevice
{
public:
    SourceBody(QByteArray begin, std::unique_ptr<MediaSource> source, QByteArray end,
               QObject *parent)
        : QIODevice(parent), m_ready(std::move(begin)), m_source(std::move(source)),
          m_end(std::move(end))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_over ? rest() : std::max<qint64>(rest(), 1);
    }
    [[nodiscard]] bool atEnd() const override { return m_over && rest() == 0; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }
    /// The sealed file could not be opened to its end: what was sent is worth nothing.
    [[nodiscard]] bool isBroken() const { return m_broken; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (rest() == 0 && !refill())
            return -1;
        const qint64 count = std::min(most, rest());
        std::copy_n(m_ready.constData() + m_read, count, data);
        m_read += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    [[nodiscard]] qint64 rest() const { return m_ready.size() - m_read; }
    bool refill()
    {
        if (m_over)
            return false;
        m_read = 0;
        const auto piece = m_source->next();
        if (!piece) {
            m_ready.clear();
            m_over = m_broken = true;
            setErrorString(QStringLiteral("the sealed file cannot be read"));
            return false;
        }
        m_over = piece->isEmpty();
        m_ready = m_over ? m_end : *piece;
        return true;
    }

    QByteArray m_ready;
    std::unique_ptr<MediaSource> m_source;
    QByteArray m_end;
    qint64 m_read = 0;
    bool m_over = false;
    bool m_broken = false;
};

} // namespace destek::daemon
