#pragma once

#include <QApplication>
#include <QStringList>

namespace destek::test
{

/// Watches the GUI thread while tests run: an event that keeps it busy for longer than a person
/// would forgive is written down with what it was for, and fails the test program. What counts is
/// the processor time of this thread, held against what ordinary work costs at the same moment, so
/// that a busy or slow machine makes nobody guilty; a wait that blocks it is seen by the wall clock
/// (kBlocked).
class WatchedApplication final : public QApplication
{
public:
    /// design/lessons.md 4.3: blocked for 50 ms ever, on a machine of the usual speed. Sanitizers
    /// without optimisation cost about eight times as much, cold caches beside other tests more:
    /// 470 ms were seen where 250 are usual.
#if defined(__SANITIZE_ADDRESS__)
    static constexpr int kBusyMs = 1500;
    static constexpr double kUsualMs = 15.0; ///< for workALittle(), on an idle machine
#else
    static constexpr int kBusyMs = 50;
    static constexpr double kUsualMs = 1.3;
#endif
    /// Not computing, yet not back: nobody waits inside an event handler.
    static constexpr int kBlockedMs = 5000;

    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;
    /// One sentence each; empty: the thread was always free. Forgets them.
    [[nodiscard]] QStringList takeStalls();

    /// A little of what windows do all day: strings made, hashed and sorted.
    static void workALittle();
    /// The processor time of this thread.
    [[nodiscard]] static qint64 threadMicroseconds();

    /// What the offscreen platform says of itself, having no window manager, and a machine that
    /// has no loudspeaker.
    [[nodiscard]] static bool isOfThePlatform(const QString &warning)
    {
        return warning.contains(QLatin1String("This plugin does not support ")) ||
               warning.contains(QLatin1String("PulseAudioService"));
    }

private:
    int m_depth = 0;
    QStringList m_stalls;
};

} // namespace destek::test
