#include "models/work/attending.h"

namespace destek::models
{

namespace
{

/// Ticks come every 15 seconds: the one after this renews in time.
constexpr Duration kEarly = std::chrono::seconds(5);

} // namespace

Attending::Attending(net::OwnApi *api, const Clock *clock, net::Later later, QObject *parent)
    : QObject(parent), m_api(api), m_clock(clock), m_later(std::move(later))
{
}

void Attending::look(ConversationId id)
{
    if (m_where == id)
        return;
    m_where = id;
    m_typing = false;
    ++m_keystrokes;
    say();
}

void Attending::typing(ConversationId id)
{
    if (id != m_where || !id.isValid())
        return;
    m_later(kTypingLasts, this, [this, stroke = ++m_keystrokes] {
        if (stroke == m_keystrokes)
            typed();
    });
    if (m_typing)
        return;
    m_typing = true;
    say();
}

void Attending::typed()
{
    ++m_keystrokes;
    if (!m_typing)
        return;
    m_typing = false;
    say();
}

void Attending::tick()
{
    if (m_where.isValid() && m_clock->now() - m_saidAt >= kLeaseRenewedEvery - kEarly)
        say();
}

void Attending::clear()
{
    m_where = {};
    m_typing = false;
    ++m_keystrokes;
}

void Attending::say()
{
    m_saidAt = m_clock->now();
    // Not tried again: the next tick says it, and the daemon forgets what is not said again.
    m_api->attend(m_where, m_typing, {this, [](const net::Answer<Done> &) {}});
}

} // namespace destek::models
