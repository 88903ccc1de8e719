#include "net/fake/fake_feed.h"

namespace destek::net
{

void FakeFeed::start(qint64 afterSeq)
{
    m_startedAfter = afterSeq;
    ++m_starts;
    setState(FeedState::Connecting);
    if (!m_goesLive)
        return;
    QMetaObject::invokeMethod(
        this,
        [this, run = m_starts] {
            if (run != m_starts || m_state != FeedState::Connecting)
                return;
            setState(FeedState::CatchingUp);
            goLive(m_clock ? m_clock->now() : Instant::fromMs(1), m_startedAfter);
        },
        Qt::QueuedConnection);
}

void FakeFeed::stop()
{
    setState(FeedState::Stopped);
}

void FakeFeed::setState(FeedState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void FakeFeed::goLive(Instant daemonTime, qint64 seq)
{
    m_syncedAt = daemonTime;
    setState(FeedState::Live);
    Q_EMIT beat(daemonTime, seq);
}

bool FakeFeed::runs() const
{
    return m_state == FeedState::CatchingUp || m_state == FeedState::Live;
}

} // namespace destek::net
