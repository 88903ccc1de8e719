#pragma once

#include "core/base/clock.h"
#include "core/policy/permissions.h"
#include "models/inbox/inbox_model.h"
#include "models/session/audit_witness.h"
#include "models/session/courtesies.h"
#include "models/thread/thread_model.h"
#include "net/api/feed.h"
#include "net/api/outbox.h"
#include "net/api/session_api.h"
#include "net/api/subject_api.h"

#include <QObject>

namespace destek::models
{

enum class ConsolePhase : quint8 {
    SignedOut,
    SigningIn,
    Loading, ///< signed in; the inbox is on its way
    Running,
    Ended, ///< the daemon ended the session; what was typed is kept for the same agent
    Lost,  ///< no contact for longer than the lease: memory wiped, sign in again
};

/// Everything ConsoleState asks; all outlive it.
struct ConsolePorts {
    net::SessionApi *session = nullptr;
    net::ConversationApi *conversations = nullptr;
    net::SubjectApi *subjects = nullptr;
    net::AuditApi *audit = nullptr;
    net::Feed *feed = nullptr;
    net::Outbox *outbox = nullptr;
    AuditMemory *auditMemory = nullptr;
    const Clock *clock = nullptr;
};

/// Keeps the models true: signs in, loads the inbox, follows the feed from there, routes each
/// change to the inbox and the open thread, starts over when the daemon says so, drops erased
/// persons and answers with a receipt. Owns the inbox, the open thread and the witness.
/// Threads: GUI only.
class ConsoleState final : public QObject
{
    Q_OBJECT
public:
    /// After this long without the daemon nothing of customers stays in memory.
    static constexpr Duration kLease = std::chrono::minutes(30);

    explicit ConsoleState(const ConsolePorts &ports, QObject *parent = nullptr);

    [[nodiscard]] InboxModel *inbox() { return &m_inbox; }
    [[nodiscard]] ThreadModel *thread() { return &m_thread; }
    [[nodiscard]] AuditWitness *witness() { return &m_witness; }
    [[nodiscard]] Courtesies *courtesies() { return &m_courtesies; }

    [[nodiscard]] ConsolePhase phase() const { return m_phase; }
    [[nodiscard]] const AgentView &agent() const { return m_agent; }
    [[nodiscard]] const QString &organisation() const { return m_organisation; }
    [[nodiscard]] bool may(Permission permission) const;
    [[nodiscard]] net::FeedState feedState() const { return m_ports.feed->state(); }
    /// Composers are usable only while the screen is true (lessons.md 2.1 no. 7).
    [[nodiscard]] bool isLive() const;
    /// How old the screen is; zero while live.
    [[nodiscard]] Duration age(Instant now) const;

    void signIn(const net::Pairing &pairing, const QString &userName, const Secret &password,
                const Secret &totp);
    void signOut();

    void openConversation(ConversationId id);
    void openMessage(ConversationId id, net::ThreadCursor place);
    void closeConversation();
    /// The one way out. Answers the message's id; invalid if the outbox is full (what was written
    /// stays in the composer). `shownText`: a template with its fields filled in.
    MessageId send(ConversationId id, const OutboundContent &content,
                   const QString &shownText = {});

    /// Timer-free: countdowns, and the lease. Call about every 15 seconds.
    void tick(Instant now);

Q_SIGNALS:
    void phaseChanged(destek::models::ConsolePhase phase);
    void signInFailed(const destek::ApiError &error);
    void loadFailed(const destek::ApiError &error);
    void feedStateChanged(destek::net::FeedState state);
    /// For panes that show one conversation (header, person, composer).
    void conversationChanged(const destek::ConversationSummary &summary);
    /// Close everything that shows this person; the models have dropped them already.
    void personErased(destek::ContactId contact, const QList<destek::ConversationId> &gone);
    /// The daemon has it, durably.
    void messageAccepted(destek::MessageId id);
    /// The daemon would not take it: the text goes back into the composer.
    void messageReturned(const destek::net::OutgoingMessage &message, const destek::ApiError &why);
    void customerWrote(destek::ConversationId id);

private:
    void followFeed();
    void followOutbox();
    void onSignedIn(const net::SignedIn &signedIn);
    void setPhase(ConsolePhase phase);
    void leave(ConsolePhase phase);
    [[nodiscard]] bool isActive() const;
    void reload();
    void onLoaded(qint64 seq);
    void onFeedState(net::FeedState state);
    void take(const ConversationSummary &summary);
    void onErased(const ErasureOrder &order);
    void payReceipts();
    void restoreTyped(ConversationId id);

    ConsolePorts m_ports;
    InboxModel m_inbox;
    ThreadModel m_thread;
    AuditWitness m_witness;
    Courtesies m_courtesies;
    ConsolePhase m_phase = ConsolePhase::SignedOut;
    AgentView m_agent;
    QString m_organisation;
    Instant m_lastContact;                                   ///< our clock
    QHash<OrderId, QPair<ErasureOrder, int>> m_owedReceipts; ///< until the daemon has them
    int m_generation = 0;
};

} // namespace destek::models
