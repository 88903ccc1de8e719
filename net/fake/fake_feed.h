#pragma once

#include "core/base/clock.h"
#include "net/api/feed.h"

namespace destek::net
{

/// A feed driven by hand. Nothing is emitted unless it runs (state CatchingUp or Live).
class FakeFeed final : public Feed
{
    Q_OBJECT
public:
    using Feed::Feed;
    void start(qint64 afterSeq) override;
    void stop() override;
    [[nodiscard]] FeedState state() const override { return m_state; }
    [[nodiscard]] Instant syncedAt() const override { return m_syncedAt; }
    [[nodiscard]] SessionEnd endedBy() const override { return m_endedBy; }
    /// The daemon ends the session.
    void end(SessionEnd by)
    {
        m_endedBy = by;
        setState(FeedState::Ended);
    }

    /// By default start() leads to Live by itself on the next turn of the event loop.
    void setGoesLive(bool goesLive) { m_goesLive = goesLive; }
    void setClock(const Clock *clock) { m_clock = clock; }
    void setState(FeedState state);
    void goLive(Instant daemonTime, qint64 seq);
    [[nodiscard]] bool runs() const;
    [[nodiscard]] qint64 startedAfter() const { return m_startedAfter; }
    [[nodiscard]] int starts() const { return m_starts; }

private:
    FeedState m_state = FeedState::Stopped;
    Instant m_syncedAt;
    SessionEnd m_endedBy = SessionEnd::Over;
    const Clock *m_clock = nullptr;
    qint64 m_startedAfter = -1;
    int m_starts = 0;
    bool m_goesLive = true;
};

} // namespace destek::net
