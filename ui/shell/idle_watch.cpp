#include "ui/shell/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace destek::ui
{

IdleWatch::IdleWatch(const Clock *clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_last(clock->now())
{
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setLimit(int minutes)
{
    m_minutes = qBound(1, minutes, 60);
}

bool IdleWatch::isIdle(Instant now) const
{
    return now - m_last >= std::chrono::minutes(m_minutes);
}

void IdleWatch::touch()
{
    m_last = m_clock->now();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        touch();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace destek::ui
