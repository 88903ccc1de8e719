#pragma once

#include "core/base/instant.h"
#include "core/domain/enum_names.h"
#include "core/domain/ids.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// How a team shares conversations: whose it is, who is answering at this moment, when it comes
/// back, what it is filed under. Sources: design/journeys.md 6.1, design/lessons.md 4.1.
namespace destek
{

/// A conversation is open until somebody says it is done; whatever the customer writes opens it
/// again, also a snoozed one.
enum class WorkStatus : quint8 { Open, Snoozed, Resolved };
constexpr auto enumNames(WorkStatus)
{
    return std::array{DESTEK_NAME(WorkStatus::Open, "open"),
                      DESTEK_NAME(WorkStatus::Snoozed, "snoozed"),
                      DESTEK_NAME(WorkStatus::Resolved, "resolved")};
}

enum class Priority : quint8 { Normal, High, Urgent };
constexpr auto enumNames(Priority)
{
    return std::array{DESTEK_NAME(Priority::Normal, "normal"), DESTEK_NAME(Priority::High, "high"),
                      DESTEK_NAME(Priority::Urgent, "urgent")};
}

/// How long a claim holds without being renewed, and how often a console renews it.
constexpr Duration kLeaseLasts = std::chrono::seconds(60);
constexpr Duration kLeaseRenewedEvery = std::chrono::seconds(30);

/// What a team knows about one conversation; travels with its summary.
struct WorkState {
    WorkStatus status = WorkStatus::Open;
    std::optional<Instant> snoozedUntil; ///< while Snoozed
    AgentId assignee;                    ///< whose it is; invalid: nobody's
    AgentId holder;                      ///< who answers at this moment (lease); invalid: nobody
    Instant heldUntil;                   ///< meaningless without a holder; past: the lease is over
    Priority priority = Priority::Normal;
    QList<LabelId> labels; ///< ascending
    /// Messages of the customer so far. Less what an agent has seen (SeenMark), it is what is
    /// unread for that agent.
    qint64 heard = 0;
    bool operator==(const WorkState &) const = default;
};

/// Somebody else's lease runs. Unknown agents hold nothing.
[[nodiscard]] inline bool isHeldByOther(const WorkState &work, AgentId me, Instant now)
{
    return work.holder.isValid() && work.holder != me && work.heldUntil > now;
}

/// What an agent does with conversations; the same for one and for many.
struct WorkAct {
    enum class Kind : quint8 {
        Claim,    ///< it is mine and I answer now; refused while a colleague's lease runs
        TakeOver, ///< the same, also then; audited, a line in the thread
        Release,  ///< I do not answer any more; it stays mine
        Assign,   ///< to `agent`; invalid: to nobody. With `note`: handed over with a note
        Snooze,   ///< until `until`
        Resolve,
        Reopen,
        AddLabel,
        RemoveLabel,
        SetPriority,
    };
    Kind kind = Kind::Claim;
    AgentId agent;
    Instant until;
    LabelId label;
    Priority priority = Priority::Normal;
    QString note; ///< hostile like any text; kept as an internal note
};
constexpr auto enumNames(WorkAct::Kind)
{
    using K = WorkAct::Kind;
    return std::array{DESTEK_NAME(K::Claim, "claim"),
                      DESTEK_NAME(K::TakeOver, "take_over"),
                      DESTEK_NAME(K::Release, "release"),
                      DESTEK_NAME(K::Assign, "assign"),
                      DESTEK_NAME(K::Snooze, "snooze"),
                      DESTEK_NAME(K::Resolve, "resolve"),
                      DESTEK_NAME(K::Reopen, "reopen"),
                      DESTEK_NAME(K::AddLabel, "add_label"),
                      DESTEK_NAME(K::RemoveLabel, "remove_label"),
                      DESTEK_NAME(K::SetPriority, "set_priority")};
}

/// Why an act was not done. Closed: unknown facts end in one of these too.
enum class WorkRefusal : quint8 {
    HeldByColleague, ///< their lease runs: take over, or wait
    AgentUnknown,    ///< no such colleague, or one who may not answer
    SnoozePast,      ///< the time lies behind us
    SnoozeTooFar,    ///< further than kSnoozeAtMost
    WindowTooShort,  ///< they wait, and their window closes before it could come back in time
    LabelUnknown,
    ConversationUnknown,
    AlreadySo, ///< nothing to do: said so that a second click is no surprise
};
constexpr auto enumNames(WorkRefusal)
{
    using R = WorkRefusal;
    return std::array{DESTEK_NAME(R::HeldByColleague, "held_by_colleague"),
                      DESTEK_NAME(R::AgentUnknown, "agent_unknown"),
                      DESTEK_NAME(R::SnoozePast, "snooze_past"),
                      DESTEK_NAME(R::SnoozeTooFar, "snooze_too_far"),
                      DESTEK_NAME(R::WindowTooShort, "window_too_short"),
                      DESTEK_NAME(R::LabelUnknown, "label_unknown"),
                      DESTEK_NAME(R::ConversationUnknown, "conversation_unknown"),
                      DESTEK_NAME(R::AlreadySo, "already_so")};
}

// --- the team ------------------------------------------------------------------------------------

enum class Presence : quint8 {
    Offline, ///< no console of theirs is connected
    Online,
    Busy, ///< here, but gets no new conversations
    Away,
};
constexpr auto enumNames(Presence)
{
    return std::array{DESTEK_NAME(Presence::Offline, "offline"),
                      DESTEK_NAME(Presence::Online, "online"), DESTEK_NAME(Presence::Busy, "busy"),
                      DESTEK_NAME(Presence::Away, "away")};
}

struct Colleague {
    AgentId id;
    QString name; ///< display name
    Presence presence = Presence::Offline;
    Instant since;         ///< of the presence; null if not known
    bool mayAnswer = true; ///< conversations can be assigned to them
    int open = 0;          ///< conversations that are theirs and not resolved
    bool operator==(const Colleague &) const = default;
};

struct Label {
    LabelId id;
    QString name;
    int hue = 0;          ///< 0 … 359: the theme makes a readable colour of it
    bool retired = false; ///< still shown where it is, offered no more
    bool operator==(const Label &) const = default;
};

/// An answer written once. The text may hold {name}, {first_name}, {agent}, {business} and
/// {field:…}, each with a fallback after a bar: "Merhaba {first_name|değerli müşterimiz}".
struct QuickReply {
    QuickReplyId id;
    QString shortcut; ///< typed after '/', folded, unique; letters, digits and '-'
    QString title;
    QString text;
    QString language; ///< "tr", "en"; empty: any
    bool operator==(const QuickReply &) const = default;
};

/// A filter of the inbox; empty fields let everything through.
struct InboxFilter {
    enum class Whose : quint8 { Anybody, Mine, Colleagues, Nobody };
    std::optional<WorkStatus> status;
    Whose whose = Whose::Anybody;
    QList<LabelId> labels; ///< at least one of them
    std::optional<Priority> atLeast;
    bool waitingOnly = false;
    bool operator==(const InboxFilter &) const = default;
};
constexpr auto enumNames(InboxFilter::Whose)
{
    using W = InboxFilter::Whose;
    return std::array{DESTEK_NAME(W::Anybody, "anybody"), DESTEK_NAME(W::Mine, "mine"),
                      DESTEK_NAME(W::Colleagues, "colleagues"), DESTEK_NAME(W::Nobody, "nobody")};
}

struct SavedView {
    SavedViewId id;
    QString name;
    bool shared = false; ///< everybody sees it; only supervisors and administrators share
    InboxFilter filter;
    bool operator==(const SavedView &) const = default;
};

/// New conversations go to whoever is online, has room and has had none for the longest time.
struct AssignmentRule {
    bool automatic = false;
    int capacity = 8; ///< open conversations of one agent at which no more come by themselves
    bool operator==(const AssignmentRule &) const = default;
};

/// Everything a console needs to know about the team; fetched after signing in and when the feed
/// says that it changed.
struct TeamView {
    QList<Colleague> colleagues; ///< by name; oneself among them
    QList<Label> labels;         ///< by name
    QList<QuickReply> quickReplies;
    QList<SavedView> views; ///< one's own and the shared ones
    AssignmentRule assignment;
};

/// Who looks at a conversation, and who types there. Lasts kLeaseLasts unless said again; never
/// stored, never in the numbered feed.
struct Attendance {
    ConversationId conversation;
    AgentId agent;
    bool typing = false;
    /// Their lease there goes on until then, if it is theirs: newer than WorkState::heldUntil,
    /// which travels only when something else changes.
    std::optional<Instant> heldUntil;
    bool operator==(const Attendance &) const = default;
};

/// All of it at this moment: replaces what was known before. Who is not listed is offline.
struct PresenceNow {
    struct Line {
        AgentId agent;
        Presence presence = Presence::Offline;
        Instant since;
        bool operator==(const Line &) const = default;
    };
    QList<Line> agents;
    QList<Attendance> attending;
    bool operator==(const PresenceNow &) const = default;
};

// --- what is mine --------------------------------------------------------------------------------

/// A template that somebody has begun to fill in. Files are not part of it: they are chosen anew.
struct BegunTemplate {
    QString name;
    QString language;
    QStringList texts; ///< what stands in its fields, as typed, in the order they are shown
    bool operator==(const BegunTemplate &) const = default;
};

/// What one agent has begun to write; lives on the daemon, sealed, and follows the agent to any
/// console. There is at most one of each kind in a conversation.
struct Draft {
    enum class Kind : quint8 { Reply, Note };
    ConversationId conversation;
    Kind kind = Kind::Reply;
    QString text;
    MessageId answers;                 ///< the quoted message; invalid: none
    Instant at;                        ///< when it was kept
    std::optional<BegunTemplate> form; ///< kind Reply only
    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && !form; }
    bool operator==(const Draft &) const = default;
};
constexpr auto enumNames(Draft::Kind)
{
    return std::array{DESTEK_NAME(Draft::Kind::Reply, "reply"),
                      DESTEK_NAME(Draft::Kind::Note, "note")};
}

/// What one agent has begun in one conversation: a reply, an internal note, both or nothing.
struct Drafts {
    ConversationId conversation;
    QList<Draft> kept; ///< the one kept last first
    /// An empty one if there is none of this kind.
    [[nodiscard]] Draft of(Draft::Kind kind) const
    {
        for (const Draft &draft : kept) {
            if (draft.kind == kind)
                return draft;
        }
        Draft none;
        none.conversation = conversation;
        none.kind = kind;
        return none;
    }
    bool operator==(const Drafts &) const = default;
};

/// Another console of the same agent kept something or forgot it: what there is now.
struct DraftsNow {
    ConversationId conversation;
    QList<Draft::Kind> kinds; ///< empty: nothing is begun there any more
    bool operator==(const DraftsNow &) const = default;
};

/// Up to where an agent has seen a conversation: WorkState::heard at that time.
struct SeenMark {
    ConversationId conversation;
    qint64 heard = 0;
    bool operator==(const SeenMark &) const = default;
};

/// What is one agent's own.
struct OwnView {
    QList<SeenMark> seen;            ///< of conversations that are not resolved
    QList<ConversationId> drafts;    ///< where one has begun to write
    QList<ConversationId> mentioned; ///< notes that name one and were not looked at
};

/// An internal note about to be kept. Customers never get it; exports and erasures hold it.
struct NoteDraft {
    MessageId id; ///< made once; kept through every retry
    ConversationId conversation;
    QString text;
    QList<AgentId> mentions;
};

/// What an agent wants to know about a person beyond WhatsApp: "order number", "branch", …
struct PersonField {
    QString name;  ///< at most 40 characters; unique per person after folding
    QString value; ///< hostile; sealed
    bool operator==(const PersonField &) const = default;
};

} // namespace destek
