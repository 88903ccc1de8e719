#include "models/outgoing/offline_queue.h"

#include "models/format/words.h"

#include <algorithm>

namespace destek::models
{

namespace
{

constexpr int kPage = 200;
constexpr qsizetype kMostRead = 1000;
/// Times of WhatsApp are whole seconds, and webhooks come late: read a little further back.
constexpr Duration kMargin = std::chrono::minutes(10);

std::optional<SendRefusal> refusalOf(const net::QueuedMessage &queued,
                                     const ConversationSummary &summary, Instant now)
{
    const bool isTemplate = queued.message.content.kind == MessageKind::Template;
    if (summary.standby)
        return SendRefusal::Standby;
    const auto refusal = isTemplate ? summary.allowance.templates : summary.allowance.freeText;
    if (refusal)
        return refusal;
    if (!isTemplate && summary.windowClosesAt && *summary.windowClosesAt <= now)
        return SendRefusal::WindowClosed;
    return std::nullopt;
}

} // namespace

OfflineQueue::OfflineQueue(net::Outbox *outbox, net::ConversationApi *conversations,
                           const Clock *clock, QObject *parent)
    : QObject(parent), m_outbox(outbox), m_conversations(conversations), m_clock(clock)
{
    connect(outbox, &net::Outbox::changed, this, &OfflineQueue::onOutbox);
}

void OfflineQueue::check(AgentId me, bool mayShow)
{
    m_me = me;
    m_mayShow = mayShow;
    const QList<net::QueuedMessage> all = m_outbox->queued();
    for (const net::QueuedMessage &queued : all) {
        // What cannot go now may be able to later: looked at again.
        const bool shown =
            std::any_of(m_questions.cbegin(), m_questions.cend(), [&](const QueueQuestion &one) {
                return one.queued.message.id == queued.message.id && one.mayGo();
            });
        if (queued.kept && !shown)
            ask(queued.message.conversation);
    }
}

void OfflineQueue::clear()
{
    ++m_generation;
    m_asked.clear();
    if (m_questions.isEmpty())
        return;
    m_questions.clear();
    Q_EMIT changed();
}

void OfflineQueue::ask(ConversationId id)
{
    if (m_asked.contains(id))
        return;
    m_asked.insert(id);
    m_conversations->conversation(
        id, {this,
             [this, id, generation = m_generation](const net::Answer<ConversationSummary> &answer) {
                 if (generation != m_generation)
                     return;
                 if (!answer.ok()) {
                     m_asked.remove(id);
                     if (answer.error().code == ApiErrorCode::NotFound)
                         m_outbox->drop(id); // erased meanwhile
                     return;                 // else: looked at again when the connection is back
                 }
                 Instant from = m_clock->now();
                 for (const net::QueuedMessage &queued : m_outbox->queued()) {
                     if (queued.kept && queued.message.conversation == id)
                         from = std::min(from, queued.knownUntil);
                 }
                 Look look;
                 look.summary = *answer;
                 readOn(id, look, {from - kMargin, 0});
             }});
}

void OfflineQueue::readOn(ConversationId id, const Look &look, net::ThreadCursor from)
{
    m_conversations->after(
        id, from, kPage,
        {this, [this, id, look, generation = m_generation](const net::Answer<ThreadPage> &answer) {
             if (generation != m_generation)
                 return;
             if (!answer.ok()) {
                 m_asked.remove(id);
                 return;
             }
             Look more = look;
             more.since << answer->messages;
             if (answer->hasNewer && !answer->messages.isEmpty() && more.since.size() < kMostRead)
                 return readOn(id, more,
                               {answer->messages.last().at, answer->messages.last().order});
             m_asked.remove(id);
             judge(id, more);
         }});
}

void OfflineQueue::judge(ConversationId id, const Look &look)
{
    const QList<net::QueuedMessage> all = m_outbox->queued();
    QList<MessageId> free;
    m_questions.removeIf(
        [&](const QueueQuestion &one) { return one.queued.message.conversation == id; });
    for (const net::QueuedMessage &queued : all) {
        if (!queued.kept || queued.message.conversation != id)
            continue;
        const auto question = questionFor(queued, look);
        if (!question)
            free << queued.message.id;
        else if (m_mayShow)
            m_questions << *question;
    }
    for (const MessageId &message : std::as_const(free)) {
        m_released.insert(message);
        m_outbox->release(message);
    }
    Q_EMIT changed();
}

std::optional<QueueQuestion> OfflineQueue::questionFor(const net::QueuedMessage &queued,
                                                       const Look &look) const
{
    const bool there =
        std::any_of(look.since.cbegin(), look.since.cend(),
                    [&](const MessageView &message) { return message.id == queued.message.id; });
    if (there)
        return std::nullopt; // the daemon has it: the same id settles it
    const Instant now = m_clock->now();
    QueueQuestion question;
    question.queued = queued;
    question.person = words::personWords(look.summary);
    question.refusal = refusalOf(queued, look.summary, now);
    if (question.refusal) {
        question.change = WorldChange::Refused;
        return question;
    }
    if (isHeldByOther(look.summary.work, m_me, now)) {
        question.change = WorldChange::Held;
        question.holder = look.summary.work.holder;
        return question;
    }
    if (queued.message.content.kind == MessageKind::Reaction)
        return std::nullopt; // a thumb stays true
    const MessageView *wrote = nullptr;
    const MessageView *answered = nullptr;
    for (const MessageView &message : look.since) {
        // What we wrote has no time of receipt, and WhatsApp's clock is not ours.
        const Instant heard = std::max(message.at, message.receivedAt);
        if (heard <= queued.knownUntil || message.absorbed || m_released.contains(message.id))
            continue;
        if (message.direction == Direction::Outbound)
            answered = &message;
        else if (message.direction == Direction::Inbound)
            wrote = &message;
    }
    // What WhatsApp delivered late stands further up than was read; the daemon counted it.
    const bool late = queued.heard >= 0 && look.summary.work.heard > queued.heard;
    if (!answered && !wrote && !late)
        return std::nullopt;
    question.change = answered ? WorldChange::Answered : WorldChange::Wrote;
    question.author = answered ? answered->author : QString();
    question.at = answered ? answered->at : wrote ? wrote->at : look.summary.lastAt;
    if (const MessageView *newest = answered ? answered : wrote)
        question.said = words::bubbleText(*newest);
    return question;
}

// --- the writer's word ---------------------------------------------------------------------

void OfflineQueue::send(const MessageId &id)
{
    m_released.insert(id);
    m_outbox->release(id);
    forget(id);
}

void OfflineQueue::discard(const MessageId &id)
{
    if (!m_outbox->takeOut(id))
        return;
    forget(id);
    Q_EMIT discarded(id);
}

void OfflineQueue::edit(const MessageId &id)
{
    const auto taken = m_outbox->takeOut(id);
    if (!taken)
        return;
    forget(id);
    Q_EMIT takenBack(taken->message);
}

void OfflineQueue::forget(const MessageId &id)
{
    m_questions.removeIf([&](const QueueQuestion &one) { return one.queued.message.id == id; });
    Q_EMIT changed();
}

/// What is no longer kept (gone with its person, acknowledged after all) is asked no more.
void OfflineQueue::onOutbox()
{
    QSet<MessageId> kept;
    for (const net::QueuedMessage &queued : m_outbox->queued()) {
        if (queued.kept)
            kept.insert(queued.message.id);
    }
    m_questions.removeIf(
        [&](const QueueQuestion &one) { return !kept.contains(one.queued.message.id); });
    Q_EMIT changed();
}

} // namespace destek::models
