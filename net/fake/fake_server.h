#pragma once

#include "core/base/clock.h"
#include "net/api/session_api.h"
#include "net/api/subject_api.h"
#include "net/api/work_api.h"
#include "net/fake/fake_feed.h"
#include "net/fake/fake_team.h"
#include "net/fake/fake_world.h"

#include <QMultiHash>

namespace destek::net
{

/// The calls whose answers a test may bend.
enum class FakeCall : quint8 {
    Pair,
    SetUp,
    SignIn,
    SignOut,
    StepUp,
    Sessions,
    EndSession,
    Inbox,
    Conversation,
    Thread,
    Send,
    Templates,
    Search,
    Health,
    Person,
    Reveal,
    OptOutAnswer,
    Decide,
    Export,
    PreviewErasure,
    Erase,
    Records,
    Receipt,
    AuditLines,
    AuditState,
    MarkRead,
    History,
    RecordStanding,
    FetchMedia,
    Upload,
    Channel,
    Act,
    KeepNote,
    Withdraw,
    KeepField,
    Own,
    ReadDraft,
    KeepDraft,
    MarkSeen,
    SetPresence,
    Attend,
    Team,
    KeepTeam, ///< labels, quick replies, views, the rule
};

/// A few approved templates, body variables only, one with names.
[[nodiscard]] QList<TemplateView> fakeTemplates();

/// Every port of net/api in memory, over a FakeWorld. Answers come on the next turn of the event
/// loop, or after setDelay(), or when released, or not at all. Sign-in: any user name with
/// password() (TOTP "000000" if setSecondFactor(true)). Threads: GUI only.
class FakeServer final : public QObject,
                         public SessionApi,
                         public ConversationApi,
                         public PersonApi,
                         public SubjectApi,
                         public AuditApi,
                         public MediaApi,
                         public ChannelApi,
                         public WorkApi,
                         public OwnApi,
                         public TeamApi
{
    Q_OBJECT
public:
    explicit FakeServer(const Clock *clock, WorldSize size = {}, QObject *parent = nullptr);

    [[nodiscard]] FakeFeed *feed() { return &m_feed; }
    [[nodiscard]] FakeWorld &world() { return m_world; }
    [[nodiscard]] static Pairing pairing();
    [[nodiscard]] static Secret password() { return Secret(QByteArray("correct horse")); }

    // What a test bends.
    void failNext(FakeCall call, ApiErrorCode code, int times = 1);
    void failNext(FakeCall call, const ApiError &error, int times = 1);
    /// Calls of this kind wait until release(); a fresh hang() holds the next ones.
    void hang(FakeCall call);
    void release(FakeCall call);
    void setDelay(Duration delay) { m_delay = delay; }
    void setRoles(RoleSet roles) { m_agent.roles = roles; }
    void setSecondFactor(bool asked) { m_secondFactor = asked; }
    void setAuditState(const destek::AuditState &state) { m_auditState = state; }
    /// What fetch() answers for this message; without it: NotFound.
    void setMedia(MessageId id, const QByteArray &bytes) { m_media.insert(id, bytes); }
    void setHistory(MessageId id, const MessageHistory &history)
    {
        m_histories.insert(id, history);
    }
    /// Open sessions of everybody; one's own are those of the signed-in agent.
    void setSessions(const QList<SessionView> &sessions) { m_sessions = sessions; }
    void setTemplates(const QList<TemplateView> &templates) { m_templates = templates; }
    void setChannel(const ChannelView &channel) { m_channel = channel; }
    [[nodiscard]] QByteArray uploaded(UploadId id) const { return m_uploads.value(id); }
    /// A send moves on by itself: accepted, sent, delivered, read, a turn each (default off).
    void setSendsAdvance(bool advance) { m_sendsAdvance = advance; }
    [[nodiscard]] int calls(FakeCall call) const { return int(m_calls.value(call)); }
    [[nodiscard]] const QList<OutgoingMessage> &sent() const { return m_sent; }
    [[nodiscard]] const QList<OrderId> &receipts() const { return m_receipts; }

    // What happens in the world; told on the feed if it runs.
    MessageView customerWrites(ConversationId id, const QString &text,
                               MessageKind kind = MessageKind::Text);
    void settle(MessageId id, SendState state, int errorCode = 0);
    void change(const ConversationSummary &summary);
    ErasureOrder erasePerson(ContactId id);
    // What colleagues do, and what is known of the team.
    WorkOutcome colleagueActs(AgentId who, ConversationId id, const WorkAct &act);
    MessageView colleagueNotes(AgentId who, ConversationId id, const QString &text,
                               const QList<AgentId> &mentions = {});
    MessageView colleagueAnswers(AgentId who, ConversationId id, const QString &text);
    /// Invalid: nowhere. Whoever holds the conversation renews the lease by it.
    void colleagueAttends(AgentId who, ConversationId where, bool typing);
    void colleagueIs(AgentId who, Presence presence);
    void setTeam(const TeamView &team);
    /// The administrator decided; consoles hear that the team changed.
    void companyAllows(AlertContent content);
    /// Another console of the signed-in agent keeps it, or forgets it if it is empty.
    void writtenElsewhere(const Draft &draft);
    /// The clock has moved on: what was held back and is due goes out.
    void letHeldGo();
    [[nodiscard]] const FakeTeam &teamNow() const { return m_team; }
    /// What the console said last about its lock.
    [[nodiscard]] bool isLocked() const { return m_locked; }
    [[nodiscard]] const QList<WorkAct> &acts() const { return m_acts; }

    // The ports.
    void pair(const QString &uri, const QString &deviceName, Then<Pairing> then) override;
    void setUp(const Pairing &pairing, const Secret &code, const QString &userName,
               const QString &displayName, const Secret &password, Then<AgentView> then) override;
    void signIn(const Pairing &pairing, const QString &userName, const Secret &password,
                const Secret &totp, Then<SignedIn> then) override;
    void signOut(Then<Done> then) override;
    void stepUp(const Secret &password, const Secret &totp, Then<Instant> then) override;
    void sessions(Then<QList<SessionView>> then) override;
    void endSession(const QString &id, Then<Done> then) override;
    void endOtherSessions(Then<Done> then) override;
    void everybodysSessions(Then<QList<SessionView>> then) override;
    void endAnybodysSession(const QString &id, Then<Done> then) override;

    void inbox(const QString &cursor, int limit, Then<InboxPage> then) override;
    void conversation(ConversationId id, Then<ConversationSummary> then) override;
    void newest(ConversationId id, int limit, Then<ThreadPage> then) override;
    void before(ConversationId id, ThreadCursor place, int limit, Then<ThreadPage> then) override;
    void after(ConversationId id, ThreadCursor place, int limit, Then<ThreadPage> then) override;
    void send(const OutgoingMessage &message, Then<MessageView> then) override;
    void templates(Then<QList<TemplateView>> then) override;
    void search(const QString &words, const SearchFilter &filter, int limit,
                Then<QList<SearchHit>> then) override;
    void health(Then<ChannelHealth> then) override;
    void markRead(ConversationId id, bool typing, Then<Done> then) override;
    void history(MessageId id, Then<MessageHistory> then) override;

    void person(ContactId id, Then<PersonView> then) override;
    void revealNumber(ContactId id, const QString &reason, Then<QString> then) override;
    void answerOptOutQuestion(ConversationId id, bool isOptOut,
                              Then<ConversationSummary> then) override;
    void decide(MessageId id, UnknownDecision decision, Then<MessageView> then) override;
    void recordStanding(ContactId id, Standing standing, ConsentSource source, const QString &note,
                        Then<PersonView> then) override;

    void fetch(MessageId id, Progress progress, Then<QByteArray> then) override;
    void upload(ConversationId id, const QString &fileName, const QByteArray &bytes,
                Progress progress, Then<UploadView> then) override;

    void channel(Then<ChannelView> then) override;
    void acknowledge(qint64 alert, Then<ChannelView> then) override;
    void refreshTemplates(Then<QList<TemplateView>> then) override;
    void thaw(const QString &name, const QString &language,
              Then<QList<TemplateView>> then) override;

    void act(const QList<ConversationId> &conversations, const WorkAct &act,
             Then<QList<WorkOutcome>> then) override;
    void keepNote(const NoteDraft &note, Then<MessageView> then) override;
    void withdraw(MessageId id, Then<MessageView> then) override;
    void keepField(ContactId id, const PersonField &field, Then<PersonView> then) override;

    void own(Then<OwnView> then) override;
    void drafts(ConversationId id, Then<Drafts> then) override;
    void keepDraft(const Draft &draft, Then<Done> then) override;
    void markSeen(const SeenMark &mark, Then<Done> then) override;
    void setPresence(Presence presence, Then<Done> then) override;
    void attend(ConversationId id, bool typing, Then<Done> then) override;
    void setLocked(bool locked, Then<Done> then) override;

    void team(Then<TeamView> then) override;
    void keepLabel(const Label &label, Then<Label> then) override;
    void keepQuickReply(const QuickReply &reply, Then<QuickReply> then) override;
    void removeQuickReply(QuickReplyId id, Then<Done> then) override;
    void keepView(const SavedView &view, Then<SavedView> then) override;
    void removeView(SavedViewId id, Then<Done> then) override;
    void alertContent(Then<AlertContent> then) override;
    void setAlertContent(AlertContent content, Then<AlertContent> then) override;
    void setAssignment(const AssignmentRule &rule, Then<AssignmentRule> then) override;

    void exportPerson(ContactId id, const QString &language, const QString &reason,
                      Then<ExportPackage> then) override;
    void previewErasure(ContactId id, Then<ErasurePreview> then) override;
    void erase(ContactId id, const QString &reason, Then<DestructionRecord> then) override;
    void destructionRecords(Then<QList<DestructionRecord>> then) override;
    void sendReceipt(const ErasureOrder &order, int conversationsDropped, Then<Done> then) override;

    void lines(const AuditFilter &filter, const QString &cursor, int limit,
               Then<AuditPage> then) override;
    void state(qint64 since, Then<destek::AuditState> then) override;

private:
    /// Counts the call, then answers it as scripted; `make` runs when the answer is given.
    template <typename T>
    void answer(FakeCall call, const Then<T> &then, std::function<Answer<T>()> make);
    void deliver(std::function<void()> give);
    [[nodiscard]] std::optional<ApiError> scriptedError(FakeCall call);
    [[nodiscard]] bool steppedUp() const { return m_steppedUpUntil > m_clock->now(); }
    MessageView accept(const OutgoingMessage &message);
    /// Appends it and tells the feed.
    MessageView tell(const MessageView &message);
    WorkOutcome doAct(AgentId who, ConversationId id, const WorkAct &act);
    void tellEvent(AgentId who, const ConversationSummary &before, const WorkAct &act);
    [[nodiscard]] MessageView noteOf(AgentId who, ConversationId id, MessageId message,
                                     const QString &text, const QList<AgentId> &mentions) const;
    [[nodiscard]] PersonView viewOf(ContactId id) const;
    void tellPresence();
    void tellTeam();
    template <typename T>
    void changeTeam(const Then<T> &then, bool allowed, std::function<std::optional<T>()> keep);
    void advance(MessageId id, SendState state);

    const Clock *m_clock;
    FakeWorld m_world;
    FakeFeed m_feed;
    FakeTeam m_team;
    QList<WorkAct> m_acts;
    AgentView m_agent;
    bool m_secondFactor = false;
    bool m_sendsAdvance = false;
    bool m_locked = false;
    Presence m_wish = Presence::Online; ///< of the signed-in agent
    Duration m_delay{0};
    Instant m_steppedUpUntil;
    qint64 m_nextOrder = 1;
    destek::AuditState m_auditState;
    QHash<FakeCall, int> m_calls;
    QHash<FakeCall, QList<ApiError>> m_errors;
    QHash<FakeCall, bool> m_hung;
    QMultiHash<FakeCall, std::function<void()>> m_held;
    QList<OutgoingMessage> m_sent;
    QList<OrderId> m_receipts;
    QList<DestructionRecord> m_records;
    QList<TemplateView> m_templates = fakeTemplates();
    QHash<MessageId, QByteArray> m_media;
    QHash<MessageId, MessageHistory> m_histories;
    QHash<UploadId, QByteArray> m_uploads;
    ChannelView m_channel;
    QList<SessionView> m_sessions;
    AlertContent m_alertContent = AlertContent::None;
};

template <typename T>
void FakeServer::answer(FakeCall call, const Then<T> &then, std::function<Answer<T>()> make)
{
    ++m_calls[call];
    auto give = [then, make = std::move(make), error = scriptedError(call)] {
        if (error)
            then(failure(*error));
        else
            then(make());
    };
    if (m_hung.value(call))
        m_held.insert(call, std::move(give));
    else
        deliver(std::move(give));
}

} // namespace destek::net
