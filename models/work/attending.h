#pragma once

#include "core/base/clock.h"
#include "net/api/later.h"
#include "net/api/work_api.h"

#include <QObject>

namespace destek::models
{

/// Tells the daemon where I look and whether I type there: at each change and often enough that
/// it stays true (and that my lease goes on). Typing ends after five quiet seconds, as in
/// Telegram Desktop (design/lessons.md 4.1). Threads: GUI only.
class Attending final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kTypingLasts = std::chrono::seconds(5);

    Attending(net::OwnApi *api, const Clock *clock, net::Later later = net::realTimer(),
              QObject *parent = nullptr);

    /// Invalid: nowhere. Say it again at will; only changes are told at once.
    void look(ConversationId id);
    void typing(ConversationId id);
    /// What was being typed has gone out or was thrown away.
    void typed();
    /// Says it again when it is time. Call about every 15 seconds.
    void tick();
    /// Signed out: nothing is said any more.
    void clear();

private:
    void say();

    net::OwnApi *m_api;
    const Clock *m_clock;
    net::Later m_later;
    ConversationId m_where;
    bool m_typing = false;
    Instant m_saidAt;
    int m_keystrokes = 0; ///< which wait for quiet is the last one
};

} // namespace destek::models
