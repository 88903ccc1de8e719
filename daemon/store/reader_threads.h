#pragma once

#include "daemon/service/ports/database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace destek::daemon
{

class Vault;

/// Threads with a read-only connection each; a job sees one snapshot.
class ReaderThreads
{
public:
    /// `damaged` is called on a reader thread that met a damaged page.
    ReaderThreads(QString file, Vault &vault, std::function<void()> damaged);
    ~ReaderThreads();

    /// False if a connection could not be opened. Blocks until all are.
    [[nodiscard]] bool start(int count);
    /// What is queued is still run.
    void close();
    /// False once closed: the job is dropped.
    bool put(Database::ReadJob job);

private:
    void loop(std::function<void(bool)> opened);

    const QString m_file;
    Vault &m_vault;
    const std::function<void()> m_damaged;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Database::ReadJob> m_jobs;
    bool m_closed = false;
    std::vector<std::thread> m_threads;
};

} // namespace destek::daemon
