#pragma once

#include "daemon/service/ports/access.h"
#include "daemon/service/ports/channel.h"
#include "daemon/service/ports/contacts.h"
#include "daemon/service/ports/conversations.h"
#include "daemon/service/ports/intake_log.h"
#include "daemon/service/ports/media.h"
#include "daemon/service/ports/messages.h"
#include "daemon/service/ports/own.h"
#include "daemon/service/ports/records.h"
#include "daemon/service/ports/team.h"

#include <functional>

namespace destek::daemon
{

/// One transaction. `const Tx &` reads, `Tx &` writes; valid only inside the job it was given to.
class Tx
{
public:
    virtual ~Tx() = default;
    [[nodiscard]] virtual const Contacts &contacts() const = 0;
    [[nodiscard]] virtual const Conversations &conversations() const = 0;
    [[nodiscard]] virtual const Messages &messages() const = 0;
    [[nodiscard]] virtual const Media &media() const = 0;
    [[nodiscard]] virtual const SearchIndex &search() const = 0;
    [[nodiscard]] virtual const OwnRecords &own() const = 0;
    [[nodiscard]] virtual const PersonFields &fields() const = 0;
    [[nodiscard]] virtual const IntakeLog &intake() const = 0;
    [[nodiscard]] virtual const Access &access() const = 0;
    [[nodiscard]] virtual const AuditTrail &audit() const = 0;
    [[nodiscard]] virtual const ChangeFeed &feed() const = 0;
    [[nodiscard]] virtual const Templates &templates() const = 0;
    [[nodiscard]] virtual const Erasures &erasures() const = 0;
    [[nodiscard]] virtual const Facts &facts() const = 0;
    [[nodiscard]] virtual const Channel &channel() const = 0;
    [[nodiscard]] virtual const Team &team() const = 0;
    [[nodiscard]] virtual Contacts &contacts() = 0;
    [[nodiscard]] virtual Conversations &conversations() = 0;
    [[nodiscard]] virtual Messages &messages() = 0;
    [[nodiscard]] virtual Media &media() = 0;
    [[nodiscard]] virtual SearchIndex &search() = 0;
    [[nodiscard]] virtual OwnRecords &own() = 0;
    [[nodiscard]] virtual PersonFields &fields() = 0;
    [[nodiscard]] virtual IntakeLog &intake() = 0;
    [[nodiscard]] virtual Access &access() = 0;
    [[nodiscard]] virtual AuditTrail &audit() = 0;
    [[nodiscard]] virtual ChangeFeed &feed() = 0;
    [[nodiscard]] virtual Templates &templates() = 0;
    [[nodiscard]] virtual Erasures &erasures() = 0;
    [[nodiscard]] virtual Retention &retention() = 0;
    [[nodiscard]] virtual Facts &facts() = 0;
    [[nodiscard]] virtual Channel &channel() = 0;
    [[nodiscard]] virtual Team &team() = 0;

    /// Runs `part` so that, if it fails, its effects alone are undone (a savepoint) and the rest
    /// of the transaction goes on. Answers what `part` answered.
    virtual Stored<Done> attempt(const std::function<Stored<Done>(Tx &)> &part) = 0;
};

/// What goes first when both wait: an acknowledgement somebody is waiting for, or catching up.
enum class Urgency : quint8 { Now, Background };

/// The store as services see it. Write jobs run one after another on the writer thread, many
/// per commit (group commit, no timer: the fsync is the timer); each sees the effects of those
/// before it and fails alone. Read jobs run on snapshots on reader threads. The store is closed
/// before the services whose jobs it has: closing waits for them, so jobs may name their service.
class Database
{
public:
    using WriteJob = std::function<Stored<Done>(Tx &)>;
    using ReadJob = std::function<void(const Tx &)>;
    using Finished = std::function<void(Stored<Done>)>;

    virtual ~Database() = default;
    /// `job` runs once on the writer thread; if it answers an error, only its own effects are
    /// rolled back. `finished` runs on the writer thread after COMMIT is durable (or failed):
    /// hand over, do not work there. A full queue answers Busy at once, on the caller's thread.
    virtual void write(Urgency urgency, WriteJob job, Finished finished) = 0;
    /// Runs on a reader thread. Jobs must not keep the Tx.
    virtual void read(ReadJob job) = 0;
    /// Blocks until done; for start-up, the command line and tests. Never on the writer thread.
    virtual Stored<Done> writeAndWait(WriteJob job) = 0;
    virtual void readAndWait(ReadJob job) = 0;
    /// Called on the writer thread after each commit that moved the feed, with the last number.
    virtual void onFeedMoved(std::function<void(qint64 lastSeq)> callback) = 0;
};

} // namespace destek::daemon
