#include "models/outgoing/held_sends.h"

#include "core/policy/own_limits.h"
#include "models/wipe.h"

#include <algorithm>

namespace destek::models
{

HeldSends::HeldSends(net::WorkApi *api, const Clock *clock, QObject *parent)
    : QObject(parent), m_api(api), m_clock(clock)
{
}

void HeldSends::setHold(Duration hold)
{
    m_hold = std::clamp(hold, Duration(0), kHoldAtMost);
}

Duration HeldSends::holdFor(const OutboundContent &content) const
{
    const bool atOnce = content.kind == MessageKind::Reaction || content.upload.isValid();
    return atOnce ? Duration(0) : m_hold;
}

void HeldSends::sent(const net::OutgoingMessage &message)
{
    if (message.hold.count() <= 0)
        return;
    Held held;
    held.message = message;
    m_held.insert(message.id, held);
    m_order << message.id;
}

void HeldSends::accepted(MessageId id)
{
    const auto found = m_held.find(id);
    if (found == m_held.end() || !found->until.isNull())
        return;
    found->until = m_clock->now() + found->message.hold;
    Q_EMIT heldChanged(id);
}

void HeldSends::heard(const MessageView &message)
{
    if (message.state != SendState::Queued)
        end(message.id);
}

void HeldSends::drop(MessageId id)
{
    end(id);
}

void HeldSends::end(MessageId id)
{
    const auto found = m_held.find(id);
    if (found == m_held.end())
        return;
    wipe(found->message.content.text);
    m_held.erase(found);
    m_order.removeOne(id);
    Q_EMIT heldChanged(id);
}

void HeldSends::forget(ConversationId id)
{
    const QList<MessageId> ids = m_order;
    for (const MessageId &one : ids) {
        if (m_held.value(one).message.conversation == id)
            end(one);
    }
}

void HeldSends::clear()
{
    ++m_generation;
    const QList<MessageId> ids = m_order;
    for (const MessageId &id : ids)
        end(id);
}

void HeldSends::tick()
{
    const QList<MessageId> ids = m_order;
    for (const MessageId &id : ids) {
        const auto found = m_held.constFind(id);
        // What is being taken back stays until the daemon has answered.
        if (found != m_held.constEnd() && !found->until.isNull() && !found->asked &&
            found->until <= m_clock->now())
            end(id);
    }
}

Duration HeldSends::left(MessageId id) const
{
    const auto found = m_held.constFind(id);
    if (found == m_held.constEnd() || found->until.isNull() || found->asked)
        return Duration(0);
    return std::max(found->until - m_clock->now(), Duration(0));
}

double HeldSends::share(MessageId id) const
{
    const auto found = m_held.constFind(id);
    if (found == m_held.constEnd() || found->message.hold.count() <= 0)
        return 0;
    return std::clamp(double(left(id).count()) / double(found->message.hold.count()), 0.0, 1.0);
}

bool HeldSends::isAnyHeld() const
{
    return std::any_of(m_held.begin(), m_held.end(),
                       [](const Held &held) { return !held.until.isNull(); });
}

MessageId HeldSends::newest(ConversationId id) const
{
    for (auto at = m_order.crbegin(); at != m_order.crend(); ++at) {
        if (m_held.value(*at).message.conversation == id && left(*at).count() > 0)
            return *at;
    }
    return {};
}

void HeldSends::takeBack(MessageId id)
{
    const auto found = m_held.find(id);
    if (found == m_held.end() || found->until.isNull() || found->asked)
        return;
    found->asked = true;
    Q_EMIT heldChanged(id);
    m_api->withdraw(id, {this, [this, id, message = found->message,
                                generation = m_generation](const net::Answer<MessageView> &answer) {
                             if (generation != m_generation)
                                 return;
                             end(id);
                             if (answer.ok())
                                 Q_EMIT takenBack(message, *answer);
                             else
                                 Q_EMIT tooLate(message.conversation, answer.error());
                         }});
}

} // namespace destek::models
