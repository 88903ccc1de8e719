#pragma once

#include "core/base/instant.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace destek::net
{

/// Runs something once, later, unless `owner` is gone by then. Tests hand in their own, so that
/// no test waits.
using Later = std::function<void(Duration delay, QObject *owner, std::function<void()> run)>;

[[nodiscard]] inline Later realTimer()
{
    return [](Duration delay, QObject *owner, std::function<void()> run) {
        QTimer::singleShot(delay, owner, std::move(run));
    };
}

} // namespace destek::net
