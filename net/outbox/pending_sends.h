#pragma once

#include "net/api/backoff.h"
#include "net/api/later.h"
#include "net/api/outbox.h"

namespace destek::net
{

/// Where the outbox keeps what waits while the console is not running; the console keeps it
/// sealed. Threads: GUI only.
class OutboxShelf
{
public:
    virtual ~OutboxShelf() = default;
    /// What this agent left, oldest first; another agent's stays where it is.
    [[nodiscard]] virtual QList<QueuedMessage> take(AgentId agent) = 0;
    /// Replaces what this agent left; empty: nothing stays. False: it could not be written.
    virtual bool put(AgentId agent, const QList<QueuedMessage> &messages) = 0;
    /// The person is gone: what anybody left for them, too. What older versions of the files held
    /// can be read by nobody any more.
    virtual void forget(ConversationId conversation) = 0;
    /// Everybody's, with the keys.
    virtual void destroy() = 0;
};

/// The outbox. Per conversation one message at a time, in the order they were typed; what the
/// daemon did not definitely refuse is tried again with the same id, so that nothing is lost and
/// nothing doubled. What is kept waits for release() and holds up nobody. Waits until
/// resumeFor(). Threads: GUI only.
class PendingSends final : public Outbox
{
    Q_OBJECT
public:
    static constexpr int kMostMessages = 100;

    explicit PendingSends(ConversationApi *api, Later later = realTimer(),
                          QObject *parent = nullptr);
    ~PendingSends() override;

    /// It outlives the outbox. Without one, everything is in memory only.
    void setShelf(OutboxShelf *shelf) { m_shelf = shelf; }

    using Outbox::send;
    [[nodiscard]] bool send(const QueuedMessage &queued) override;
    [[nodiscard]] QList<OutgoingMessage> pending() const override;
    [[nodiscard]] QList<QueuedMessage> queued() const override;
    void hold() override;
    void goOn() override;
    void release(const MessageId &id) override;
    std::optional<QueuedMessage> takeOut(const MessageId &id) override;
    int drop(ConversationId conversation) override;
    void resumeFor(AgentId agent) override;
    void pause() override;
    void clear() override;

    /// Does this error leave open whether the daemon has the message, or may it have it later?
    [[nodiscard]] static bool mayTryAgain(ApiErrorCode code);

private:
    enum class Stage : quint8 { Waiting, Asked, Resting };
    struct Entry {
        QueuedMessage queued;
        Stage stage = Stage::Waiting;
        Backoff backoff;
        bool lasts = false; ///< was kept once: on the shelf until the daemon has it
    };

    void pump();
    void ask(Entry &entry);
    void take(MessageId id, const Answer<MessageView> &answer);
    void rest(Entry &entry);
    void wipe();
    /// The shelf holds what is or was kept; what goes out at once never touches the disk.
    void shelve();
    void keepAll();
    [[nodiscard]] QList<Entry>::iterator find(MessageId id);

    ConversationApi *m_api;
    OutboxShelf *m_shelf = nullptr;
    Later m_later;
    QList<Entry> m_entries;
    AgentId m_agent;
    int m_generation = 0; ///< answers to what was asked before pause() only settle, never retry
    bool m_paused = true;
    bool m_held = false;
    QList<MessageId> m_onShelf; ///< as it was put last
    bool m_shelved = true;      ///< the shelf has what it should
};

} // namespace destek::net
