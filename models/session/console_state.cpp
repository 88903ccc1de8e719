#include "models/session/console_state.h"

#include <algorithm>

namespace destek::models
{

ConsoleState::ConsoleState(const ConsolePorts &ports, QObject *parent)
    : QObject(parent), m_ports(ports), m_inbox(ports.conversations, ports.clock),
      m_thread(ports.conversations, ports.clock), m_witness(ports.audit, ports.auditMemory),
      m_courtesies(ports.conversations, ports.clock)
{
    connect(&m_inbox, &InboxModel::loaded, this, &ConsoleState::onLoaded);
    connect(&m_inbox, &InboxModel::customerWrote, this, &ConsoleState::customerWrote);
    connect(&m_inbox, &InboxModel::failed, this, [this](const ApiError &error) {
        if (error.code == ApiErrorCode::NotSignedIn)
            onFeedState(net::FeedState::Ended);
        else
            Q_EMIT loadFailed(error);
    });
    followFeed();
    followOutbox();
}

void ConsoleState::followFeed()
{
    connect(m_ports.feed, &net::Feed::stateChanged, this, &ConsoleState::onFeedState);
    connect(m_ports.feed, &net::Feed::resetRequired, this, &ConsoleState::reload);
    connect(m_ports.feed, &net::Feed::personErased, this,
            [this](const ErasureOrder &order) { onErased(order); });
    connect(m_ports.feed, &net::Feed::beat, this, [this] { m_lastContact = m_ports.clock->now(); });
    connect(m_ports.feed, &net::Feed::messageChanged, this,
            [this](const MessageView &message) { m_thread.apply(message); });
    connect(m_ports.feed, &net::Feed::conversationChanged, this,
            [this](const ConversationSummary &summary) { take(summary); });
}

void ConsoleState::followOutbox()
{
    connect(m_ports.outbox, &net::Outbox::accepted, this, [this](const MessageView &message) {
        m_thread.apply(message);
        Q_EMIT messageAccepted(message.id);
    });
    connect(m_ports.outbox, &net::Outbox::returned, this,
            [this](const net::OutgoingMessage &message, const ApiError &why) {
                m_thread.removeOwn(message.id);
                Q_EMIT messageReturned(message, why);
            });
}

// --- session -------------------------------------------------------------------------------

void ConsoleState::signIn(const net::Pairing &pairing, const QString &userName,
                          const Secret &password, const Secret &totp)
{
    setPhase(ConsolePhase::SigningIn);
    m_ports.session->signIn(
        pairing, userName, password, totp,
        {this, [this, generation = ++m_generation](net::Answer<net::SignedIn> answer) {
             if (generation != m_generation)
                 return; // signed out meanwhile, or tried again
             if (!answer.ok()) {
                 setPhase(ConsolePhase::SignedOut);
                 Q_EMIT signInFailed(answer.error());
                 return;
             }
             onSignedIn(*answer);
         }});
}

void ConsoleState::onSignedIn(const net::SignedIn &signedIn)
{
    m_agent = signedIn.agent;
    m_organisation = signedIn.organisation;
    m_lastContact = m_ports.clock->now();
    m_ports.outbox->resumeFor(m_agent.id);
    if (may(Permission::ReadAudit))
        m_witness.check();
    if (may(Permission::ReadConversations)) {
        reload();
        return;
    }
    setPhase(ConsolePhase::Running); // an administrator has no inbox
}

void ConsoleState::signOut()
{
    ++m_generation;
    if (m_phase == ConsolePhase::Running || m_phase == ConsolePhase::Loading)
        m_ports.session->signOut({this, [](net::Answer<Done>) {}});
    leave(ConsolePhase::SignedOut);
}

/// Stops everything and keeps nothing of customers; what was typed waits for its writer.
void ConsoleState::leave(ConsolePhase phase)
{
    ++m_generation;
    m_ports.outbox->pause();
    setPhase(phase);
    m_ports.feed->stop();
    m_inbox.clear();
    m_thread.clear();
    m_courtesies.clear();
    m_agent = {};
}

void ConsoleState::setPhase(ConsolePhase phase)
{
    if (m_phase == phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged(phase);
}

bool ConsoleState::may(Permission permission) const
{
    return destek::may(m_agent.roles, permission);
}

bool ConsoleState::isActive() const
{
    return m_phase == ConsolePhase::Loading || m_phase == ConsolePhase::Running;
}

bool ConsoleState::isLive() const
{
    return m_phase == ConsolePhase::Running && feedState() == net::FeedState::Live;
}

Duration ConsoleState::age(Instant now) const
{
    if (isLive() || m_lastContact.isNull())
        return Duration::zero();
    return std::max(now - m_lastContact, Duration::zero());
}

// --- keeping true --------------------------------------------------------------------------

void ConsoleState::reload()
{
    setPhase(ConsolePhase::Loading);
    m_ports.feed->stop();
    m_inbox.load();
}

void ConsoleState::onLoaded(qint64 seq)
{
    if (m_phase != ConsolePhase::Loading)
        return;
    m_lastContact = m_ports.clock->now();
    setPhase(ConsolePhase::Running);
    if (m_thread.conversation().isValid())
        openConversation(m_thread.conversation()); // it may have missed something as well
    m_ports.feed->start(seq);
}

void ConsoleState::onFeedState(net::FeedState state)
{
    if (state == net::FeedState::Ended && isActive())
        leave(ConsolePhase::Ended);
    if (state == net::FeedState::Live)
        payReceipts();
    Q_EMIT feedStateChanged(state);
}

void ConsoleState::take(const ConversationSummary &summary)
{
    m_lastContact = m_ports.clock->now();
    const ConversationSummary *known = m_inbox.find(summary.id);
    const bool stale = known && known->revision > summary.revision;
    m_inbox.apply(summary);
    if (!stale)
        Q_EMIT conversationChanged(summary);
}

void ConsoleState::onErased(const ErasureOrder &order)
{
    QList<ConversationId> gone = order.conversations;
    const ConversationId open = m_thread.conversation();
    const ConversationSummary *shown = m_inbox.find(open);
    if (shown && shown->contact == order.contact && !gone.contains(open))
        gone << open;
    if (gone.contains(open))
        m_thread.clear();
    for (ConversationId id : std::as_const(gone)) {
        m_ports.outbox->drop(id);
        m_courtesies.forget(id);
    }
    const int dropped = m_inbox.erase(order);
    Q_EMIT personErased(order.contact, gone);
    m_owedReceipts.insert(order.order, {order, dropped});
    payReceipts();
}

void ConsoleState::payReceipts()
{
    for (const auto &[order, dropped] : std::as_const(m_owedReceipts)) {
        m_ports.subjects->sendReceipt(
            order, dropped, {this, [this, id = order.order](net::Answer<Done> answer) {
                                 if (answer.ok() || answer.error().code == ApiErrorCode::NotFound)
                                     m_owedReceipts.remove(id);
                             }});
    }
}

void ConsoleState::tick(Instant now)
{
    m_inbox.refreshWindows(now);
    if (m_phase == ConsolePhase::Loading && !m_inbox.isLoading())
        m_inbox.load(); // the first try failed
    if (m_phase == ConsolePhase::Running && isLive())
        payReceipts();
    if (isActive() && may(Permission::ReadConversations) && !isLive() && age(now) > kLease)
        leave(ConsolePhase::Lost);
}

// --- conversations -------------------------------------------------------------------------

void ConsoleState::openConversation(ConversationId id)
{
    m_thread.open(id);
    restoreTyped(id);
}

void ConsoleState::openMessage(ConversationId id, net::ThreadCursor place)
{
    m_thread.openAt(id, place);
}

void ConsoleState::closeConversation()
{
    m_thread.clear();
}

void ConsoleState::restoreTyped(ConversationId id)
{
    const QList<net::OutgoingMessage> waiting = m_ports.outbox->pending();
    for (const net::OutgoingMessage &message : waiting) {
        if (message.conversation == id)
            m_thread.addOwn(message, m_agent.displayName);
    }
}

MessageId ConsoleState::send(ConversationId id, const OutboundContent &content,
                             const QString &shownText)
{
    net::OutgoingMessage message;
    message.id = MessageId::create();
    message.conversation = id;
    message.purpose = content.kind == MessageKind::Template ? MessageClass::Information
                                                            : MessageClass::SupportAnswer;
    message.content = content;
    if (!m_ports.outbox->send(message))
        return {};
    m_thread.addOwn(message, m_agent.displayName, shownText);
    return message.id;
}

} // namespace destek::models
