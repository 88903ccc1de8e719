#include "tests/kit/watched_application.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QHash>
#include <QMetaEnum>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;

namespace destek::test
{

namespace
{

qint64 threadMs()
{
    return WatchedApplication::threadMicroseconds() / 1000;
}

/// How many times as long as usual this thread takes for the same work right now; never below 1.
double slowness()
{
    constexpr int kRounds = 5;
    const qint64 before = WatchedApplication::threadMicroseconds();
    for (int i = 0; i < kRounds; ++i)
        WatchedApplication::workALittle();
    const qint64 took = WatchedApplication::threadMicroseconds() - before;
    return std::max(1.0, double(took) / (1000 * kRounds * WatchedApplication::kUsualMs));
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
    if (busy > kBusyMs && double(busy) > kBusyMs * slowness())
        m_stalls << u"%1 for %2 kept the GUI thread busy for %3 ms"_s.arg(
            nameOf(type), QString::fromLatin1(receiverClass), QString::number(busy));
    else if (wall.elapsed() - busy > kBlockedMs && busy * 20 < wall.elapsed())
        m_stalls << u"%1 for %2 blocked the GUI thread for %3 ms"_s.arg(
            nameOf(type), QString::fromLatin1(receiverClass), QString::number(wall.elapsed()));
    return handled;
}

void WatchedApplication::workALittle()
{
    QHash<QString, int> counts;
    QStringList words;
    for (int i = 0; i < 4000; ++i) {
        words << QString::number(i * 7919 % 100'003).repeated(8);
        counts[words.last().left(9)] += i;
    }
    std::sort(words.begin(), words.end());
}

qint64 WatchedApplication::threadMicroseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

QStringList WatchedApplication::takeStalls()
{
    return std::exchange(m_stalls, {});
}

} // namespace destek::test
