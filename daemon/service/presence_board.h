#pragma once

#include "core/base/clock.h"
#include "core/domain/work.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <mutex>

namespace destek::daemon
{

/// Whose streams are open, and of which sessions.
struct Audience {
    QHash<AgentId, QSet<QByteArray>> sessions;
    Audience() = default;
    /// Each at one console.
    Audience(std::initializer_list<AgentId> agents)
    {
        for (const AgentId agent : agents)
            sessions[agent].insert(QByteArray());
    }
};

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
    void setConnected(const Audience &audience);
    /// Online, Busy or Away.
    void setPresence(AgentId agent, Presence presence);
    /// The screen of this session is locked, or not any more. Whose consoles are all locked is
    /// shown as away, whatever they wished for, until one of them is not.
    void setLocked(AgentId agent, const QByteArray &session, bool locked);
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
    /// Answers their customers: online or busy, or gone or locked for less than a lease lasts
    /// (consoles reconnect; after a start of the daemon all of them do).
    [[nodiscard]] bool isHere(AgentId agent) const;
    /// When somebody who is here will not be any more by time alone; nullopt: nobody.
    [[nodiscard]] std::optional<Instant> nextGone() const;

private:
    struct Person {
        bool connected = false;
        Presence wish = Presence::Online; ///< what they said last
        Instant since;                    ///< of what is shown
        Instant leftAt;                   ///< while not connected
        QSet<QByteArray> sessions;        ///< whose streams are open
        QSet<QByteArray> locked;          ///< sessions with a locked screen
        Instant lockedAt;                 ///< since when all of them are; null: one is not
    };
    struct Look {
        ConversationId conversation;
        bool typing = false;
        std::optional<Instant> heldUntil;
        Instant until;
    };
    using Console = std::pair<AgentId, DeviceId>;

    void forgetLocked(Instant now);
    static void seeLocks(Person &person, Instant now);
    /// From when on they count as gone; nullopt: they are here.
    [[nodiscard]] static std::optional<Instant> goneAt(const Person &person);
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
