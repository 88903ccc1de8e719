#pragma once

#include "core/domain/agent.h"
#include "core/domain/conversation.h"
#include "daemon/service/ports/database.h"

namespace destek::daemon
{

/// What consoles get to see, made and masked in the daemon. Read-only.
class Views
{
public:
    Views(const Tx &tx, Instant now) : m_tx(tx), m_now(now) {}

    [[nodiscard]] Stored<ConversationSummary> summary(const ConversationRecord &record) const;
    [[nodiscard]] Stored<ConversationSummary> summary(ConversationId id) const;
    [[nodiscard]] Stored<InboxPage> inbox(const QString &cursor, int limit) const;
    [[nodiscard]] Stored<ThreadPage> thread(ConversationId id, std::optional<ThreadPlace> before,
                                            std::optional<ThreadPlace> after, int limit) const;
    [[nodiscard]] Stored<PersonView> person(ContactId id) const;
    /// A message as it stands there now: edited, reacted to, taken back, quoting.
    [[nodiscard]] Stored<MessageView> shown(const MessageRecord &record) const;
    /// The record alone, without what other records say about it.
    [[nodiscard]] static MessageView message(const MessageRecord &record);
    /// "+90 5** *** ** 34", or empty for people without a number.
    [[nodiscard]] static QString maskedNumber(const QList<Identity> &identities);
    [[nodiscard]] static QString usernameOf(const QList<Identity> &identities);

private:
    [[nodiscard]] Stored<std::optional<QuoteView>> quoteOf(const MessageRecord &record) const;

    const Tx &m_tx;
    Instant m_now;
};

} // namespace destek::daemon
