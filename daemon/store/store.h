#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "daemon/service/ports/database.h"
#include "daemon/vault/vault.h"

#include <QString>

#include <memory>

namespace destek::daemon
{

enum class StoreOpenError : quint8 {
    InUse,           ///< another daemon has this data folder
    CannotOpen,      ///< no folder, no permission, not a database
    Corrupt,         ///< quick_check or a page did not check out
    NewerSchema,     ///< made by a newer program
    ChangedHistory,  ///< an applied migration differs from the one compiled in
    MigrationFailed, ///< nothing was changed
    OtherKeys,       ///< the data belongs to another master key
    UnfitSqlite,     ///< WAL or secure_delete cannot be switched on
};

/// FULL is the promise behind a 200 (facts/trust.md 0.1). Weak exists so that the power-loss
/// test can show that it would notice.
enum class Durability : quint8 { Full, Weak };

struct StoreOptions {
    Durability durability = Durability::Full;
    bool quickCheck = false; ///< read every page before starting
    int readers = 2;
    int queueLimit = 10'000; ///< jobs waiting per urgency together; above: Busy
    qint64 maxPages = 0;     ///< 0 = as SQLite has it; a quota, in 4 KiB pages
};

/// The one SQLite database of a daemon: WAL, one writer thread with group commit, reader
/// threads with snapshots, sealed columns through the vault.
///
/// A job of a batch whose COMMIT failed runs a second time, alone: jobs act on the Tx only.
/// After an I/O error or a damaged page nothing is written any more: every write answers Closed
/// and onBroken() is called once, so that the daemon stops acknowledging and ends.
class Store final : public Database
{
public:
    /// Opens or makes `folder`/destek.db and brings its schema up to date. Vault and clock must
    /// outlive the store. Any thread; a QCoreApplication must exist.
    [[nodiscard]] static Result<std::unique_ptr<Store>, StoreOpenError>
    open(const QString &folder, Vault &vault, const Clock &clock, const StoreOptions &options = {});
    /// Finishes what is queued, then closes.
    ~Store() override;

    void write(Urgency urgency, WriteJob job, Finished finished) override;
    void read(ReadJob job) override;
    Stored<Done> writeAndWait(WriteJob job) override;
    void readAndWait(ReadJob job) override;
    void onFeedMoved(std::function<void(qint64 lastSeq)> callback) override;

    /// Called once, on the writer thread. Set before the first write.
    void onBroken(std::function<void(StoreError)> callback);
    /// Empties the write-ahead log, so that deleted pages are gone from it. Runs by itself after
    /// an erasure was completed. Busy while a reader holds a snapshot for longer than 5 s.
    /// Blocks; not on the writer thread.
    Stored<Done> truncateWal();
    /// Forgets what has had its time: seen keys and parked statuses after 30 days, ended
    /// sessions and codes, changes beyond the newest 100,000. Blocks like writeAndWait().
    Stored<Done> housekeep();
    /// A consistent copy without keys (VACUUM INTO) for backups. `file` must not exist. Blocks.
    Stored<Done> copyTo(const QString &file);
    /// No more jobs are taken; those queued are finished. Called by the destructor.
    void close();

private:
    struct State;
    explicit Store(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace destek::daemon
