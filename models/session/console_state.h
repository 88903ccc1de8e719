#pragma once

#include "core/base/clock.h"
#include "core/policy/permissions.h"
#include "models/inbox/inbox_model.h"
#include "models/outgoing/held_sends.h"
#include "models/session/audit_witness.h"
#include "models/session/courtesies.h"
#include "models/thread/thread_model.h"
#include "models/work/attending.h"
#include "models/work/draft_keeper.h"
#include "models/work/notes.h"
#include "models/work/own_book.h"
#include "models/work/sharing.h"
#include "models/work/team_book.h"
#include "net/api/feed.h"
#include "net/api/outbox.h"
#include "net/api/session_api.h"
#include "net/api/subject_api.h"

#include <QObject>

#include <memory>

namespace destek::models
{

class OfflineQueue;

enum class ConsolePhase : quint8 {
    SignedOut,
    SigningIn,
    Loading, ///< signed in; the inbox is on its way
    Running,
    Locked, ///< nothing of customers on screen or in the models; the feed goes on for alerts
    Ended,  ///< the daemon ended the session; what was typed is kept for the same agent
    Lost,   ///< no contact for longer than the lease: memory wiped, sign in again
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
    net::WorkApi *work = nullptr;
    net::OwnApi *own = nullptr;
    net::TeamApi *team = nullptr;
    net::Later later = net::realTimer();
    net::DraftShelf *draftShelf = nullptr; ///< none: drafts wait for the daemon in memory only
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
    ~ConsoleState() override;

    [[nodiscard]] InboxModel *inbox() { return &m_inbox; }
    [[nodiscard]] ThreadModel *thread() { return &m_thread; }
    [[nodiscard]] AuditWitness *witness() { return &m_witness; }
    [[nodiscard]] Courtesies *courtesies() { return &m_courtesies; }
    [[nodiscard]] TeamBook *team() { return &m_team; }
    [[nodiscard]] OwnBook *own() { return &m_own; }
    [[nodiscard]] Sharing *sharing() { return &m_sharing; }
    [[nodiscard]] Attending *attending() { return &m_attending; }
    [[nodiscard]] DraftKeeper *drafts() { return &m_drafts; }
    [[nodiscard]] Notes *notes() { return &m_notes; }
    [[nodiscard]] HeldSends *held() { return &m_held; }
    /// What was written without a connection, and what has to be asked about it.
    [[nodiscard]] OfflineQueue *queue() const { return m_queue.get(); }

    [[nodiscard]] ConsolePhase phase() const { return m_phase; }
    /// Who ended the session; meaningful in phase Ended.
    [[nodiscard]] SessionEnd endedBy() const { return m_endedBy; }
    [[nodiscard]] const AgentView &agent() const { return m_agent; }
    [[nodiscard]] const QString &organisation() const { return m_organisation; }
    [[nodiscard]] bool may(Permission permission) const;
    /// This agent should hear that somebody waits there: who may answer, and it is theirs, or, if
    /// they have not set themselves away, nobody's or of a colleague who is not here.
    [[nodiscard]] bool concerns(const ConversationSummary &summary) const;
    [[nodiscard]] net::FeedState feedState() const { return m_ports.feed->state(); }
    /// Composers are usable only while the screen is true (lessons.md 2.1 no. 7).
    [[nodiscard]] bool isLive() const;
    /// How old the screen is; zero while live.
    [[nodiscard]] Duration age(Instant now) const;

    void signIn(const net::Pairing &pairing, const QString &userName, const Secret &password,
                const Secret &totp);
    void signOut();
    /// Drops what was shown of customers. Running and Loading only; else nothing happens.
    void lock();
    /// The password again, checked and counted by the daemon; unlockFailed() or all is loaded anew.
    void unlock(const Secret &password, const Secret &totp);

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
    void unlockFailed(const destek::ApiError &error);
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
    /// Its writer wants to change it before it goes out: it goes back into the composer.
    void messageTakenBack(const destek::net::OutgoingMessage &message);
    void customerWrote(destek::ConversationId id);
    /// It was assigned to this agent, or its snooze is over and it is theirs.
    void cameToMe(destek::ConversationId id, destek::models::InboxNews news);
    /// A colleague's note names this agent; also while locked. May come again for the same note.
    void mentioned(const destek::MessageView &note);
    /// While locked: whoever hears it names nobody and keeps nothing but ids and times.
    void changedWhileLocked(const destek::ConversationSummary &summary,
                            destek::models::InboxNews news);
    /// A customer who concerns this agent wrote while locked.
    void customerWroteWhileLocked();

private:
    void followFeed();
    void followOutbox();
    void followTeam();
    void onSignedIn(const net::SignedIn &signedIn);
    void setPhase(ConsolePhase phase);
    void leave(ConsolePhase phase);
    [[nodiscard]] bool isActive() const;
    void forgetCustomers();
    void reload();
    void onLoaded(qint64 seq);
    void onFeedState(net::FeedState state);
    void take(const ConversationSummary &summary);
    void takeWhileLocked(const ConversationSummary &summary);
    void tellLock();
    void onErased(const ErasureOrder &order);
    void payReceipts();
    void restoreTyped(ConversationId id);
    void checkQueue();
    /// What this console has heard of the conversation, at the daemon's clock.
    [[nodiscard]] Instant knownUntil(ConversationId id) const;

    ConsolePorts m_ports;
    InboxModel m_inbox;
    ThreadModel m_thread;
    AuditWitness m_witness;
    Courtesies m_courtesies;
    TeamBook m_team;
    OwnBook m_own;
    Sharing m_sharing;
    Attending m_attending;
    DraftKeeper m_drafts;
    Notes m_notes;
    HeldSends m_held;
    ConsolePhase m_phase = ConsolePhase::SignedOut;
    AgentView m_agent;
    QString m_organisation;
    Instant m_lastContact;                                   ///< our clock
    QHash<OrderId, QPair<ErasureOrder, int>> m_owedReceipts; ///< until the daemon has them
    int m_generation = 0;
    QHash<ConversationId, Stood> m_stood; ///< locked: what news are made out from, nothing else
    bool m_feedOwed = false;              ///< locked, and the feed waits for a number to start from
    bool m_wasCut = false;                ///< the feed was interrupted
    SessionEnd m_endedBy = SessionEnd::Over;
    bool m_away = false;            ///< by this agent's own word, not by the lock
    std::optional<bool> m_toldLock; ///< what the daemon knows; nullopt: not certain
    std::unique_ptr<OfflineQueue> m_queue;
};

} // namespace destek::models
