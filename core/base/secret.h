#pragma once

#include <QByteArray>

#include <utility>

/// Bytes that must not be printed: no operator<<, no QVariant, no toString, wiped at the end.
/// reveal() is the only way out; grep for it to see every place that touches a secret.
namespace destek
{

class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes) : m_bytes(std::move(bytes)) { m_bytes.detach(); }
    Secret(const Secret &other) : m_bytes(other.m_bytes.constData(), other.m_bytes.size()) {}
    Secret(Secret &&other) noexcept : m_bytes(std::exchange(other.m_bytes, QByteArray())) {}
    Secret &operator=(Secret other) noexcept
    {
        std::swap(m_bytes, other.m_bytes);
        return *this;
    }
    ~Secret() { wipe(); }

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    /// Valid until the Secret is changed or destroyed.
    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }

private:
    void wipe()
    {
        volatile char *bytes = m_bytes.isEmpty() ? nullptr : m_bytes.data();
        for (qsizetype i = 0; i < m_bytes.size(); ++i)
            bytes[i] = 0;
    }

    QByteArray m_bytes;
};

} // namespace destek
