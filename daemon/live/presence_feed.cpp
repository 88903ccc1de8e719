#include "daemon/live/presence_feed.h"

namespace destek::daemon
{

namespace
{

constexpr auto kGather = std::chrono::milliseconds(200);
/// A lease is renewed half a minute before it ends.
constexpr auto kGatherLeases = std::chrono::seconds(5);

} // namespace

PresenceFeed::PresenceFeed(PresenceBoard &board, LiveHub &hub, const Clock &clock, QObject *parent)
    : QObject(parent), m_board(board), m_hub(hub), m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_lapse.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &PresenceFeed::tell);
    connect(&m_lapse, &QTimer::timeout, this, &PresenceFeed::tell);
    m_board.onChanged([this](PresenceBoard::Change change) {
        QMetaObject::invokeMethod(
            this, [this, change] { changed(change); }, Qt::QueuedConnection);
    });
    m_hub.onAudience([this](const Audience &audience) { m_board.setConnected(audience); });
    m_hub.setPresence(m_board.now());
}

PresenceFeed::~PresenceFeed()
{
    m_hub.onAudience({});
    m_board.onChanged({});
}

void PresenceFeed::changed(PresenceBoard::Change change)
{
    const Duration wait =
        change == PresenceBoard::Change::People ? Duration(kGather) : Duration(kGatherLeases);
    if (!m_soon.isActive() || m_soon.remainingTimeAsDuration() > wait)
        m_soon.start(wait);
}

void PresenceFeed::tell()
{
    m_soon.stop();
    const PresenceNow now = m_board.now();
    m_hub.setPresence(now);
    QSet<AgentId> online;
    QSet<AgentId> here;
    for (const PresenceNow::Line &line : now.agents) {
        if (line.presence == Presence::Online)
            online.insert(line.agent);
        if (line.presence == Presence::Online || line.presence == Presence::Busy)
            here.insert(line.agent);
    }
    const bool more = !(online - m_online).isEmpty();
    const bool less = !(m_here - here).isEmpty();
    m_online = online;
    m_here = here;
    if (more)
        Q_EMIT cameOnline();
    if (less)
        Q_EMIT left();
    m_lapse.stop();
    if (const auto next = m_board.nextLapse())
        m_lapse.start(std::max(*next - m_clock.now(), Duration(0)));
}

} // namespace destek::daemon
