#pragma once

#include <QObject>

#include <functional>

namespace destek::daemon
{

/// No core dumps, no tracing by others: memory holds customers' words (facts/trust.md row 39).
void hardenProcess();

/// SIGTERM and SIGINT end the event loop's work in order; `ended` runs on the main thread, once.
class SignalWatch : public QObject
{
    Q_OBJECT
public:
    explicit SignalWatch(std::function<void()> ended, QObject *parent = nullptr);
    ~SignalWatch() override;

private:
    std::function<void()> m_ended;
};

} // namespace destek::daemon
