#include "models/session/courtesies.h"

namespace destek::models
{

Courtesies::Courtesies(net::ConversationApi *api, const Clock *clock, QObject *parent)
    : QObject(parent), m_api(api), m_clock(clock)
{
}

void Courtesies::seen(const ConversationSummary &summary)
{
    if (!m_tellsRead || summary.standby || summary.waiting == 0 ||
        summary.lastDirection != Direction::Inbound)
        return;
    if (m_told.value(summary.id) == summary.lastAt)
        return;
    m_told.insert(summary.id, summary.lastAt);
    tell(summary.id, false);
}

void Courtesies::typing(const ConversationSummary &summary)
{
    if (!m_showsTyping || summary.standby || summary.lastDirection != Direction::Inbound)
        return; // shown below the customer's message; after our own there is none to show it at
    const Instant now = m_clock->now();
    const auto before = m_typed.constFind(summary.id);
    if (before != m_typed.constEnd() && now - *before < kTypingEvery)
        return;
    m_typed.insert(summary.id, now);
    m_told.insert(summary.id, summary.lastAt);
    tell(summary.id, true);
}

void Courtesies::tell(ConversationId id, bool typing)
{
    // A courtesy: what did not arrive is not tried again, the next message brings the next one.
    m_api->markRead(id, typing, {this, [](const net::Answer<Done> &) {}});
}

void Courtesies::forget(ConversationId id)
{
    m_told.remove(id);
    m_typed.remove(id);
}

void Courtesies::clear()
{
    m_told.clear();
    m_typed.clear();
}

} // namespace destek::models
