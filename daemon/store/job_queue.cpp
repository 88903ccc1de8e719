#include "daemon/store/job_queue.h"

namespace destek::daemon
{

JobQueue::JobQueue(int limit, std::chrono::milliseconds mostDeferred)
    : m_limit(std::size_t(limit)), m_mostDeferred(mostDeferred)
{
}

JobQueue::Put JobQueue::put(Urgency urgency, Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return Put::Closed;
        if (m_now.size() + m_background.size() >= m_limit)
            return Put::Full;
        if (urgency == Urgency::Background && m_background.empty())
            m_waitsSince = Clock::now();
        (urgency == Urgency::Now ? m_now : m_background).push_back(std::move(task));
    }
    m_changed.notify_one();
    return Put::Taken;
}

JobQueue::Put JobQueue::put(Errand errand)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return Put::Closed;
        m_errands.push_back(std::move(errand));
    }
    m_changed.notify_one();
    return Put::Taken;
}

bool JobQueue::isEmpty() const
{
    return m_now.empty() && m_background.empty() && m_errands.empty();
}

bool JobQueue::mayCatchUp() const
{
    return m_now.empty() || Clock::now() - m_waitsSince >= m_mostDeferred;
}

JobQueue::Batch JobQueue::take(std::size_t most, std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_mutex);
    const auto ready = [this] { return m_closed || !isEmpty(); };
    if (wait.count() > 0)
        m_changed.wait_for(lock, wait, ready);
    else
        m_changed.wait(lock, ready);
    Batch batch;
    const auto move = [&batch, most](std::deque<Task> &lane) {
        for (; !lane.empty() && batch.tasks.size() < most; lane.pop_front())
            batch.tasks.push_back(std::move(lane.front()));
    };
    const bool catchUp = !m_background.empty() && mayCatchUp();
    move(m_now);
    if (catchUp && batch.tasks.size() < most) {
        move(m_background);
        m_waitsSince = Clock::now();
    }
    if (!m_errands.empty()) {
        batch.errand = std::move(m_errands.front());
        m_errands.pop_front();
    }
    batch.closed = m_closed && batch.tasks.empty() && !batch.errand;
    return batch;
}

void JobQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
}

} // namespace destek::daemon
