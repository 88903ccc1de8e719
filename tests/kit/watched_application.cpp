#include "tests/kit/watched_application.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QMetaEnum>

#include <ctime>

using namespace Qt::StringLiterals;

namespace destek::test
{

namespace
{

qint64 threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

QString nameOf(QEvent::Type type)
{
    const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return name ? QString::fromLatin1(name) : u"event %1"_s.arg(int(type));
}

} // namespace

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    // Both may be gone afterwards.
    const QEvent::Type type = event->type();
    const char *receiverClass = receiver->metaObject()->className();
    QElapsedTimer wall;
    wall.start();
    const qint64 before = threadMs();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const qint64 busy = threadMs() - before;
    if (busy > kBusyMs)
        m_stalls << u"%1 for %2 kept the GUI thread busy for %3 ms"_s.arg(
            nameOf(type), QString::fromLatin1(receiverClass), QString::number(busy));
    else if (wall.elapsed() - busy > kBlockedMs && busy * 20 < wall.elapsed())
        m_stalls << u"%1 for %2 blocked the GUI thread for %3 ms"_s.arg(
            nameOf(type), QString::fromLatin1(receiverClass), QString::number(wall.elapsed()));
    return handled;
}

QStringList WatchedApplication::takeStalls()
{
    return std::exchange(m_stalls, {});
}

} // namespace destek::test
