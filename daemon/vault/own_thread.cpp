#include "daemon/vault/own_thread.h"

namespace destek::daemon
{

OwnThread::OwnThread() : m_thread([this] { loop(); }) {}

OwnThread::~OwnThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void OwnThread::run(const std::function<void()> &work)
{
    const std::lock_guard caller(m_callers);
    std::unique_lock lock(m_mutex);
    m_work = &work;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_work == nullptr; });
}

void OwnThread::loop()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_work != nullptr || m_ending; });
        if (m_work == nullptr)
            return;
        const std::function<void()> *work = m_work;
        lock.unlock();
        (*work)();
        lock.lock();
        m_work = nullptr;
        m_changed.notify_all();
    }
}

} // namespace destek::daemon
