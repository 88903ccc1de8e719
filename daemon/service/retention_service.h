#pragma once

#include "core/base/clock.h"
#include "daemon/service/ports/database.h"
#include "daemon/service/ports/keepers.h"
#include "daemon/service/ports/media_files.h"

#include <atomic>

namespace destek::daemon
{

/// The nightly run that keeps "two years at most" true (R-21, R-23; by-law 11): in small steps
/// behind everything urgent, resumable after any crash because it works from what is there.
/// Threads: any; the work runs on the writer thread.
class RetentionService
{
public:
    RetentionService(Database &database, KeyKeeper &keys, const Clock &clock, MediaFiles &files);

    /// Begins a run if the last complete one is a day old; at start and then every hour.
    void runIfDue();
    /// What is older than this goes. 29 February counts as 28 in common years.
    [[nodiscard]] static Instant cutoff(Instant now);
    [[nodiscard]] static Instant refusalCutoff(Instant now);

private:
    struct Removed {
        int messages = 0;
        int files = 0;
    };
    void step(Removed soFar);
    void finish(Removed removed);

    Database &m_database;
    KeyKeeper &m_keys;
    const Clock &m_clock;
    MediaFiles &m_files;
    std::atomic<bool> m_running{false};
};

} // namespace destek::daemon
