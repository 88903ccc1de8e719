#pragma once

#include "core/base/clock.h"
#include "daemon/service/ports/database.h"
#include "daemon/service/presence_board.h"

#include <QObject>
#include <QTimer>

namespace destek::daemon
{

/// Brings snoozed conversations back when their time comes: one timer, set to the next of them,
/// read from the store, so that a restart forgets none. Each round also hands out what waits and
/// is nobody's, or whose assignee is not here. Threads: main, except wake() from any.
class WorkRounds : public QObject
{
    Q_OBJECT
public:
    /// Without a board nobody is here: nothing is handed out.
    WorkRounds(Database &database, const Clock &clock, const PresenceBoard *board = nullptr,
               QObject *parent = nullptr);

    void start();
    void stop();
    /// Something was snoozed, the clock was set, somebody came online, left or has room again.
    void wake();
    /// Resolves what nobody has to look after any more; for an hourly timer.
    void tidy();
    /// How long until the next round; nullopt: there is nothing to wait for. For tests.
    [[nodiscard]] std::optional<Duration> nextIn() const;

Q_SIGNALS:
    /// A round has ended and the timer is set.
    void rested();

private:
    void round();
    void rest(std::optional<Instant> next, bool more);

    Database &m_database;
    const Clock &m_clock;
    const PresenceBoard *m_board;
    QTimer m_timer;
    bool m_started = false;
    bool m_running = false;
    bool m_again = false;
};

} // namespace destek::daemon
