#include "daemon/store/writer_thread.h"

#include "daemon/store/migrations.h"
#include "daemon/store/statement.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr std::size_t kMostPerCommit = 512;
/// How long an erasure's remains may wait in the log when nothing else wakes the writer.
constexpr auto kTruncateAgain = std::chrono::milliseconds(500);

} // namespace

WriterThread::WriterThread(QString file, Vault &vault, const Clock &clock, StoreOptions options)
    : m_file(std::move(file)), m_vault(vault), m_clock(clock), m_options(options),
      m_queue(options.queueLimit)
{
}

WriterThread::~WriterThread()
{
    close();
}

void WriterThread::close()
{
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
}

bool WriterThread::isThisThread() const
{
    return std::this_thread::get_id() == m_thread.get_id();
}

void WriterThread::onFeedMoved(std::function<void(qint64)> callback)
{
    const std::lock_guard lock(m_callbacks);
    m_feedMoved = std::move(callback);
}

void WriterThread::onBroken(std::function<void(StoreError)> callback)
{
    const std::lock_guard lock(m_callbacks);
    m_broken = std::move(callback);
}

void WriterThread::breakDown()
{
    if (!m_stopped.exchange(true))
        (void)m_queue.put([this] { noteBroken(); });
}

// --- opening ------------------------------------------------------------------------------------

std::optional<StoreOpenError> WriterThread::start()
{
    std::promise<std::optional<StoreOpenError>> opened;
    auto answer = opened.get_future();
    m_thread = std::thread([this, opened = std::move(opened)]() mutable {
        const auto error = openHere();
        opened.set_value(error);
        if (!error)
            loop();
        m_tx.reset();
        m_connection.close();
    });
    return answer.get();
}

std::optional<StoreOpenError> WriterThread::openHere()
{
    Connection::Settings settings;
    settings.file = m_file;
    settings.use = Connection::Use::Writing;
    settings.weak = m_options.durability == Durability::Weak;
    settings.maxPages = m_options.maxPages;
    if (const auto opened = m_connection.open(settings); !opened) {
        switch (opened.error()) {
        case StoreError::Corrupt:
            return StoreOpenError::Corrupt;
        case StoreError::Busy:
            return StoreOpenError::InUse;
        default:
            return StoreOpenError::UnfitSqlite;
        }
    }
    if (m_options.quickCheck) {
        const auto checked = m_connection.single(u"PRAGMA quick_check(1)"_s);
        if (!checked || checked->toString() != "ok"_L1)
            return StoreOpenError::Corrupt;
    }
    if (const auto error = migrate(m_connection, migrationTexts(), m_clock.now())) {
        switch (*error) {
        case MigrationError::Newer:
            return StoreOpenError::NewerSchema;
        case MigrationError::Changed:
            return StoreOpenError::ChangedHistory;
        case MigrationError::Failed:
            return m_connection.isBroken() ? StoreOpenError::Corrupt
                                           : StoreOpenError::MigrationFailed;
        }
    }
    if (const auto error = checkOrigin())
        return error;
    if (const auto error = restoreTree())
        return error;
    m_tx = std::make_unique<SqlTx>(m_connection, m_vault, &m_frontier, [this] { m_erased = true; });
    m_feedTold = m_tx->feed().last().valueOr(0);
    // A crash between an erasure and its checkpoint leaves deleted pages in the log.
    (void)truncateWalHere();
    return std::nullopt;
}

/// Under other keys every look-up would miss and people would be made twice.
std::optional<StoreOpenError> WriterThread::checkOrigin()
{
    const QByteArray mark = m_vault.lookupHash("origin|destek.db");
    const auto known =
        Statement(m_connection, "key_origin").maybe([](const Row &row) { return row.bytes(0); });
    if (!known)
        return StoreOpenError::Corrupt;
    if (known->has_value() && **known != mark)
        return StoreOpenError::OtherKeys;
    if (!known->has_value() && !Statement(m_connection, "add_key_origin").with(mark).runAny())
        return StoreOpenError::CannotOpen;
    const auto highest = m_vault.highestContact();
    if (!highest)
        return StoreOpenError::CannotOpen;
    Statement raise(m_connection, "raise_number");
    if (!raise.with("contact"_L1, highest->value).runAny())
        return StoreOpenError::CannotOpen;
    return std::nullopt;
}

std::optional<StoreOpenError> WriterThread::restoreTree()
{
    const auto size = Statement(m_connection, "audit_size").number();
    if (!size)
        return StoreOpenError::Corrupt;
    auto frontier = crypto::MerkleFrontier::fromNodes(
        std::uint64_t(*size), AuditLog(m_connection, m_vault, nullptr).nodes());
    if (!frontier)
        return StoreOpenError::Corrupt;
    m_frontier = std::move(*frontier);
    return std::nullopt;
}

// --- running ------------------------------------------------------------------------------------

void WriterThread::loop()
{
    for (;;) {
        const auto wait = m_walHoldsErased ? kTruncateAgain : std::chrono::milliseconds(0);
        JobQueue::Batch batch = m_queue.take(kMostPerCommit, wait);
        if (!batch.tasks.empty())
            run(batch.tasks);
        if (batch.errand)
            batch.errand();
        if (m_walHoldsErased && !m_stopped)
            (void)truncateWalHere();
        if (batch.closed)
            return;
    }
}

void WriterThread::run(Tasks tasks)
{
    if (m_stopped) {
        for (JobQueue::Task &task : tasks)
            task.finished(failure(StoreError::Closed));
        return;
    }
    const auto results = commitTogether(tasks);
    if (results) {
        for (std::size_t i = 0; i < tasks.size(); ++i)
            tasks[i].finished((*results)[i]);
        tellFeed();
        return;
    }
    if (m_connection.isBroken()) {
        noteBroken();
        for (JobQueue::Task &task : tasks)
            task.finished(failure(results.error()));
        return;
    }
    if (tasks.size() == 1) {
        tasks.front().finished(failure(results.error()));
        return;
    }
    // Together they failed; alone, those that can are stored and the others know why not.
    for (std::size_t i = 0; i < tasks.size(); ++i)
        run(tasks.subspan(i, 1));
}

Stored<std::vector<Stored<Done>>> WriterThread::commitTogether(Tasks tasks)
{
    const crypto::MerkleFrontier before = m_frontier;
    m_erased = false;
    if (const auto begun = m_connection.execute(u"BEGIN IMMEDIATE"_s); !begun)
        return failure(begun.error());
    std::vector<Stored<Done>> results;
    results.reserve(tasks.size());
    for (const JobQueue::Task &task : tasks) {
        auto result = m_tx->attempt(task.job);
        if (m_connection.isSuspect()) {
            const StoreError error = m_connection.suspicion();
            rollBack(before);
            return failure(error);
        }
        results.push_back(std::move(result));
    }
    // First the keys, then the rows sealed under them.
    const auto kept = m_vault.flushNewKeys();
    const auto committed =
        kept ? m_connection.execute(u"COMMIT"_s) : Stored<Done>(failure(storeError(kept.error())));
    if (!committed) {
        rollBack(before);
        return failure(committed.error());
    }
    m_walHoldsErased = m_walHoldsErased || m_erased;
    return results;
}

void WriterThread::rollBack(const crypto::MerkleFrontier &before)
{
    // SQLite may have rolled back by itself; then there is nothing to do and it says so.
    (void)m_connection.execute(u"ROLLBACK"_s);
    m_connection.clearSuspicion();
    m_frontier = before;
}

void WriterThread::tellFeed()
{
    const auto last = m_tx->feed().last();
    if (!last || *last == m_feedTold)
        return;
    m_feedTold = *last;
    std::function<void(qint64)> callback;
    {
        const std::lock_guard lock(m_callbacks);
        callback = m_feedMoved;
    }
    if (callback)
        callback(*last);
}

void WriterThread::noteBroken()
{
    m_stopped = true;
    if (std::exchange(m_brokenTold, true))
        return;
    std::function<void(StoreError)> callback;
    {
        const std::lock_guard lock(m_callbacks);
        callback = m_broken;
    }
    if (callback)
        callback(StoreError::Corrupt);
}

Stored<Done> WriterThread::truncateWalHere()
{
    const auto busy = m_connection.single(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!busy)
        return failure(busy.error());
    if (busy->toInt() != 0)
        return failure(StoreError::Busy);
    m_walHoldsErased = false;
    return done();
}

} // namespace destek::daemon
