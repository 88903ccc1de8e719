#pragma once

#include "daemon/service/ports/keepers.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace destek::daemon
{

/// libsodium's Argon2id (64 MiB, 3 passes; about a second on two cores), one at a time on a
/// thread of its own, a queue of 32 before it.
class SodiumHasher final : public PasswordHasher
{
public:
    /// Cheap parameters are for tests only; stored hashes carry their own.
    enum class Cost : quint8 { Interactive, TestOnly };

    explicit SodiumHasher(Cost cost = Cost::Interactive);
    ~SodiumHasher() override;
    void hash(const Secret &password, std::function<void(std::optional<QByteArray>)> then) override;
    void verify(const QByteArray &hash, const Secret &password,
                std::function<void(std::optional<bool>)> then) override;

private:
    bool enqueue(std::function<void()> work);
    void run();
    [[nodiscard]] std::optional<QByteArray> hashNow(const Secret &password) const;

    Cost m_cost;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_queue;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace destek::daemon
