#pragma once

#include <QByteArray>

namespace destek::daemon
{

/// Prometheus text exposition format 0.0.4. Names and help are literals of ours.
class MetricsText
{
public:
    void counter(QByteArrayView name, QByteArrayView help, qint64 value)
    {
        add(name, help, "counter", value);
    }
    void gauge(QByteArrayView name, QByteArrayView help, qint64 value)
    {
        add(name, help, "gauge", value);
    }
    [[nodiscard]] QByteArray bytes() const { return m_text; }

private:
    void add(QByteArrayView name, QByteArrayView help, QByteArrayView type, qint64 value)
    {
        m_text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        m_text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        m_text.append(name).append(' ').append(QByteArray::number(value)).append('\n');
    }
    QByteArray m_text;
};

} // namespace destek::daemon
