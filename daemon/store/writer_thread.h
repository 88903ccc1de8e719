#pragma once

#include "core/base/clock.h"
#include "core/crypto/merkle.h"
#include "daemon/store/connection.h"
#include "daemon/store/job_queue.h"
#include "daemon/store/sql_tx.h"
#include "daemon/store/store.h"

#include <atomic>
#include <future>
#include <span>
#include <thread>

namespace destek::daemon
{

/// The one thread that writes: takes what is queued, runs it in one transaction with a savepoint
/// per job, makes new keys durable, commits, and only then tells.
class WriterThread
{
public:
    WriterThread(QString file, Vault &vault, const Clock &clock, StoreOptions options);
    /// Ends when the queue is drained.
    ~WriterThread();

    /// Opens, migrates and starts. Blocks until then.
    [[nodiscard]] std::optional<StoreOpenError> start();
    void close();

    [[nodiscard]] JobQueue &queue() { return m_queue; }
    [[nodiscard]] bool isThisThread() const;
    void onFeedMoved(std::function<void(qint64)> callback);
    void onBroken(std::function<void(StoreError)> callback);
    /// From a reader that saw a damaged page.
    void breakDown();
    /// On this thread only, between batches.
    [[nodiscard]] Stored<Done> truncateWalHere();

private:
    using Tasks = std::span<JobQueue::Task>;

    [[nodiscard]] std::optional<StoreOpenError> openHere();
    [[nodiscard]] std::optional<StoreOpenError> checkOrigin();
    [[nodiscard]] std::optional<StoreOpenError> restoreTree();
    void loop();
    void run(Tasks tasks);
    /// The results if the transaction was committed; else why not.
    [[nodiscard]] Stored<std::vector<Stored<Done>>> commitTogether(Tasks tasks);
    void rollBack(const crypto::MerkleFrontier &before);
    void tellFeed();
    void noteBroken();

    const QString m_file;
    Vault &m_vault;
    const Clock &m_clock;
    const StoreOptions m_options;
    JobQueue m_queue;
    std::thread m_thread;

    // The writer thread's own.
    Connection m_connection;
    crypto::MerkleFrontier m_frontier;
    std::unique_ptr<SqlTx> m_tx;
    bool m_erased = false; ///< in the transaction that runs
    bool m_walHoldsErased = false;
    qint64 m_feedTold = 0;
    bool m_brokenTold = false;

    std::atomic<bool> m_stopped{false};
    std::mutex m_callbacks;
    std::function<void(qint64)> m_feedMoved;
    std::function<void(StoreError)> m_broken;
};

} // namespace destek::daemon
