#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>

namespace destek::sandbox
{

enum class Pace {
    Live,   ///< real time multiplied by the speed
    Manual, ///< stands still until advance(): for tests
};

/// What happens when, in simulated milliseconds. Tasks run in order of their due time and, when
/// equal, of their booking; a task booked from within a task counts from that task's own due
/// time, so that a run with the same seed keeps the same order however slow the machine is.
/// Main thread only.
class Timetable : public QObject
{
public:
    using Task = std::function<void()>;

    explicit Timetable(double speed = 1.0, Pace pace = Pace::Live, QObject *parent = nullptr);

    /// Returns a ticket for cancel(); never 0.
    quint64 after(qint64 ms, Task task);
    void cancel(quint64 ticket);
    /// Pace::Manual: runs everything that falls due within the span.
    void advance(qint64 ms);
    [[nodiscard]] qint64 now() const;
    [[nodiscard]] bool isEmpty() const { return m_tasks.empty(); }

private:
    void runDue(qint64 until);
    void arm();

    const double m_speed;
    const Pace m_pace;
    bool m_running = false;
    qint64 m_now = 0;
    quint64 m_lastTicket = 0;
    std::map<std::pair<qint64, quint64>, Task> m_tasks;
    QElapsedTimer m_real;
    QTimer m_timer;
};

} // namespace destek::sandbox
