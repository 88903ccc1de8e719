#include "models/session/visits.h"

namespace destek::models
{

void Visits::visit(ConversationId id)
{
    if (!id.isValid() || (m_at >= 0 && m_ids.at(m_at) == id))
        return;
    m_ids.resize(m_at + 1);
    m_ids << id;
    if (m_ids.size() > kMost)
        m_ids.removeFirst();
    m_at = m_ids.size() - 1;
}

ConversationId Visits::back()
{
    return hasBack() ? m_ids.at(--m_at) : ConversationId();
}

ConversationId Visits::forward()
{
    return hasForward() ? m_ids.at(++m_at) : ConversationId();
}

void Visits::forget(ConversationId id)
{
    for (qsizetype i = m_ids.size() - 1; i >= 0; --i) {
        const bool twice = i > 0 && i + 1 < m_ids.size() && m_ids.at(i - 1) == m_ids.at(i + 1);
        if (m_ids.at(i) != id)
            continue;
        m_ids.removeAt(i);
        if (i <= m_at)
            --m_at;
        if (!twice)
            continue;
        m_ids.removeAt(i); // a, gone, a is one place
        if (i <= m_at)
            --m_at;
    }
    if (m_at < 0 && !m_ids.isEmpty())
        m_at = 0;
}

void Visits::clear()
{
    m_ids.clear();
    m_at = -1;
}

} // namespace destek::models
