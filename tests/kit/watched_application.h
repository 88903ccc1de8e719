#pragma once

#include <QApplication>
#include <QStringList>

namespace destek::test
{

/// Watches the GUI thread while tests run: an event that keeps it busy for longer than a person
/// would forgive is written down with what it was for, and fails the test program. What counts is
/// the processor time of this thread, so that a busy machine makes nobody guilty; a wait that
/// blocks it is seen by the wall clock (kBlocked).
class WatchedApplication final : public QApplication
{
public:
    /// design/lessons.md 4.3: blocked for 50 ms ever. Sanitizers without optimisation cost about
    /// eight times as much, and a processor shared with other tests up to twice that: 470 ms were
    /// seen where 250 are usual.
#if defined(__SANITIZE_ADDRESS__)
    static constexpr int kBusyMs = 800;
#else
    static constexpr int kBusyMs = 50;
#endif
    /// Not computing, yet not back: nobody waits inside an event handler.
    static constexpr int kBlockedMs = 5000;

    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;
    /// One sentence each; empty: the thread was always free. Forgets them.
    [[nodiscard]] QStringList takeStalls();

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
