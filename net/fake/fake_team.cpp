// What follows an agent and what the team shares: two ports of FakeServer, and their data.
#include "net/fake/fake_team.h"

#include "core/policy/permissions.h"
#include "core/text/fold.h"
#include "net/fake/fake_server.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

template <typename T>
Answer<T> no(ApiErrorCode code)
{
    return failure(ApiError{code, std::nullopt, {}});
}

Colleague colleague(qint64 id, const QString &name, Presence presence, Instant since,
                    bool mayAnswer = true)
{
    Colleague one;
    one.id = AgentId(id);
    one.name = name;
    one.presence = presence;
    one.since = since;
    one.mayAnswer = mayAnswer;
    return one;
}

Label label(qint64 id, const QString &name, int hue, bool retired = false)
{
    return Label{LabelId(id), name, hue, retired};
}

QuickReply reply(qint64 id, const QString &shortcut, const QString &title, const QString &text)
{
    return QuickReply{QuickReplyId(id), shortcut, title, text, u"tr"_s};
}

/// Where the one with this id is; -1: nowhere.
template <typename T>
qsizetype placeOf(const QList<T> &list, qint64 id)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (list.at(i).id.value == id)
            return i;
    }
    return -1;
}

/// Puts `one` in its place or at the end under a new id; nullopt: there is none with its id.
template <typename T>
std::optional<T> keepIn(QList<T> &list, T one, qint64 &nextId)
{
    if (!one.id.isValid()) {
        one.id = decltype(one.id)(nextId++);
        list << one;
        return one;
    }
    const qsizetype place = placeOf(list, one.id.value);
    if (place < 0)
        return std::nullopt;
    list[place] = one;
    return one;
}

/// Somebody else in the list has this word already.
template <typename T, typename Word>
bool isTaken(const QList<T> &list, const T &one, Word word)
{
    return std::any_of(list.begin(), list.end(), [&](const T &other) {
        return other.id != one.id &&
               text::matchFold(std::invoke(word, other)) == text::matchFold(std::invoke(word, one));
    });
}

} // namespace

const Colleague *FakeTeam::colleague(AgentId id) const
{
    const qsizetype place = placeOf(view.colleagues, id.value);
    return place < 0 ? nullptr : &view.colleagues.at(place);
}

void FakeTeam::setPresence(AgentId id, Presence presence, Instant since)
{
    const qsizetype place = placeOf(view.colleagues, id.value);
    if (place < 0)
        return;
    view.colleagues[place].presence = presence;
    view.colleagues[place].since = since;
    now.agents.clear();
    for (const Colleague &one : std::as_const(view.colleagues))
        now.agents << PresenceNow::Line{one.id, one.presence, one.since};
}

void FakeTeam::attend(AgentId id, ConversationId conversation, bool typing)
{
    now.attending.removeIf([id](const Attendance &one) { return one.agent == id; });
    if (conversation.isValid())
        now.attending << Attendance{conversation, id, typing, std::nullopt};
}

FakeTeam fakeTeam(Instant now)
{
    FakeTeam team;
    team.view.colleagues = {
        colleague(2, u"Ayşe Demir"_s, Presence::Online, now - std::chrono::minutes(95)),
        colleague(3, u"Burak Sönmez"_s, Presence::Away, now - std::chrono::minutes(14)),
        colleague(1, u"Deniz Kaya"_s, Presence::Online, now - std::chrono::minutes(120)),
        colleague(4, u"Selin Ak"_s, Presence::Offline, now - std::chrono::hours(15), false)};
    team.view.labels = {label(1, u"Fatura"_s, 265), label(2, u"İade"_s, 15),
                        label(3, u"Kargo"_s, 150), label(4, u"Şikâyet"_s, 330),
                        label(5, u"Eski kampanya"_s, 60, true)};
    team.view.quickReplies = {
        reply(1, u"merhaba"_s, u"Karşılama"_s,
              u"Merhaba {first_name|değerli müşterimiz}, size nasıl yardımcı olabilirim?"_s),
        reply(2, u"kargo"_s, u"Kargo sorgusu"_s,
              u"{field:Sipariş no|Sipariş} numaralı gönderiniz yola çıktı."_s),
        reply(3, u"iade"_s, u"İade adımları"_s,
              u"Ürünü etiketiyle birlikte kutusuna koyup kargoya verebilirsiniz."_s)};
    InboxFilter urgent;
    urgent.waitingOnly = true;
    urgent.atLeast = Priority::High;
    team.view.views = {SavedView{SavedViewId(1), u"Acil bekleyenler"_s, true, urgent}};
    team.setPresence(AgentId(1), Presence::Online, now - std::chrono::minutes(120));
    return team;
}

void FakeTeam::keep(const Draft &draft, Instant at)
{
    Drafts &all = drafts[draft.conversation];
    all.conversation = draft.conversation;
    all.kept.removeIf([&](const Draft &one) { return one.kind == draft.kind; });
    if (!draft.isEmpty()) {
        all.kept.prepend(draft);
        all.kept.first().at = at;
    }
    if (all.kept.isEmpty())
        drafts.remove(draft.conversation);
}

// --- what is mine --------------------------------------------------------------------------

void FakeServer::own(Then<OwnView> then)
{
    answer<OwnView>(FakeCall::Own, then, [this]() -> Answer<OwnView> {
        OwnView own;
        for (auto seen = m_team.seen.cbegin(); seen != m_team.seen.cend(); ++seen) {
            if (m_world.exists(seen.key()) &&
                m_world.conversation(seen.key()).work.status != WorkStatus::Resolved)
                own.seen << SeenMark{seen.key(), seen.value()};
        }
        own.drafts = m_team.drafts.keys();
        own.mentioned = m_team.mentioned.values();
        return own;
    });
}

void FakeServer::drafts(ConversationId id, Then<Drafts> then)
{
    answer<Drafts>(FakeCall::ReadDraft, then, [=, this]() -> Answer<Drafts> {
        if (!m_world.exists(id))
            return no<Drafts>(ApiErrorCode::NotFound);
        return m_team.drafts.value(id, Drafts{id, {}});
    });
}

void FakeServer::keepDraft(const Draft &draft, Then<Done> then)
{
    answer<Done>(FakeCall::KeepDraft, then, [=, this]() -> Answer<Done> {
        if (!m_world.exists(draft.conversation))
            return no<Done>(ApiErrorCode::NotFound);
        m_team.keep(draft, m_clock->now());
        return done();
    });
}

void FakeServer::writtenElsewhere(const Draft &draft)
{
    m_team.keep(draft, m_clock->now());
    DraftsNow now{draft.conversation, {}};
    const QList<Draft> kept = m_team.drafts.value(draft.conversation).kept;
    for (const Draft &one : kept)
        now.kinds << one.kind;
    if (m_feed.runs())
        Q_EMIT m_feed.draftsChanged(now);
}

void FakeServer::markSeen(const SeenMark &mark, Then<Done> then)
{
    answer<Done>(FakeCall::MarkSeen, then, [=, this]() -> Answer<Done> {
        if (!m_world.exists(mark.conversation))
            return no<Done>(ApiErrorCode::NotFound);
        qint64 &seen = m_team.seen[mark.conversation];
        seen = std::max(seen, mark.heard); // another console of mine may have seen more
        m_team.mentioned.remove(mark.conversation);
        return done();
    });
}

void FakeServer::setPresence(Presence presence, Then<Done> then)
{
    answer<Done>(FakeCall::SetPresence, then, [=, this]() -> Answer<Done> {
        if (presence == Presence::Offline)
            return no<Done>(ApiErrorCode::BadRequest);
        m_wish = presence;
        colleagueIs(m_agent.id, m_locked ? Presence::Away : presence);
        return done();
    });
}

void FakeServer::setLocked(bool locked, Then<Done> then)
{
    answer<Done>(FakeCall::SetPresence, then, [=, this]() -> Answer<Done> {
        m_locked = locked;
        const Colleague *me = m_team.colleague(m_agent.id);
        const Presence shown = locked ? Presence::Away : m_wish;
        if (me && me->presence != shown)
            colleagueIs(m_agent.id, shown);
        return done();
    });
}

void FakeServer::attend(ConversationId id, bool typing, Then<Done> then)
{
    answer<Done>(FakeCall::Attend, then, [=, this]() -> Answer<Done> {
        if (id.isValid() && !m_world.exists(id))
            return no<Done>(ApiErrorCode::NotFound);
        colleagueAttends(m_agent.id, id, typing);
        return done();
    });
}

void FakeServer::colleagueIs(AgentId who, Presence presence)
{
    m_team.setPresence(who, presence, m_clock->now());
    tellPresence();
}

void FakeServer::colleagueAttends(AgentId who, ConversationId where, bool typing)
{
    m_team.attend(who, where, typing);
    if (where.isValid()) {
        ConversationSummary summary = m_world.conversation(where);
        if (summary.work.holder == who && summary.work.heldUntil > m_clock->now()) {
            summary.work.heldUntil = m_clock->now() + kLeaseLasts;
            change(summary);
        }
    }
    tellPresence();
}

void FakeServer::tellPresence()
{
    if (m_feed.runs())
        Q_EMIT m_feed.presenceChanged(m_team.now);
}

// --- what the team shares ------------------------------------------------------------------

void FakeServer::tellTeam()
{
    const qint64 seq = m_world.touch();
    if (m_feed.runs())
        Q_EMIT m_feed.teamChanged(seq);
}

void FakeServer::setTeam(const TeamView &team)
{
    m_team.view = team;
    tellTeam();
}

void FakeServer::team(Then<TeamView> then)
{
    answer<TeamView>(FakeCall::Team, then, [this]() -> Answer<TeamView> {
        TeamView view = m_team.view;
        for (Colleague &one : view.colleagues) {
            one.open = 0;
            for (int place = 0; place < std::min(500, m_world.conversationCount()); ++place) {
                const ConversationId id = m_world.idAt(place);
                const WorkState work = m_world.conversation(id).work;
                if (m_world.exists(id) && work.assignee == one.id &&
                    work.status != WorkStatus::Resolved)
                    ++one.open;
            }
        }
        return view;
    });
}

/// Runs `keep` if the agent may change what everybody has, and tells the consoles.
template <typename T>
void FakeServer::changeTeam(const Then<T> &then, bool allowed,
                            std::function<std::optional<T>()> keep)
{
    answer<T>(FakeCall::KeepTeam, then, [=, this]() -> Answer<T> {
        if (!allowed)
            return no<T>(ApiErrorCode::NotPermitted);
        const auto kept = keep();
        if (!kept)
            return no<T>(ApiErrorCode::BadRequest);
        tellTeam();
        return *kept;
    });
}

void FakeServer::keepLabel(const Label &label, Then<Label> then)
{
    changeTeam<Label>(
        then, may(m_agent.roles, Permission::ManageTeam), [=, this]() -> std::optional<Label> {
            auto &labels = m_team.view.labels;
            if (label.name.trimmed().isEmpty() || isTaken(labels, label, &Label::name))
                return std::nullopt;
            return keepIn(labels, label, m_team.nextId);
        });
}

void FakeServer::keepQuickReply(const QuickReply &reply, Then<QuickReply> then)
{
    changeTeam<QuickReply>(
        then, may(m_agent.roles, Permission::ManageTeam), [=, this]() -> std::optional<QuickReply> {
            auto &replies = m_team.view.quickReplies;
            if (reply.text.isEmpty() || isTaken(replies, reply, &QuickReply::shortcut))
                return std::nullopt;
            return keepIn(replies, reply, m_team.nextId);
        });
}

void FakeServer::removeQuickReply(QuickReplyId id, Then<Done> then)
{
    changeTeam<Done>(
        then, may(m_agent.roles, Permission::ManageTeam), [=, this]() -> std::optional<Done> {
            m_team.view.quickReplies.removeIf([id](const QuickReply &one) { return one.id == id; });
            return done();
        });
}

void FakeServer::keepView(const SavedView &view, Then<SavedView> then)
{
    const bool allowed = !view.shared || may(m_agent.roles, Permission::ManageTeam);
    changeTeam<SavedView>(then, allowed, [=, this]() -> std::optional<SavedView> {
        return keepIn(m_team.view.views, view, m_team.nextId);
    });
}

void FakeServer::removeView(SavedViewId id, Then<Done> then)
{
    changeTeam<Done>(then, true, [=, this]() -> std::optional<Done> {
        m_team.view.views.removeIf([id](const SavedView &one) { return one.id == id; });
        return done();
    });
}

void FakeServer::setAssignment(const AssignmentRule &rule, Then<AssignmentRule> then)
{
    changeTeam<AssignmentRule>(then, may(m_agent.roles, Permission::ManageTeam),
                               [=, this]() -> std::optional<AssignmentRule> {
                                   m_team.view.assignment = rule;
                                   return rule;
                               });
}

void FakeServer::companyAllows(AlertContent content)
{
    m_alertContent = content;
    tellTeam();
}

void FakeServer::alertContent(Then<AlertContent> then)
{
    answer<AlertContent>(FakeCall::Team, then,
                         [this]() -> Answer<AlertContent> { return m_alertContent; });
}

void FakeServer::setAlertContent(AlertContent content, Then<AlertContent> then)
{
    changeTeam<AlertContent>(then, may(m_agent.roles, Permission::ManageUsers),
                             [=, this]() -> std::optional<AlertContent> {
                                 m_alertContent = content;
                                 return content;
                             });
}

} // namespace destek::net
