#pragma once

#include "daemon/service/ports/messages.h"
#include "daemon/store/sql_message_log.h"

namespace destek::daemon
{

class Connection;
class Vault;

class SqlMessages final : public Messages
{
public:
    SqlMessages(Connection &connection, Vault &vault);

    [[nodiscard]] Stored<MessageRecord> record(MessageId id) const override;
    [[nodiscard]] Stored<std::optional<MessageId>> findByWamid(const QString &phoneNumberId,
                                                               const QString &wamid) const override;
    [[nodiscard]] Stored<std::optional<SentAttempt>>
    findAttempt(const QString &phoneNumberId, const QString &wamid) const override;
    /// Messages whose month was destroyed are left out.
    [[nodiscard]] Stored<QList<MessageRecord>>
    before(ConversationId id, std::optional<ThreadPlace> place, int limit) const override;
    [[nodiscard]] Stored<QList<MessageRecord>> after(ConversationId id, ThreadPlace place,
                                                     int limit) const override;
    [[nodiscard]] Stored<QList<MessageRecord>>
    bubblesBefore(ConversationId id, std::optional<ThreadPlace> place, int limit) const override;
    [[nodiscard]] Stored<QList<MessageRecord>> bubblesAfter(ConversationId id, ThreadPlace place,
                                                            int limit) const override;
    [[nodiscard]] Stored<std::optional<MessageId>> lastBubble(ConversationId id) const override;
    [[nodiscard]] Stored<QList<MessageRecord>> linkedTo(MessageId id) const override;
    [[nodiscard]] Stored<std::optional<MessageId>> linkTarget(MessageId id) const override;
    [[nodiscard]] Stored<QList<MessageRecord>> linkedAlike(MessageId id) const override;
    [[nodiscard]] Stored<Waiting> waitingIn(ConversationId id) const override;
    [[nodiscard]] Stored<QList<MessageRecord>> ofKind(MessageKind kind, int limit) const override;
    [[nodiscard]] Stored<Newest> newestIn(ConversationId id) const override;
    [[nodiscard]] Stored<QList<Attempt>> attempts(MessageId id) const override;
    [[nodiscard]] Stored<QList<StatusEvent>> statuses(MessageId id) const override;
    [[nodiscard]] Stored<QList<MessageId>> claimable(Instant now, int limit) const override;
    [[nodiscard]] Stored<QList<MessageId>> inState(SendState state, int limit) const override;
    [[nodiscard]] Stored<int> queued() const override;

    Stored<qint64> insert(const MessageRecord &record, const QString &phoneNumberId) override;
    Stored<Done> replaceContent(const MessageRecord &record) override;
    Stored<Done> updateState(const MessageRecord &record) override;
    Stored<Done> withdraw(MessageId id) override;
    Stored<Done> setWamid(MessageId id, const QString &phoneNumberId,
                          const QString &wamid) override;
    Stored<Done> setAttemptWamid(MessageId id, int attempt, const QString &phoneNumberId,
                                 const QString &wamid) override;
    Stored<StatusNoted> addStatus(MessageId id, const StatusEvent &status) override;
    Stored<Done> parkStatus(const QString &phoneNumberId, const QString &wamid,
                            const StatusEvent &status) override;
    Stored<QList<StatusEvent>> takeParked(const QString &phoneNumberId,
                                          const QString &wamid) override;
    Stored<Done> startAttempt(MessageId id, const Attempt &attempt) override;
    Stored<Done> endAttempt(MessageId id, const Attempt &attempt) override;

private:
    Connection &m_connection;
    Vault &m_vault;
    SqlMessageLog m_log;
};

} // namespace destek::daemon
