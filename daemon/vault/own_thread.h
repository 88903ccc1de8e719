#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace destek::daemon
{

/// A thread that runs one thing at a time for whoever asks: an SQL connection belongs to the
/// thread that made it, while the vault is asked from many.
class OwnThread
{
public:
    OwnThread();
    ~OwnThread();
    OwnThread(const OwnThread &) = delete;
    OwnThread &operator=(const OwnThread &) = delete;

    /// Blocks until `work` is done. Any thread but this one.
    void run(const std::function<void()> &work);

private:
    void loop();

    std::mutex m_callers; ///< one caller at a time
    std::mutex m_mutex;
    std::condition_variable m_changed;
    const std::function<void()> *m_work = nullptr;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace destek::daemon
