#pragma once

#include "daemon/live/live_hub.h"
#include "daemon/service/presence_board.h"

#include <QObject>
#include <QTimer>

namespace destek::daemon
{

/// Tells every console who is here, who looks, who types: soon after a change, all of it at once,
/// and not one by one when a whole shift comes in. Threads: main.
class PresenceFeed : public QObject
{
    Q_OBJECT
public:
    PresenceFeed(PresenceBoard &board, LiveHub &hub, const Clock &clock, QObject *parent = nullptr);
    ~PresenceFeed() override;

Q_SIGNALS:
    /// Somebody is online who was not: new conversations can go to them.
    void cameOnline();
    /// Somebody is away, locked or gone who was not: what waits for them may go to others.
    void left();

private:
    void changed(PresenceBoard::Change change);
    void tell();

    PresenceBoard &m_board;
    LiveHub &m_hub;
    const Clock &m_clock;
    QTimer m_soon;  ///< gathers what changes together
    QTimer m_lapse; ///< who looked and is silent now
    QSet<AgentId> m_online;
    QSet<AgentId> m_here; ///< online or busy
};

} // namespace destek::daemon
