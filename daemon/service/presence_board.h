#pragma once

#include "core/base/clock.h"
#include "core/domain/work.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <mutex>

namespace destek::daemon
{

/// Who is here, who looks where, who types. In memory alone: it is about this moment, and who
/// was where yesterday is nobody's business. Threads: any.
class PresenceBoard
{
public:
    explicit PresenceBoard(const Clock &clock);

    enum class Change : quint8 {
        People, ///< somebody came, went, looks elsewhere or types
        Lease,  ///< a lease goes on, nothing else: consoles have time
    };
    /// Called after each change, on the thread that made it: hand over, do not work there.
    void onChanged(std::function<void(Change)> callback);

    /// Whose streams are open now. Who set Busy or Away and comes back soon is that again.
    void setConnected(const QSet<AgentId> &agents);
    /// Online, Busy or Away.
    void setPresence(AgentId agent, Presence presence);
    /// `conversation` invalid: looks at none with this console. `heldUntil`: their lease there.
    void attend(AgentId agent, DeviceId device, ConversationId conversation, bool typing,
                std::optional<Instant> heldUntil);

    /// Forgets what has had its time. Who is not listed is offline.
    [[nodiscard]] PresenceNow now();
    /// When something lapses by itself; nullopt: nothing will.
    [[nodiscard]] std::optional<Instant> nextLapse() const;
    [[nodiscard]] Presence presence(AgentId agent) const;
    /// Null if not known.
    [[nodiscard]] Instant since(AgentId agent) const;
    /// Answers their customers: online or busy, or gone for less than a lease lasts (consoles
    /// reconnect; after a start of the daemon all of them do).
    [[nodiscard]] bool isHere(AgentId agent) const;

private:
    struct Person {
        bool connected = false;
        Presence wish = Presence::Online; ///< what they said last
        Instant since;                    ///< of what is shown
        Instant leftAt;                   ///< while not connected
    };
    struct Look {
        ConversationId conversation;
        bool typing = false;
        std::optional<Instant> heldUntil;
        Instant until;
    };
    using Console = std::pair<AgentId, DeviceId>;

    void forgetLocked(Instant now);
    void tell(std::optional<Change> change) const;
    [[nodiscard]] static Presence shown(const Person &person);

    const Clock &m_clock;
    Instant m_startedAt;
    mutable std::mutex m_mutex;
    std::function<void(Change)> m_changed;
    QHash<AgentId, Person> m_people;
    QHash<Console, Look> m_looks;
};

} // namespace destek::daemon
