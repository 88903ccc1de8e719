#include "sandbox/timetable.h"

#include <algorithm>
#include <cmath>

namespace destek::sandbox
{

Timetable::Timetable(double speed, Pace pace, QObject *parent)
    : QObject(parent), m_speed(speed > 0 ? speed : 1.0), m_pace(pace)
{
    m_real.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { runDue(now()); });
}

qint64 Timetable::now() const
{
    if (m_running || m_pace == Pace::Manual)
        return m_now;
    return std::max(m_now, qint64(double(m_real.elapsed()) * m_speed));
}

quint64 Timetable::after(qint64 ms, Task task)
{
    const quint64 ticket = ++m_lastTicket;
    m_tasks.emplace(std::make_pair(now() + std::max<qint64>(0, ms), ticket), std::move(task));
    if (!m_running)
        arm();
    return ticket;
}

void Timetable::cancel(quint64 ticket)
{
    std::erase_if(m_tasks, [ticket](const auto &entry) { return entry.first.second == ticket; });
}

void Timetable::advance(qint64 ms)
{
    const qint64 end = m_now + ms;
    runDue(end);
    m_now = end;
}

void Timetable::runDue(qint64 until)
{
    m_running = true;
    while (!m_tasks.empty() && m_tasks.begin()->first.first <= until) {
        auto node = m_tasks.extract(m_tasks.begin());
        m_now = std::max(m_now, node.key().first);
        node.mapped()();
    }
    m_running = false;
    arm();
}

void Timetable::arm()
{
    if (m_pace == Pace::Manual)
        return;
    if (m_tasks.empty()) {
        m_timer.stop();
        return;
    }
    const double wait = double(m_tasks.begin()->first.first - now()) / m_speed;
    m_timer.start(int(std::clamp(std::ceil(wait), 0.0, 3'600'000.0)));
}

} // namespace destek::sandbox
