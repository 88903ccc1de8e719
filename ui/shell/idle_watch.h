#pragma once

#include "core/base/clock.h"

#include <QObject>

namespace destek::ui
{

/// When did somebody last touch this console? Keys, mouse, wheel and touch in any of its windows
/// count. Has no timer of its own. GUI thread.
class IdleWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr int kDefaultMinutes = 10; // lessons.md 4.1

    /// Watches the application from now on.
    explicit IdleWatch(const Clock *clock, QObject *parent = nullptr);
    void setLimit(int minutes);
    [[nodiscard]] int limit() const { return m_minutes; }
    /// Also after the computer has slept: the clock went on.
    [[nodiscard]] bool isIdle(Instant now) const;
    void touch();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Clock *m_clock;
    Instant m_last;
    int m_minutes = kDefaultMinutes;
};

} // namespace destek::ui
