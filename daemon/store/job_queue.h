#pragma once

#include "daemon/service/ports/database.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace destek::daemon
{

class Connection;

/// What waits for the writer: acknowledgements before catching up, and now and then something
/// that needs the connection for itself. Any thread puts, the writer takes.
///
/// Catching up does not ride along with acknowledgements: whoever waits for one would wait for
/// all of it. It gets a commit of its own when nobody waits, and after kMostDeferred in any case.
class JobQueue
{
public:
    struct Task {
        Database::WriteJob job;
        Database::Finished finished;
    };
    using Errand = std::function<void()>;
    struct Batch {
        std::vector<Task> tasks;
        Errand errand; ///< runs outside a transaction, after the tasks
        bool closed = false;
    };
    enum class Put : quint8 { Taken, Full, Closed };

    /// How long acknowledgements may keep catching up waiting, while they come without a pause.
    static constexpr std::chrono::milliseconds kMostDeferred{20};

    explicit JobQueue(int limit, std::chrono::milliseconds mostDeferred = kMostDeferred);

    [[nodiscard]] Put put(Urgency urgency, Task task);
    [[nodiscard]] Put put(Errand errand);
    /// Blocks for something to do, at most `wait` if that is not zero; an empty batch means that
    /// the time is over or, with `closed`, that nothing will come any more.
    [[nodiscard]] Batch take(std::size_t most, std::chrono::milliseconds wait);
    /// What is queued is still given out.
    void close();

private:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool mayCatchUp() const;

    const std::size_t m_limit;
    const std::chrono::milliseconds m_mostDeferred;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_now;
    std::deque<Task> m_background;
    Clock::time_point m_waitsSince; ///< of the first in m_background
    std::deque<Errand> m_errands;
    bool m_closed = false;
};

} // namespace destek::daemon
