#include "net/fake/fake_server.h"

#include "core/policy/work_policy.h"
#include "core/text/fold.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace destek::net
{

FakeServer::FakeServer(const Clock *clock, WorldSize size, QObject *parent)
    : QObject(parent), m_clock(clock), m_world(clock->now(), size), m_feed(this),
      m_team(fakeTeam(clock->now()))
{
    m_feed.setClock(clock);
    m_agent.id = AgentId(1);
    m_agent.userName = u"deniz"_s;
    m_agent.displayName = u"Deniz Kaya"_s;
    m_agent.roles = {Role::Agent, Role::PrivacyOfficer};
    m_auditState.verified = true;
    connect(&m_feed, &FakeFeed::stateChanged, this, [this](FeedState state) {
        if (state == FeedState::Live)
            tellPresence();
    });
}

Pairing FakeServer::pairing()
{
    Pairing pairing;
    pairing.server = QUrl(u"https://destek.example:7443"_s);
    pairing.organisation = u"Örnek A.Ş."_s;
    pairing.device = DeviceId(1);
    pairing.deviceToken = Secret(QByteArray("device"));
    return pairing;
}

void FakeServer::failNext(FakeCall call, ApiErrorCode code, int times)
{
    failNext(call, ApiError{code, std::nullopt, u"scripted"_s}, times);
}

void FakeServer::failNext(FakeCall call, const ApiError &error, int times)
{
    for (int i = 0; i < times; ++i)
        m_errors[call] << error;
}

void FakeServer::hang(FakeCall call)
{
    m_hung[call] = true;
}

void FakeServer::release(FakeCall call)
{
    m_hung.remove(call);
    const auto held = m_held.values(call); // newest first
    m_held.remove(call);
    for (auto give = held.crbegin(); give != held.crend(); ++give)
        deliver(*give);
}

std::optional<ApiError> FakeServer::scriptedError(FakeCall call)
{
    const auto errors = m_errors.find(call);
    if (errors == m_errors.end() || errors->isEmpty())
        return std::nullopt;
    return errors->takeFirst();
}

void FakeServer::deliver(std::function<void()> give)
{
    if (m_delay.count() > 0)
        QTimer::singleShot(m_delay, this, std::move(give));
    else
        QMetaObject::invokeMethod(this, std::move(give), Qt::QueuedConnection);
}

MessageView FakeServer::customerWrites(ConversationId id, const QString &text, MessageKind kind)
{
    MessageView message;
    message.id = MessageId::create();
    message.conversation = id;
    message.direction = Direction::Inbound;
    message.kind = kind;
    message.text = text;
    message.at = message.receivedAt = m_clock->now();
    ConversationSummary summary = m_world.conversation(id);
    const Colleague *assignee = m_team.colleague(summary.work.assignee);
    summary.work =
        afterCustomerWrote(summary.work, assignee && (assignee->presence == Presence::Online ||
                                                      assignee->presence == Presence::Busy));
    m_world.replace(summary);
    return tell(message);
}

MessageView FakeServer::tell(const MessageView &message)
{
    const ConversationId id = message.conversation;
    const qint64 seq = m_world.append(message);
    const MessageView kept = m_world.message(id, m_world.messageCount(id) - 1);
    if (m_feed.runs()) {
        Q_EMIT m_feed.messageChanged(kept, seq);
        Q_EMIT m_feed.conversationChanged(m_world.conversation(id), seq);
    }
    return kept;
}

void FakeServer::settle(MessageId id, SendState state, int errorCode)
{
    auto message = m_world.find(id);
    if (!message)
        return;
    message->state = state;
    message->errorCode = errorCode;
    if (state == SendState::Withdrawn) { // it never was
        message->absorbed = true;
        message->text.clear();
    }
    const qint64 seq = m_world.replace(*message);
    if (m_feed.runs())
        Q_EMIT m_feed.messageChanged(*message, seq);
    ConversationSummary summary = m_world.conversation(message->conversation);
    summary.lastOwnState = state;
    change(summary);
}

void FakeServer::change(const ConversationSummary &summary)
{
    const qint64 seq = m_world.replace(summary);
    if (m_feed.runs())
        Q_EMIT m_feed.conversationChanged(m_world.conversation(summary.id), seq);
}

ErasureOrder FakeServer::erasePerson(ContactId id)
{
    ErasureOrder order{OrderId(m_nextOrder++), id, {FakeWorld::conversationOf(id)}};
    const qint64 seq = m_world.erase(id);
    if (m_feed.runs())
        Q_EMIT m_feed.personErased(order, seq);
    return order;
}

void FakeServer::pair(const QString &uri, const QString &, Then<Pairing> then)
{
    answer<Pairing>(FakeCall::Pair, then, [uri]() -> Answer<Pairing> {
        if (!uri.startsWith(u"destek://"_s))
            return failure(ApiError{ApiErrorCode::CodeInvalid, std::nullopt, {}});
        return pairing();
    });
}

void FakeServer::setUp(const Pairing &, const Secret &, const QString &userName,
                       const QString &displayName, const Secret &, Then<AgentView> then)
{
    answer<AgentView>(FakeCall::SetUp, then, [=, this]() -> Answer<AgentView> {
        m_agent.userName = userName;
        m_agent.displayName = displayName;
        return m_agent;
    });
}

void FakeServer::signIn(const Pairing &, const QString &userName, const Secret &given,
                        const Secret &totp, Then<SignedIn> then)
{
    answer<SignedIn>(FakeCall::SignIn, then, [=, this]() -> Answer<SignedIn> {
        if (given.reveal() != password().reveal())
            return failure(ApiError{ApiErrorCode::WrongCredentials, std::nullopt, {}});
        if (m_secondFactor && totp.reveal() != "000000")
            return failure(ApiError{ApiErrorCode::SecondFactorNeeded, std::nullopt, {}});
        m_agent.userName = userName;
        m_locked = false;
        return SignedIn{m_agent, pairing().organisation, m_clock->now() + std::chrono::hours(12)};
    });
}

void FakeServer::signOut(Then<Done> then)
{
    answer<Done>(FakeCall::SignOut, then, []() -> Answer<Done> { return done(); });
}

void FakeServer::stepUp(const Secret &given, const Secret &, Then<Instant> then)
{
    answer<Instant>(FakeCall::StepUp, then, [=, this]() -> Answer<Instant> {
        if (given.reveal() != password().reveal())
            return failure(ApiError{ApiErrorCode::WrongCredentials, std::nullopt, {}});
        m_steppedUpUntil = m_clock->now() + std::chrono::minutes(5);
        return m_steppedUpUntil;
    });
}

void FakeServer::inbox(const QString &cursor, int limit, Then<InboxPage> then)
{
    answer<InboxPage>(FakeCall::Inbox, then, [=, this]() -> Answer<InboxPage> {
        return m_world.inbox(cursor.toInt(), limit);
    });
}

namespace
{

/// Like the daemon: every word begins a word of theirs.
QList<SearchHit> peopleNamed(const FakeWorld &world, const QString &typed)
{
    constexpr qsizetype kMostPeople = 20;
    const QStringList wanted = text::words(text::matchFold(typed));
    QList<SearchHit> people;
    for (int place = 0; place < std::min(2000, world.conversationCount()); ++place) {
        const ConversationId id = world.idAt(place);
        if (!world.exists(id) || wanted.isEmpty() || people.size() == kMostPeople)
            continue;
        const ConversationSummary person = world.conversation(id);
        const QStringList theirs =
            text::words(text::matchFold(person.name + u'\n' + person.username));
        const bool fits = std::all_of(wanted.begin(), wanted.end(), [&](const QString &beginning) {
            return std::any_of(theirs.begin(), theirs.end(),
                               [&](const QString &word) { return word.startsWith(beginning); });
        });
        if (fits)
            people << SearchHit{{}, person};
    }
    return people;
}

template <typename T>
Answer<T> notFound()
{
    return failure(ApiError{ApiErrorCode::NotFound, std::nullopt, {}});
}

} // namespace

void FakeServer::conversation(ConversationId id, Then<ConversationSummary> then)
{
    answer<ConversationSummary>(FakeCall::Conversation, then,
                                [=, this]() -> Answer<ConversationSummary> {
                                    if (!m_world.exists(id))
                                        return notFound<ConversationSummary>();
                                    return m_world.conversation(id);
                                });
}

void FakeServer::newest(ConversationId id, int limit, Then<ThreadPage> then)
{
    answer<ThreadPage>(FakeCall::Thread, then, [=, this]() -> Answer<ThreadPage> {
        if (!m_world.exists(id))
            return notFound<ThreadPage>();
        const int count = m_world.messageCount(id);
        return m_world.page(id, count - limit, count);
    });
}

void FakeServer::before(ConversationId id, ThreadCursor place, int limit, Then<ThreadPage> then)
{
    answer<ThreadPage>(FakeCall::Thread, then, [=, this]() -> Answer<ThreadPage> {
        if (!m_world.exists(id))
            return notFound<ThreadPage>();
        const int end = m_world.indexOf(id, place);
        return m_world.page(id, end - limit, end);
    });
}

void FakeServer::after(ConversationId id, ThreadCursor place, int limit, Then<ThreadPage> then)
{
    answer<ThreadPage>(FakeCall::Thread, then, [=, this]() -> Answer<ThreadPage> {
        if (!m_world.exists(id))
            return notFound<ThreadPage>();
        const int from = m_world.indexOf(id, {place.at, place.order + 1});
        return m_world.page(id, from, from + limit);
    });
}

MessageView FakeServer::accept(const OutgoingMessage &outgoing)
{
    if (const auto known = m_world.find(outgoing.id))
        return *known; // the same id again: already have it
    m_sent << outgoing;
    MessageView message;
    message.id = outgoing.id;
    message.conversation = outgoing.conversation;
    message.direction = Direction::Outbound;
    message.kind = outgoing.content.kind;
    message.state = SendState::Queued;
    message.purpose = outgoing.purpose;
    message.text = outgoing.content.text;
    message.templateName = outgoing.content.templateName;
    message.author = m_agent.displayName;
    message.at = message.receivedAt = m_clock->now();
    if (outgoing.hold.count() > 0)
        message.goesAt = message.at + outgoing.hold;
    ConversationSummary summary = m_world.conversation(message.conversation);
    summary.work = afterAnswer(summary.work, m_agent.id, message.at);
    m_world.replace(summary);
    message = tell(message);
    if (m_sendsAdvance && !message.goesAt)
        advance(message.id, SendState::Accepted);
    return message;
}

void FakeServer::advance(MessageId id, SendState state)
{
    deliver([=, this] {
        settle(id, state);
        if (state < SendState::Read)
            advance(id, SendState(quint8(state) + 1));
    });
}

void FakeServer::send(const OutgoingMessage &message, Then<MessageView> then)
{
    answer<MessageView>(FakeCall::Send, then, [=, this]() -> Answer<MessageView> {
        if (!m_world.exists(message.conversation))
            return notFound<MessageView>();
        const ConversationSummary summary = m_world.conversation(message.conversation);
        if (isHeldByOther(summary.work, m_agent.id, m_clock->now()) && !m_world.find(message.id))
            return failure(ApiError{ApiErrorCode::Refused, SendRefusal::HeldByColleague, {}});
        const SendAllowance &allowed = summary.allowance;
        const bool isTemplate = message.content.kind == MessageKind::Template;
        const auto refusal = isTemplate ? allowed.templates : allowed.freeText;
        if (refusal)
            return failure(ApiError{ApiErrorCode::Refused, refusal, {}});
        return accept(message);
    });
}

void FakeServer::templates(Then<QList<TemplateView>> then)
{
    answer<QList<TemplateView>>(FakeCall::Templates, then,
                                [this]() -> Answer<QList<TemplateView>> { return m_templates; });
}

void FakeServer::search(const QString &words, const SearchFilter &filter, int limit,
                        Then<QList<SearchHit>> then)
{
    const auto fits = [filter](const MessageView &message) {
        using W = SearchFilter::Whose;
        return (!filter.conversation.isValid() || message.conversation == filter.conversation) &&
               (filter.whose != W::Customer || message.direction == Direction::Inbound) &&
               (filter.whose != W::Us || message.direction == Direction::Outbound) &&
               (!filter.since || message.at >= *filter.since) &&
               (!filter.until || message.at < *filter.until) &&
               (!filter.filesOnly || message.content.media);
    };
    answer<QList<SearchHit>>(FakeCall::Search, then, [=, this]() -> Answer<QList<SearchHit>> {
        QList<SearchHit> people =
            filter == SearchFilter() ? peopleNamed(m_world, words) : QList<SearchHit>();
        QList<SearchHit> hits;
        for (int place = 0; place < std::min(200, m_world.conversationCount()); ++place) {
            const ConversationId id = m_world.idAt(place);
            const int newest = filter.conversation.isValid() ? m_world.messageCount(id) : 20;
            for (int i = std::max(0, m_world.messageCount(id) - newest);
                 m_world.exists(id) && i < m_world.messageCount(id); ++i) {
                const MessageView message = m_world.message(id, i);
                if (fits(message) && message.text.contains(words, Qt::CaseInsensitive))
                    hits << SearchHit{message, m_world.conversation(id)};
            }
        }
        std::stable_sort(hits.begin(), hits.end(), [](const SearchHit &a, const SearchHit &b) {
            return b.message.at < a.message.at;
        });
        return people + hits.first(std::min<qsizetype>(hits.size(), limit));
    });
}

void FakeServer::health(Then<ChannelHealth> then)
{
    answer<ChannelHealth>(FakeCall::Health, then, [this]() -> Answer<ChannelHealth> {
        const Instant now = m_clock->now();
        const bool stopped = m_channel.sendingStopped;
        return ChannelHealth{now,
                             !stopped,
                             now - std::chrono::seconds(20),
                             now - std::chrono::seconds(35),
                             m_channel.queued,
                             stopped,
                             m_channel.restricted};
    });
}

} // namespace destek::net
