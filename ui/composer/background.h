#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <functional>

namespace destek::ui
{

/// Runs `work` on a thread of the pool and `then` with what it made on the GUI thread, unless
/// `owner` is gone by then.
template <typename Made>
void inBackground(QObject *owner, std::function<Made()> work, std::function<void(Made)> then)
{
    QThreadPool::globalInstance()->start(
        [owner = QPointer(owner), work = std::move(work), then = std::move(then)] {
            const Made made = work();
            auto *home = QCoreApplication::instance(); // the pool is emptied before it goes
            if (!home)
                return;
            const auto back = [owner, then, made] {
                if (owner)
                    then(made);
            };
            QMetaObject::invokeMethod(home, back, Qt::QueuedConnection);
        });
}

} // namespace destek::ui
