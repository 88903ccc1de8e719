#pragma once

#include "net/api/backoff.h"
#include "net/api/later.h"
#include "net/api/outbox.h"

namespace destek::net
{

/// The outbox in memory. Per conversation one message at a time, in the order they were typed;
/// what the daemon did not definitely refuse is tried again with the same id, so that nothing is
/// lost and nothing doubled. Waits until resumeFor(). Threads: GUI only.
class PendingSends final : public Outbox
{
    Q_OBJECT
public:
    static constexpr int kMostMessages = 100;

    explicit PendingSends(ConversationApi *api, Later later = realTimer(),
                          QObject *parent = nullptr);
    ~PendingSends() override;

    [[nodiscard]] bool send(const OutgoingMessage &message) override;
    [[nodiscard]] QList<OutgoingMessage> pending() const override;
    int drop(ConversationId conversation) override;
    void resumeFor(AgentId agent) override;
    void pause() override;
    void clear() override;

    /// Does this error leave open whether the daemon has the message, or may it have it later?
    [[nodiscard]] static bool mayTryAgain(ApiErrorCode code);

private:
    enum class Stage : quint8 { Waiting, Asked, Resting };
    struct Entry {
        OutgoingMessage message;
        Stage stage = Stage::Waiting;
        Backoff backoff;
    };

    void pump();
    void ask(Entry &entry);
    void take(MessageId id, const Answer<MessageView> &answer);
    void rest(Entry &entry);
    [[nodiscard]] QList<Entry>::iterator find(MessageId id);

    ConversationApi *m_api;
    Later m_later;
    QList<Entry> m_entries;
    AgentId m_agent;
    int m_generation = 0; ///< answers to what was asked before pause() only settle, never retry
    bool m_paused = true;
};

} // namespace destek::net
