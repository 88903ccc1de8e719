#include "daemon/service/message_now.h"

#include "daemon/service/sending_history.h"

#include <algorithm>

namespace destek::daemon
{

namespace
{

bool isLink(MessageKind kind)
{
    return kind == MessageKind::Reaction || kind == MessageKind::Edit ||
           kind == MessageKind::Revoke;
}

/// What we sent counts unless it is known not to have arrived.
bool counts(const MessageRecord &record)
{
    return record.state != SendState::Failed && record.state != SendState::Refused &&
           record.state != SendState::Abandoned && record.state != SendState::Withdrawn;
}

void addReaction(QList<ReactionView> &reactions, const MessageRecord &record)
{
    const bool ours = record.direction == Direction::Outbound;
    reactions.removeIf([&](const ReactionView &other) { return other.fromUs == ours; });
    // An empty one takes the earlier one back.
    if (!record.text.isEmpty())
        reactions << ReactionView{record.text, ours, ours ? record.authorName : QString(),
                                  record.at};
}

} // namespace

Stored<MessageNow> messageNow(const Tx &tx, const MessageRecord &record)
{
    MessageNow now;
    if (isLink(record.kind)) {
        const auto target = tx.messages().linkTarget(record.id);
        if (!target)
            return failure(target.error());
        now.absorbed = target->has_value();
        if (record.kind != MessageKind::Edit || now.absorbed)
            return now;
        // All we have of a message that never reached us: it can be taken back too.
        const auto alike = tx.messages().linkedAlike(record.id);
        if (!alike)
            return failure(alike.error());
        for (const MessageRecord &other : *alike) {
            if (other.kind == MessageKind::Revoke)
                now.revokedAt = std::min(now.revokedAt.value_or(other.at), other.at);
        }
        return now;
    }
    const auto linked = tx.messages().linkedTo(record.id);
    if (!linked)
        return failure(linked.error());
    for (const MessageRecord &link : *linked) {
        if (link.kind == MessageKind::Edit)
            now.edit = link;
        else if (link.kind == MessageKind::Revoke)
            now.revokedAt = std::min(now.revokedAt.value_or(link.at), link.at);
        else if (counts(link))
            addReaction(now.reactions, link);
    }
    return now;
}

Stored<bool> isRevoked(const Tx &tx, MessageId id)
{
    for (const auto &links : {tx.messages().linkedTo(id), tx.messages().linkedAlike(id)}) {
        if (!links)
            return failure(links.error());
        for (const MessageRecord &link : *links) {
            if (link.kind == MessageKind::Revoke)
                return true;
        }
    }
    return false;
}

Stored<MessageHistory> historyOf(const Tx &tx, const MessageRecord &record)
{
    MessageHistory history;
    history.versions << MessageHistory::Version{record.at, record.text, false};
    const auto linked = tx.messages().linkedTo(record.id);
    if (!linked)
        return failure(linked.error());
    for (const MessageRecord &link : *linked) {
        if (link.kind == MessageKind::Edit)
            history.versions << MessageHistory::Version{link.at, link.text, false};
        else if (link.kind == MessageKind::Revoke)
            history.versions << MessageHistory::Version{link.at, {}, true};
    }
    const auto steps = sendingSteps(tx, record.id);
    if (!steps)
        return failure(steps.error());
    history.steps = *steps;
    return history;
}

} // namespace destek::daemon
