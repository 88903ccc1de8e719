#pragma once

#include "net/api/backoff.h"
#include "net/api/feed.h"
#include "net/api/later.h"
#include "net/http/pinned_network.h"
#include "net/live/sse_parser.h"

#include <functional>

namespace destek::net
{

/// The change feed over server-sent events, on a network of its own. Resumes by itself from the
/// last number it gave out; a silence of 45 s counts as a cut. Numbers only rise: what comes a
/// second time is dropped; a daemon that knows less than we do, or an event nobody can read,
/// means starting over (resetRequired). Threads: GUI only.
class LiveFeed final : public Feed
{
    Q_OBJECT
public:
    /// Silence is looked for this often; the third time in a row without a byte is a cut.
    static constexpr Duration kWatch = std::chrono::seconds(15);

    /// `link` answers the present link, token included.
    LiveFeed(std::function<DaemonLink()> link, Later later = realTimer(),
             QObject *parent = nullptr);
    ~LiveFeed() override;

    void start(qint64 afterSeq) override;
    void stop() override;
    [[nodiscard]] FeedState state() const override { return m_state; }
    [[nodiscard]] Instant syncedAt() const override { return m_syncedAt; }
    [[nodiscard]] SessionEnd endedBy() const override { return m_endedBy; }

private:
    void connectNow();
    void watch();
    void onHeaders();
    void onBytes();
    void onFinished();
    /// False: the connection is over, read no further events.
    bool take(const SseEvent &event);
    bool takeChange(const SseEvent &event);
    bool takeBeat(const SseEvent &event);
    bool startOver();
    void lost();
    void close();
    void setState(FeedState state);

    std::function<DaemonLink()> m_link;
    Later m_later;
    PinnedNetwork m_network;
    QNetworkReply *m_reply = nullptr;
    SseParser m_parser;
    Backoff m_backoff;
    FeedState m_state = FeedState::Stopped;
    Instant m_syncedAt;
    SessionEnd m_endedBy = SessionEnd::Over;
    qint64 m_seq = 0;
    int m_connection = 0; ///< what belongs to an earlier one is ignored
    int m_silentWatches = 0;
    bool m_streaming = false;
};

} // namespace destek::net
