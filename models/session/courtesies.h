#pragma once

#include "core/base/clock.h"
#include "net/api/conversation_api.h"

#include <QHash>
#include <QObject>

namespace destek::models
{

/// What a customer is told about us beside our words: that we have read, that we are typing. A
/// choice of each agent; WhatsApp has no typing without reading, so typing tells both
/// (facts/whatsapp.md 4.1). Nothing is told about conversations somebody else answers. Threads:
/// GUI only.
class Courtesies final : public QObject
{
    Q_OBJECT
public:
    /// WhatsApp shows typing for 25 s; asking again earlier changes nothing.
    static constexpr Duration kTypingEvery = std::chrono::seconds(20);

    Courtesies(net::ConversationApi *api, const Clock *clock, QObject *parent = nullptr);

    void setTellsRead(bool tells) { m_tellsRead = tells; }
    [[nodiscard]] bool tellsRead() const { return m_tellsRead; }
    void setShowsTyping(bool shows) { m_showsTyping = shows; }
    [[nodiscard]] bool showsTyping() const { return m_showsTyping; }

    /// The agent sees this conversation now. Tells once per message of the customer.
    void seen(const ConversationSummary &summary);
    /// The agent changed the text of an answer.
    void typing(const ConversationSummary &summary);
    void forget(ConversationId id);
    void clear();

private:
    void tell(ConversationId id, bool typing);

    net::ConversationApi *m_api;
    const Clock *m_clock;
    bool m_tellsRead = true;
    bool m_showsTyping = false;
    QHash<ConversationId, Instant> m_told; ///< the customer's message that was last told as read
    QHash<ConversationId, Instant> m_typed;
};

} // namespace destek::models
