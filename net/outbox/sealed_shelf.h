#pragma once

#include "core/base/clock.h"
#include "net/api/draft_shelf.h"
#include "net/api/secret_store.h"
#include "net/outbox/pending_sends.h"

namespace destek::net
{

/// Files of the console's profile, one for each agent who left something, sealed with AES-256-GCM
/// under a key of that agent's own in the SecretStore and bound to the agent (house.md 4: what was
/// typed while offline waits in a sealed outbox, drafts with what was sent). Whoever copies a file
/// cannot read it; nobody who signs in is given what another agent wrote; an erasure drops the
/// person from all of them and makes a new key, so that no former version can be read either
/// . What its writer does not come back for is destroyed kKeptFor after it was left. Threads:
/// GUI only.
class SealedShelf final : public OutboxShelf, public DraftShelf
{
public:
    /// Longer than a weekend and a day off; what was to be said is out of date by then.
    static constexpr Duration kKeptFor = std::chrono::hours(24 * 7);

    /// `path`: the beginning of the files' names. Both outlive it.
    SealedShelf(QString path, SecretStore *secrets, const Clock *clock);
    [[nodiscard]] QList<QueuedMessage> take(AgentId agent) override;
    bool put(AgentId agent, const QList<QueuedMessage> &messages) override;
    [[nodiscard]] QList<Draft> drafts(AgentId agent) override;
    bool putDrafts(AgentId agent, const QList<Draft> &drafts) override;
    void forget(ConversationId conversation) override;
    void destroy() override;

    /// Until when something of anybody's waits here at the latest; nullopt: nothing does. What is
    /// past its time is destroyed first.
    [[nodiscard]] std::optional<Instant> keptUntil();

private:
    struct Left {
        QList<QueuedMessage> messages;
        QList<Draft> drafts;
        [[nodiscard]] bool isEmpty() const { return messages.isEmpty() && drafts.isEmpty(); }
    };
    [[nodiscard]] QString fileOf(AgentId agent) const;
    /// Who left something here.
    [[nodiscard]] QList<AgentId> writers() const;
    /// The keychain does not give the key out now: what waits here stays for another time.
    [[nodiscard]] bool isShut(AgentId agent) const;
    /// nullopt: it is damaged, or its key is gone.
    [[nodiscard]] std::optional<Left> opened(AgentId agent) const;
    /// What waits for its writer; destroyed if nobody may read it.
    [[nodiscard]] Left waiting(AgentId agent);
    bool replace(AgentId agent, const Left &all);
    bool write(AgentId agent, const Left &all, Instant left);
    /// When somebody wrote it.
    [[nodiscard]] Instant leftAt(AgentId agent) const;
    void destroyOf(AgentId agent);
    void destroyOutdated();
    /// The key, made if there is none; empty if it cannot be kept.
    [[nodiscard]] Secret key(AgentId agent);

    QString m_path;
    SecretStore *m_secrets;
    const Clock *m_clock;
};

} // namespace destek::net
