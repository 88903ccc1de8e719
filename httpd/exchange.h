#pragma once

#include "httpd/limits.h"
#include "httpd/loop.h"
#include "httpd/message.h"
#include "httpd/responder.h"

#include <atomic>
#include <mutex>

namespace destek::httpd
{

/// Bytes of request bodies in flight, over all listeners. Any thread.
struct BodyBudget {
    explicit BodyBudget(qint64 bytes) : limit(bytes) {}
    const qint64 limit;
    std::atomic<qint64> used{0};
};

/// A body's share of the budget; given back when it dies.
class BodyCharge
{
public:
    explicit BodyCharge(std::shared_ptr<BodyBudget> budget) : m_budget(std::move(budget)) {}
    ~BodyCharge() { release(); }
    BodyCharge(const BodyCharge &) = delete;
    BodyCharge &operator=(const BodyCharge &) = delete;
    BodyCharge(BodyCharge &&other) noexcept
        : m_budget(std::move(other.m_budget)), m_bytes(std::exchange(other.m_bytes, 0))
    {
    }
    BodyCharge &operator=(BodyCharge &&) = delete;

    /// False if the budget does not allow it; nothing is charged then.
    [[nodiscard]] bool growTo(qint64 bytes);
    void release();

private:
    std::shared_ptr<BodyBudget> m_budget;
    qint64 m_bytes = 0;
};

/// What an exchange and its stream ask of the connection. Called on the network thread only.
class ExchangeSink
{
public:
    virtual ~ExchangeSink() = default;
    virtual void answer(quint64 serial, Reply reply) = 0;
    virtual void openStream(quint64 serial, Reply head, std::shared_ptr<StreamState> stream) = 0;
    virtual void streamReady() = 0; ///< there are bytes to take, or the end was asked for
    virtual void cutStream() = 0;
    virtual void exemptFromAddressLimit() = 0;
};

/// The queue between the senders of a stream (any thread) and its connection.
class StreamState
{
public:
    StreamState(std::shared_ptr<Loop> loop, std::weak_ptr<ExchangeSink> sink, qsizetype limit);

    bool send(const QByteArray &bytes);
    void close();
    [[nodiscard]] bool isOpen() const;
    void onClosed(std::function<void()> callback);
    void whenWritten(std::function<void()> callback);

    /// Network thread: all queued bytes, which now count as being written.
    [[nodiscard]] QByteArray take();
    void written();
    [[nodiscard]] bool endAsked() const;
    /// The stream is over; runs the callbacks. Safe to repeat.
    void finished();

private:
    static void run(const QList<std::function<void()>> &callbacks);
    void wakeSink(void (ExchangeSink::*what)());

    const std::shared_ptr<Loop> m_loop;
    const std::weak_ptr<ExchangeSink> m_sink; ///< locked on the network thread only
    const qsizetype m_limit;
    mutable std::mutex m_mutex;
    QByteArray m_queue;
    qsizetype m_writing = 0;
    bool m_wakePending = false;
    bool m_open = true; ///< accepts bytes
    bool m_finished = false;
    QList<std::function<void()>> m_callbacks;
    QList<std::function<void()>> m_whenWritten;
};

/// What the copies of one Responder share. Its death without an answer is a 500.
class Exchange
{
public:
    Exchange(std::shared_ptr<Loop> loop, std::weak_ptr<ExchangeSink> sink, quint64 serial,
             qsizetype streamQueue, BodyCharge charge);
    ~Exchange();
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    static Responder responderFor(std::shared_ptr<Exchange> exchange);

    void respond(Reply reply);
    std::shared_ptr<StreamState> startEventStream(QList<Header> headers);
    void exemptFromAddressLimit();
    void setClientGone() { m_clientGone = true; }
    [[nodiscard]] bool clientGone() const { return m_clientGone; }

private:
    const std::shared_ptr<Loop> m_loop;
    const std::weak_ptr<ExchangeSink> m_sink; ///< locked on the network thread only
    const quint64 m_serial;
    const qsizetype m_streamQueue;
    BodyCharge m_charge;
    std::atomic<bool> m_answered{false};
    std::atomic<bool> m_clientGone{false};
};

} // namespace destek::httpd
