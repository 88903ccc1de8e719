#pragma once

#include "tests/bench/percentiles.h"

#include <QApplication>
#include <QFile>
#include <QJsonObject>
#include <QListView>
#include <QScrollBar>
#include <QStringListModel>
#include <QTest>
#include <QWheelEvent>

#include <functional>
#include <map>

/// What the benches of the console's own panes share: frames, wheels and the bare list that is
/// the floor. GUI thread.
namespace destek::bench
{

using namespace Qt::StringLiterals;

constexpr int kWheels = 300;
constexpr int kSwitches = 100;
constexpr int kMostTurns = 500; ///< of the event loop without a frame: nothing moved

/// Of this process, resident.
inline double memoryMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// Counts paints of one viewport.
class Painted final : public QObject
{
public:
    explicit Painted(QWidget *viewport) : m_viewport(viewport)
    {
        viewport->installEventFilter(this);
    }
    [[nodiscard]] int count() const { return m_count; }
    /// A paint counts only while this says so; empty: always.
    std::function<bool()> isRight;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_viewport && event->type() == QEvent::Paint && (!isRight || isRight()))
            ++m_count;
        return false;
    }

private:
    QWidget *m_viewport;
    int m_count = 0;
};

/// Times by name.
class Frames
{
public:
    /// Does `act` and runs the event loop until the viewport was painted; at least for `patience`
    /// where something is on its way.
    void time(const QString &name, const Painted &painted, const std::function<void()> &act,
              std::int64_t patienceNs = 0)
    {
        const int before = painted.count();
        const std::int64_t began = nowNs();
        act();
        for (int turn = 0;
             painted.count() == before && (turn < kMostTurns || nowNs() - began < patienceNs);
             ++turn)
            QCoreApplication::processEvents();
        const std::int64_t ended = nowNs();
        if (painted.count() != before)
            m_times[name].push_back(ended - began);
        QCoreApplication::processEvents(); // what is left does not belong to the next frame
        // Nothing that waits to be deleted outlives a turn of exec(); here it would pile up.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    [[nodiscard]] QJsonObject row(const QString &name, const QString &floor)
    {
        auto &times = m_times[name];
        const double p50 = percentileMs(times, 50);
        const double base = percentileMs(m_times[floor], 50);
        return {{u"what"_s, name},
                {u"frames"_s, int(times.size())},
                {u"p50_ms"_s, p50},
                {u"p95_ms"_s, percentileMs(times, 95)},
                {u"p99_ms"_s, percentileMs(times, 99)},
                {u"most_ms"_s, percentileMs(times, 100)},
                {u"ratio"_s, base > 0 ? p50 / base : 0.0}};
    }

private:
    std::map<QString, std::vector<std::int64_t>> m_times;
};

inline void wheel(QWidget *viewport, int notches)
{
    const QPointF middle = QRectF(viewport->rect()).center();
    QWheelEvent event(middle, viewport->mapToGlobal(middle), {}, {0, notches * 120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(viewport, &event);
}

/// A QListView with plain words in a window of its own.
class BareList
{
public:
    BareList(int rows, QSize size) : m_painted(m_list.viewport())
    {
        QStringList words;
        for (int i = 0; i < rows; ++i)
            words << u"Plain row %1"_s.arg(i);
        m_model.setStringList(words);
        m_list.setUniformItemSizes(true);
        m_list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        m_list.setModel(&m_model);
        m_list.resize(size);
        m_list.show();
        (void)QTest::qWaitForWindowExposed(&m_list);
    }
    void scroll(Frames &frames, const QString &name)
    {
        for (int i = 0; i < kWheels; ++i)
            frames.time(name, m_painted,
                        [this, i] { wheel(m_list.viewport(), i % 100 < 50 ? -1 : 1); });
    }
    void change(Frames &frames, const QString &name)
    {
        for (int i = 0; i < kSwitches; ++i) {
            QStringList words;
            for (int row = 0; row < 50; ++row)
                words << u"Plain row %1 of list %2"_s.arg(row).arg(i);
            frames.time(name, m_painted, [this, &words] {
                m_model.setStringList(words);
                m_list.scrollToBottom();
            });
        }
    }

private:
    QStringListModel m_model;
    QListView m_list;
    Painted m_painted;
};

} // namespace destek::bench
