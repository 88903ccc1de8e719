#pragma once

#include "core/base/clock.h"
#include "net/api/outbox.h"

#include <QHash>
#include <QSet>

namespace destek::models
{

/// What happened in a conversation after a message for it was written and before it could go out.
enum class WorldChange : quint8 {
    Refused,  ///< nothing may be sent now; `refusal` says why
    Held,     ///< a colleague holds it
    Answered, ///< somebody answered
    Wrote,    ///< the customer wrote again
};

/// A message that waits for its writer's word. Texts and names are hostile.
struct QueueQuestion {
    net::QueuedMessage queued;
    QString person;
    WorldChange change = WorldChange::Answered;
    std::optional<SendRefusal> refusal; ///< Refused
    AgentId holder;                     ///< Held
    QString author;                     ///< Answered: who; empty if not known
    Instant at;                         ///< Answered, Wrote: when; else null
    QString said;                       ///< Answered, Wrote: the newest words, if they were read
    /// The daemon would say no: it can only be changed or thrown away.
    [[nodiscard]] bool mayGo() const
    {
        return change == WorldChange::Answered || change == WorldChange::Wrote;
    }
};

/// When the connection is back, looks at each conversation that something is kept for. If nothing
/// happened there, the message goes out; if the daemon has it already, it is settled with the same
/// id; else its writer is asked: nothing is sent blindly, nothing twice (design/journeys.md 6.1,
/// 14:02). What is kept for people who are gone is forgotten. Threads: GUI only.
class OfflineQueue final : public QObject
{
    Q_OBJECT
public:
    OfflineQueue(net::Outbox *outbox, net::ConversationApi *conversations, const Clock *clock,
                 QObject *parent = nullptr);

    /// Looks at everything that is kept. Without `mayShow` (locked) no question is made: what
    /// changed is looked at again later.
    void check(AgentId me, bool mayShow);
    /// Names and texts go from memory; what is kept stays in the outbox.
    void clear();

    [[nodiscard]] const QList<QueueQuestion> &questions() const { return m_questions; }
    /// Still being looked at.
    [[nodiscard]] bool isChecking() const { return !m_asked.isEmpty(); }

    void send(const MessageId &id);
    void discard(const MessageId &id);
    /// It leaves the queue; takenBack() hands it to the composer.
    void edit(const MessageId &id);

Q_SIGNALS:
    void changed();
    void takenBack(const destek::net::OutgoingMessage &message);
    void discarded(const destek::MessageId &id);

private:
    struct Look {
        ConversationSummary summary;
        QList<MessageView> since;
    };
    void ask(ConversationId id);
    void readOn(ConversationId id, const Look &look, net::ThreadCursor from);
    void judge(ConversationId id, const Look &look);
    [[nodiscard]] std::optional<QueueQuestion> questionFor(const net::QueuedMessage &queued,
                                                           const Look &look) const;
    void forget(const MessageId &id);
    void onOutbox();

    net::Outbox *m_outbox;
    net::ConversationApi *m_conversations;
    const Clock *m_clock;
    AgentId m_me;
    bool m_mayShow = false;
    int m_generation = 0;
    QSet<ConversationId> m_asked;
    QSet<MessageId> m_released; ///< ours: no answer of somebody else's
    QList<QueueQuestion> m_questions;
};

} // namespace destek::models
