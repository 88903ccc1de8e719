#include "daemon/service/work_rounds.h"

#include "daemon/service/work_flow.h"

#include <QLoggingCategory>

namespace destek::daemon
{

Q_LOGGING_CATEGORY(lcWork, "destek.work")

namespace
{

constexpr int kMostAtOnce = 100;
/// Timers follow the time since start, people the clock on the wall: it may be set meanwhile.
constexpr auto kLookAtLeast = std::chrono::minutes(15);
/// After a store that was busy.
constexpr auto kTryAgain = std::chrono::seconds(10);

std::optional<Instant> sooner(std::optional<Instant> a, std::optional<Instant> b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

} // namespace

WorkRounds::WorkRounds(Database &database, const Clock &clock, const PresenceBoard *board,
                       QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock), m_board(board)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WorkRounds::round);
}

void WorkRounds::start()
{
    m_started = true;
    round();
    tidy();
}

void WorkRounds::stop()
{
    m_started = false;
    m_timer.stop();
}

void WorkRounds::wake()
{
    QMetaObject::invokeMethod(this, &WorkRounds::round, Qt::QueuedConnection);
}

void WorkRounds::round()
{
    if (!m_started)
        return;
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_again = false;
    struct Found {
        std::optional<Instant> next;
        bool more = false;
    };
    auto found = std::make_shared<Found>();
    m_database.write(
        Urgency::Background,
        [this, found](Tx &tx) -> Stored<Done> {
            const auto woken = WorkFlow(tx, m_clock, m_board).wakeDue(kMostAtOnce);
            if (!woken)
                return failure(woken.error());
            const auto given = WorkFlow(tx, m_clock, m_board).handOut(kMostAtOnce);
            if (!given)
                return failure(given.error());
            const auto next = std::as_const(tx).conversations().nextDue();
            if (!next)
                return failure(next.error());
            found->more = *woken == kMostAtOnce || given->given == kMostAtOnce;
            found->next = sooner(*next, given->again);
            if (m_board)
                found->next = sooner(found->next, m_board->nextGone());
            return done();
        },
        [this, found](Stored<Done> result) {
            if (!result) {
                qCWarning(lcWork) << "snoozed and unclaimed conversations could not be looked at";
                found->next = m_clock.now() + Duration(kTryAgain);
            }
            QMetaObject::invokeMethod(
                this, [this, found] { rest(found->next, found->more); }, Qt::QueuedConnection);
        });
}

void WorkRounds::rest(std::optional<Instant> next, bool more)
{
    m_running = false;
    if (!m_started)
        return;
    if (more || m_again) {
        round();
        return;
    }
    m_timer.stop();
    if (next) {
        const Duration wait = std::max(*next - m_clock.now(), Duration(0));
        m_timer.start(std::min<Duration>(wait, kLookAtLeast));
    }
    Q_EMIT rested();
}

std::optional<Duration> WorkRounds::nextIn() const
{
    return m_timer.isActive() ? std::optional(m_timer.intervalAsDuration()) : std::nullopt;
}

void WorkRounds::tidy()
{
    auto resolved = std::make_shared<int>(0);
    m_database.write(
        Urgency::Background,
        [this, resolved](Tx &tx) -> Stored<Done> {
            const auto count = WorkFlow(tx, m_clock).resolveQuiet(kMostAtOnce);
            if (!count)
                return failure(count.error());
            *resolved = *count;
            return done();
        },
        [this, resolved](Stored<Done> result) {
            if (!result)
                qCWarning(lcWork) << "what is done with could not be resolved; in an hour again";
            else if (*resolved == kMostAtOnce)
                QMetaObject::invokeMethod(this, &WorkRounds::tidy, Qt::QueuedConnection);
        });
}

} // namespace destek::daemon
