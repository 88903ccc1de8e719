#pragma once

#include "core/domain/conversation.h"
#include "net/api/work_api.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace destek::models
{

/// What is one agent's own: up to where each conversation was seen, where a draft waits, where a
/// note names one. Threads: GUI only.
class OwnBook final : public QObject
{
    Q_OBJECT
public:
    explicit OwnBook(net::OwnApi *api, QObject *parent = nullptr);

    void load();
    void clear();
    void forget(ConversationId id);

    /// Messages of the customer that this agent has not seen. What a colleague has answered is
    /// no news to whoever it does not belong to: there it is at most what still waits.
    [[nodiscard]] int unread(const ConversationSummary &summary, AgentId me) const;
    [[nodiscard]] bool hasDraft(ConversationId id) const { return m_drafts.contains(id); }
    [[nodiscard]] QList<ConversationId> drafts() const { return m_drafts.values(); }
    [[nodiscard]] bool isMentioned(ConversationId id) const { return m_mentioned.contains(id); }

    /// The newest message was really looked at. Told to the daemon once per new message.
    void markSeen(const ConversationSummary &summary);
    /// The composer keeps drafts; here only where there are some.
    void noteDraft(ConversationId id, bool exists);
    /// A note that names me came.
    void noteMention(ConversationId id);

Q_SIGNALS:
    /// Invalid: everything may have changed.
    void changed(destek::ConversationId id);

private:
    net::OwnApi *m_api;
    QHash<ConversationId, qint64> m_seen;
    QSet<ConversationId> m_drafts;
    QSet<ConversationId> m_mentioned;
    int m_generation = 0;
};

} // namespace destek::models
