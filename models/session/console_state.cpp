#include "models/session/console_state.h"

#include "models/outgoing/offline_queue.h"

#include <algorithm>

namespace destek::models
{

ConsoleState::ConsoleState(const ConsolePorts &ports, QObject *parent)
    : QObject(parent), m_ports(ports), m_inbox(ports.conversations, ports.clock),
      m_thread(ports.conversations, ports.clock), m_witness(ports.audit, ports.auditMemory),
      m_courtesies(ports.conversations, ports.clock), m_team(ports.team), m_own(ports.own),
      m_sharing(ports.work), m_attending(ports.own, ports.clock, ports.later),
      m_drafts(ports.own, &m_own, ports.clock, ports.later), m_notes(ports.work),
      m_held(ports.work, ports.clock),
      m_queue(std::make_unique<OfflineQueue>(ports.outbox, ports.conversations, ports.clock))
{
    m_drafts.setShelf(ports.draftShelf);
    connect(&m_inbox, &InboxModel::loaded, this, &ConsoleState::onLoaded);
    connect(&m_inbox, &InboxModel::customerWrote, this, &ConsoleState::customerWrote);
    connect(&m_inbox, &InboxModel::cameToMe, this, &ConsoleState::cameToMe);
    connect(&m_inbox, &InboxModel::failed, this, [this](const ApiError &error) {
        if (error.code == ApiErrorCode::NotSignedIn)
            onFeedState(net::FeedState::Ended);
        else
            Q_EMIT loadFailed(error);
    });
    followFeed();
    followOutbox();
    followTeam();
}

ConsoleState::~ConsoleState() = default;

void ConsoleState::followFeed()
{
    connect(m_ports.feed, &net::Feed::stateChanged, this, &ConsoleState::onFeedState);
    connect(m_ports.feed, &net::Feed::resetRequired, this, &ConsoleState::reload);
    connect(m_ports.feed, &net::Feed::personErased, this,
            [this](const ErasureOrder &order) { onErased(order); });
    connect(m_ports.feed, &net::Feed::beat, this, [this] { m_lastContact = m_ports.clock->now(); });
    connect(m_ports.feed, &net::Feed::messageChanged, this, [this](const MessageView &message) {
        m_held.heard(message);
        m_thread.apply(message);
    });
    connect(m_ports.feed, &net::Feed::conversationChanged, this,
            [this](const ConversationSummary &summary) { take(summary); });
}

void ConsoleState::followTeam()
{
    m_inbox.consult(&m_team, &m_own);
    connect(&m_sharing, &Sharing::stands, this,
            [this](const ConversationSummary &summary) { take(summary); });
    connect(m_ports.feed, &net::Feed::presenceChanged, this, [this](const PresenceNow &now) {
        m_team.apply(now);
        if (m_phase != ConsolePhase::Locked) // a locked screen is shown as away
            m_away = m_team.presenceOf(m_agent.id) == Presence::Away;
        m_inbox.applyNow(); // a claim that was just heard is renewed by what is said here
        // A renewed lease travels with who looks where, not with the conversation.
        for (const Attendance &one : now.attending) {
            const ConversationSummary *known = m_inbox.find(one.conversation);
            if (!known || !one.heldUntil || known->work.holder != one.agent ||
                known->work.heldUntil >= *one.heldUntil)
                continue;
            ConversationSummary renewed = *known;
            renewed.work.heldUntil = *one.heldUntil;
            take(renewed);
        }
    });
    connect(m_ports.feed, &net::Feed::draftsChanged, this, [this](const DraftsNow &now) {
        if (isActive())
            m_drafts.heard(now);
    });
    connect(&m_notes, &Notes::kept, this,
            [this](const MessageView &note) { m_thread.apply(note); });
    connect(m_ports.feed, &net::Feed::teamChanged, this, [this] { m_team.load(m_agent.id); });
    connect(m_ports.feed, &net::Feed::messageChanged, this, [this](const MessageView &message) {
        if (message.kind != MessageKind::Note || !message.mentions.contains(m_agent.id) ||
            message.author == m_agent.displayName) // one's own
            return;
        m_own.noteMention(message.conversation);
        Q_EMIT mentioned(message);
    });
}

void ConsoleState::followOutbox()
{
    connect(&m_held, &HeldSends::takenBack, this,
            [this](const net::OutgoingMessage &, const MessageView &view) {
                MessageView gone = view;
                gone.absorbed = true; // it never was
                m_thread.apply(gone);
            });
    connect(m_ports.outbox, &net::Outbox::accepted, this, [this](const MessageView &message) {
        m_thread.apply(message);
        m_held.accepted(message.id);
        m_held.heard(message);
        Q_EMIT messageAccepted(message.id);
    });
    connect(m_ports.outbox, &net::Outbox::returned, this,
            [this](const net::OutgoingMessage &message, const ApiError &why) {
                m_thread.removeOwn(message.id);
                m_held.drop(message.id);
                Q_EMIT messageReturned(message, why);
            });
    connect(m_queue.get(), &OfflineQueue::discarded, this, [this](const MessageId &id) {
        m_thread.removeOwn(id);
        m_held.drop(id);
    });
    connect(m_queue.get(), &OfflineQueue::takenBack, this,
            [this](const net::OutgoingMessage &message) {
                m_thread.removeOwn(message.id);
                m_held.drop(message.id);
                Q_EMIT messageTakenBack(message);
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
    m_toldLock = false; // a new session
    m_lastContact = m_ports.clock->now();
    m_ports.outbox->resumeFor(m_agent.id);
    m_drafts.setOwner(m_agent.id, may(Permission::ShareWork));
    if (may(Permission::ReadAudit))
        m_witness.check();
    if (may(Permission::ReadConversations)) {
        reload();
        return;
    }
    m_team.load(m_agent.id);
    setPhase(ConsolePhase::Running); // an administrator has no inbox
}

void ConsoleState::signOut()
{
    ++m_generation;
    m_drafts.keepAllNow();
    if (isActive() || m_phase == ConsolePhase::Locked)
        m_ports.session->signOut({this, [](net::Answer<Done>) {}});
    leave(ConsolePhase::SignedOut);
}

/// Stops everything and keeps nothing of customers; what was typed waits for its writer.
void ConsoleState::leave(ConsolePhase phase)
{
    ++m_generation;
    m_feedOwed = false;
    m_ports.outbox->pause();
    // Sealed for whoever wrote it, before anybody says what waits here.
    const bool sealed = phase != ConsolePhase::SignedOut && m_drafts.hold();
    setPhase(phase);
    m_ports.feed->stop();
    forgetCustomers();
    m_team.clear();
    m_stood.clear();
    m_away = false;
    m_toldLock.reset();
    if (phase != ConsolePhase::Ended || sealed) // else it waits here for its writer
        m_drafts.clear();
    m_notes.clear();
    m_held.clear();
    m_agent = {};
}

void ConsoleState::forgetCustomers()
{
    m_queue->clear();
    m_inbox.clear();
    m_thread.clear();
    m_courtesies.clear();
    m_own.clear();
    m_sharing.clear();
    m_attending.clear();
}

void ConsoleState::lock()
{
    if (!isActive())
        return;
    m_feedOwed = m_phase == ConsolePhase::Loading && may(Permission::ReadConversations);
    m_inbox.applyNow(); // whoever wrote in this very moment is heard of
    m_stood.clear();
    m_inbox.each([this](const ConversationSummary &one) {
        if (one.work.status != WorkStatus::Resolved)
            m_stood.insert(one.id, stoodOf(one));
    });
    m_drafts.keepAllNow();
    setPhase(ConsolePhase::Locked);
    forgetCustomers();
    m_team.conceal(); // who is here decides whom an alert is for
    tellLock();
    if (m_feedOwed)
        m_inbox.load(); // only for the number to follow the feed from
}

void ConsoleState::unlock(const Secret &password, const Secret &totp)
{
    if (m_phase != ConsolePhase::Locked)
        return;
    m_ports.session->stepUp(
        password, totp, {this, [this, generation = ++m_generation](net::Answer<Instant> answer) {
                             if (generation != m_generation || m_phase != ConsolePhase::Locked)
                                 return;
                             if (!answer.ok() && answer.error().code == ApiErrorCode::NotSignedIn)
                                 return leave(ConsolePhase::Ended);
                             if (!answer.ok())
                                 return Q_EMIT unlockFailed(answer.error());
                             m_lastContact = m_ports.clock->now();
                             m_feedOwed = false;
                             m_stood.clear();
                             setPhase(ConsolePhase::Loading);
                             tellLock();
                             if (may(Permission::ReadConversations))
                                 reload();
                             else
                                 setPhase(ConsolePhase::Running);
                         }});
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

bool ConsoleState::concerns(const ConversationSummary &summary) const
{
    if (summary.standby || !may(Permission::SendMessages))
        return false;
    const AgentId whose = summary.work.assignee;
    if (whose.isValid() && whose == m_agent.id)
        return true;
    return !m_away && (!whose.isValid() || m_team.isGone(whose));
}

/// Nobody sits here: the daemon must not give new conversations to this agent meanwhile. Said
/// again until it is known, and after a cut while locked: the daemon may have been started anew.
void ConsoleState::tellLock()
{
    const bool locked = m_phase == ConsolePhase::Locked;
    if (!may(Permission::ReadConversations) || m_toldLock == locked)
        return;
    m_toldLock = locked;
    m_ports.own->setLocked(
        locked, {this, [this, locked, generation = m_generation](const net::Answer<Done> &answer) {
                     if (!answer.ok() && generation == m_generation && m_toldLock == locked)
                         m_toldLock.reset();
                 }});
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
    if (m_phase == ConsolePhase::Locked)
        m_feedOwed = true;
    else
        setPhase(ConsolePhase::Loading);
    m_ports.feed->stop();
    m_thread.mayHaveMissed();
    m_inbox.setMe(m_agent.id);
    m_inbox.load();
    m_team.load(m_agent.id);
    m_own.load();
}

void ConsoleState::onLoaded(qint64 seq)
{
    if (m_phase == ConsolePhase::Locked) {
        m_inbox.clear();
        if (std::exchange(m_feedOwed, false))
            m_ports.feed->start(seq);
        return;
    }
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
    if (state == net::FeedState::Ended && (isActive() || m_phase == ConsolePhase::Locked)) {
        m_endedBy = m_ports.feed->endedBy();
        leave(ConsolePhase::Ended);
    }
    if (state == net::FeedState::Offline && m_phase == ConsolePhase::Locked)
        m_toldLock.reset();
    if (state == net::FeedState::CatchingUp || state == net::FeedState::Live)
        tellLock();
    if (state == net::FeedState::Live) {
        payReceipts();
        m_drafts.goOn();
        m_drafts.keepAllNow(); // first of all what was left on the shelf
        if (m_phase == ConsolePhase::Running)
            m_thread.retry(); // asked for while nobody answered
        if (std::exchange(m_wasCut, false) && m_phase == ConsolePhase::Running) {
            m_own.load(); // what one's other consoles kept meanwhile is not in the numbered feed
            m_drafts.mayHaveMissed();
        }
        m_ports.outbox->goOn();
        checkQueue();
    } else {
        m_wasCut = m_wasCut || state == net::FeedState::Offline;
        m_ports.outbox->hold(); // nobody can know what happens meanwhile
        if (state != net::FeedState::Stopped)
            m_drafts.hold();
    }
    Q_EMIT feedStateChanged(state);
}

/// Catching up comes first: what was erased meanwhile is gone from the outbox before.
void ConsoleState::checkQueue()
{
    const bool locked = m_phase == ConsolePhase::Locked;
    if (feedState() == net::FeedState::Live && (locked || m_phase == ConsolePhase::Running))
        m_queue->check(m_agent.id, !locked);
}

void ConsoleState::take(const ConversationSummary &summary)
{
    m_lastContact = m_ports.clock->now();
    if (m_phase == ConsolePhase::Locked)
        return takeWhileLocked(summary);
    const ConversationSummary *known = m_inbox.find(summary.id);
    if (known && known->revision > summary.revision)
        return;
    ConversationSummary fresh = summary;
    // A lease renewed by looking is known here before it travels with the conversation.
    if (known && known->work.holder == summary.work.holder)
        fresh.work.heldUntil = std::max(summary.work.heldUntil, known->work.heldUntil);
    m_inbox.apply(fresh);
    Q_EMIT conversationChanged(fresh);
}

void ConsoleState::takeWhileLocked(const ConversationSummary &summary)
{
    const auto before = m_stood.constFind(summary.id);
    const InboxNews news = newsOf(summary, before == m_stood.cend() ? nullptr : &*before,
                                  m_agent.id, m_ports.clock->now());
    if (summary.work.status == WorkStatus::Resolved)
        m_stood.remove(summary.id);
    else
        m_stood.insert(summary.id, stoodOf(summary));
    Q_EMIT changedWhileLocked(summary, news);
    if (news == InboxNews::Wrote && concerns(summary))
        Q_EMIT customerWroteWhileLocked();
}

void ConsoleState::onErased(const ErasureOrder &order)
{
    QList<ConversationId> gone = order.conversations;
    const ConversationId open = m_thread.conversation();
    const ConversationSummary *shown = m_inbox.find(open);
    if (shown && shown->contact == order.contact && !gone.contains(open))
        gone << open;
    for (ConversationId id : std::as_const(gone)) {
        m_thread.forget(id);
        m_ports.outbox->drop(id);
        m_courtesies.forget(id);
        m_stood.remove(id);
        m_own.forget(id);
        m_drafts.forget(id);
        m_notes.forget(id);
        m_held.forget(id);
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
    if (feedState() == net::FeedState::Live && (m_phase == ConsolePhase::Locked || isActive()))
        tellLock(); // what failed before
    if (isLive()) {
        m_attending.tick();
        m_drafts.keepAllNow(); // what failed before
    }
    if (m_phase == ConsolePhase::Loading && !m_inbox.isLoading())
        m_inbox.load(); // the first try failed
    if (m_feedOwed && !m_inbox.isLoading())
        m_inbox.load();
    if (m_phase == ConsolePhase::Running && isLive() && !m_inbox.isLoaded() && !m_inbox.isLoading())
        m_inbox.fetchMore({}); // a later page of what is open failed
    if (m_phase == ConsolePhase::Running && isLive())
        payReceipts();
    checkQueue();
    if ((isActive() || m_phase == ConsolePhase::Locked) && may(Permission::ReadConversations) &&
        !isLive() && age(now) > kLease)
        leave(ConsolePhase::Lost);
}

// --- conversations -------------------------------------------------------------------------

void ConsoleState::openConversation(ConversationId id)
{
    const ConversationSummary *summary = m_inbox.find(id);
    m_thread.open(id, summary ? m_own.unread(*summary, m_agent.id) : 0);
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
    const QList<net::QueuedMessage> waiting = m_ports.outbox->queued();
    for (const net::QueuedMessage &queued : waiting) {
        if (queued.message.conversation == id)
            m_thread.addOwn(queued.message, m_agent.displayName, queued.shownText);
    }
}

Instant ConsoleState::knownUntil(ConversationId id) const
{
    Instant known = m_ports.feed->syncedAt();
    if (m_thread.conversation() != id)
        return known;
    for (int row = 0; row < m_thread.rowCount(); ++row) {
        const MessageView &message = m_thread.at(row);
        if (!m_thread.isUnacknowledged(message.id))
            known = std::max({known, message.at, message.receivedAt});
    }
    return known;
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
    message.hold = m_held.holdFor(content);
    net::QueuedMessage queued;
    queued.message = message;
    queued.writtenAt = m_ports.clock->now();
    queued.knownUntil = knownUntil(id);
    if (const ConversationSummary *summary = m_inbox.find(id))
        queued.heard = summary->work.heard;
    queued.shownText = shownText;
    if (!m_ports.outbox->send(queued))
        return {};
    m_held.sent(message);
    m_thread.addOwn(message, m_agent.displayName, shownText);
    return message.id;
}

} // namespace destek::models
