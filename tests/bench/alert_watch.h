#pragma once

#include "tests/bench/paint_watch.h"

class QWidget;

namespace destek::bench
{

/// Takes the place of the system's notifications (what an offscreen platform has none of): marks
/// "alert 1", "alert 2", ... when the console asks for one. Puts another window in front, because
/// in front of the agent nothing is announced by the system; marks "behind" when it is. Does
/// nothing if `window` is no console. GUI thread.
void watchAlerts(QWidget &window, const Mark &mark);

} // namespace destek::bench
