// Linked beside a program's own main(): writes when its window and its inbox were painted, and
// when each new inbox line was, to the file that DESTEK_BENCH_MARKS names. The program itself
// knows nothing of it. One mark a line: "<name> <CLOCK_MONOTONIC in ns>".

#include "tests/bench/paint_watch.h"

#include "tests/bench/percentiles.h"

#include <QCoreApplication>
#include <QPaintEvent>
#include <QWidget>

#include <cstdio>
#include <cstdlib>

namespace destek::bench
{

PaintWatch::PaintWatch(std::FILE *marks, QObject *parent) : QObject(parent), m_marks(marks)
{
    mark("main");
    QCoreApplication::instance()->installEventFilter(this);
}

PaintWatch::~PaintWatch()
{
    std::fclose(m_marks);
}

void PaintWatch::mark(const QByteArray &name)
{
    std::fprintf(m_marks, "%s %lld\n", name.constData(), static_cast<long long>(nowNs()));
    std::fflush(m_marks);
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint || !watched->isWidgetType())
        return false;
    auto *widget = static_cast<QWidget *>(watched);
    if (!m_windowSeen) {
        m_windowSeen = true;
        // On the next turn of the event loop all of the picture has been painted and flushed.
        QMetaObject::invokeMethod(
            this, [this] { mark("window"); }, Qt::QueuedConnection);
    }
    if (const auto list = inboxListOf(widget)) {
        const QRegion region = static_cast<QPaintEvent *>(event)->region();
        QMetaObject::invokeMethod(
            this, [this, list, region] { onInboxPainted(list, region); }, Qt::QueuedConnection);
    }
    return false;
}

void startPaintWatch()
{
    const char *file = std::getenv("DESTEK_BENCH_MARKS");
    std::FILE *marks = file ? std::fopen(file, "w") : nullptr;
    if (marks)
        new PaintWatch(marks, QCoreApplication::instance());
}

} // namespace destek::bench

static void startWatching()
{
    destek::bench::startPaintWatch();
}
Q_COREAPP_STARTUP_FUNCTION(startWatching)
