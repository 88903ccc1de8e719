#include "daemon/store/reader_threads.h"

#include "daemon/store/connection.h"
#include "daemon/store/sql_tx.h"

#include <future>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

ReaderThreads::ReaderThreads(QString file, Vault &vault, std::function<void()> damaged)
    : m_file(std::move(file)), m_vault(vault), m_damaged(std::move(damaged))
{
}

ReaderThreads::~ReaderThreads()
{
    close();
}

bool ReaderThreads::start(int count)
{
    bool all = true;
    for (int i = 0; i < count; ++i) {
        std::promise<bool> promise;
        auto answer = promise.get_future();
        m_threads.emplace_back(
            [this, &promise] { loop([&promise](bool opened) { promise.set_value(opened); }); });
        all = answer.get() && all;
    }
    return all;
}

void ReaderThreads::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

bool ReaderThreads::put(Database::ReadJob job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
    return true;
}

void ReaderThreads::loop(std::function<void(bool)> opened)
{
    Connection connection;
    Connection::Settings settings;
    settings.file = m_file;
    const bool ready = connection.open(settings).ok();
    opened(ready);
    if (!ready)
        return;
    const SqlTx tx(connection, m_vault, nullptr, [] {});
    for (;;) {
        Database::ReadJob job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_closed || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        // Without a snapshot the job still runs: its statements answer the errors themselves.
        (void)connection.execute(u"BEGIN"_s);
        job(tx);
        connection.clearSuspicion();
        (void)connection.execute(u"ROLLBACK"_s);
        if (connection.isBroken())
            m_damaged();
    }
}

} // namespace destek::daemon
