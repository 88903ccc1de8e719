#include "models/work/own_book.h"

#include <algorithm>

namespace destek::models
{

OwnBook::OwnBook(net::OwnApi *api, QObject *parent) : QObject(parent), m_api(api) {}

void OwnBook::load()
{
    m_api->own({this, [this, generation = ++m_generation](const net::Answer<OwnView> &answer) {
                    if (generation != m_generation || !answer.ok())
                        return; // without it everything that waits counts as unread
                    // What this console has seen meanwhile counts too.
                    for (const SeenMark &mark : answer->seen) {
                        qint64 &seen = m_seen[mark.conversation];
                        seen = std::max(seen, mark.heard);
                    }
                    m_drafts = {answer->drafts.begin(), answer->drafts.end()};
                    m_mentioned = {answer->mentioned.begin(), answer->mentioned.end()};
                    Q_EMIT changed({});
                }});
}

void OwnBook::clear()
{
    ++m_generation;
    m_seen.clear();
    m_drafts.clear();
    m_mentioned.clear();
    Q_EMIT changed({});
}

void OwnBook::forget(ConversationId id)
{
    m_seen.remove(id);
    m_drafts.remove(id);
    m_mentioned.remove(id);
}

int OwnBook::unread(const ConversationSummary &summary, AgentId me) const
{
    const auto seen = m_seen.constFind(summary.id);
    if (seen == m_seen.constEnd())
        return summary.work.status == WorkStatus::Open ? summary.waiting : 0; // never opened
    const qint64 fresh = std::max<qint64>(0, summary.work.heard - *seen);
    return int(summary.work.assignee == me ? fresh : std::min<qint64>(fresh, summary.waiting));
}

void OwnBook::markSeen(const ConversationSummary &summary)
{
    const auto known = m_seen.constFind(summary.id);
    const bool named = m_mentioned.contains(summary.id);
    if (known != m_seen.constEnd() && *known >= summary.work.heard && !named)
        return;
    m_seen.insert(summary.id, summary.work.heard);
    m_mentioned.remove(summary.id);
    // Not tried again: the next look says it, and until then only a number is too high elsewhere.
    m_api->markSeen({summary.id, summary.work.heard}, {this, [](const net::Answer<Done> &) {}});
    Q_EMIT changed(summary.id);
}

void OwnBook::noteDraft(ConversationId id, bool exists)
{
    if (exists == m_drafts.contains(id))
        return;
    if (exists)
        m_drafts.insert(id);
    else
        m_drafts.remove(id);
    Q_EMIT changed(id);
}

void OwnBook::noteMention(ConversationId id)
{
    m_mentioned.insert(id);
    Q_EMIT changed(id);
}

} // namespace destek::models
