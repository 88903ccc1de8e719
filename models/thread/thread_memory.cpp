#include "models/thread/thread_memory.h"

#include <algorithm>

namespace destek::models
{

namespace
{

void shorten(ThreadMemory::Page &page)
{
    const int surplus = page.window.size() - ThreadMemory::kMostMessages;
    if (surplus <= 0)
        return;
    page.window.remove(0, surplus);
    page.hasOlder = true;
}

} // namespace

void ThreadMemory::keep(ConversationId id, const Page &page)
{
    forget(id);
    if (page.window.isEmpty())
        return;
    if (m_order.size() >= kMostThreads)
        forget(ConversationId(m_order.constFirst()));
    m_order << id;
    shorten(*m_pages.insert(id, page));
}

const ThreadMemory::Page *ThreadMemory::find(ConversationId id) const
{
    const auto found = m_pages.constFind(id);
    return found == m_pages.constEnd() || found->window.isEmpty() ? nullptr : &*found;
}

void ThreadMemory::apply(const MessageView &message)
{
    const auto page = m_pages.find(message.conversation);
    if (page == m_pages.end())
        return;
    MessageView fresh = message;
    if (const int known = page->window.rowOf(message.id); known >= 0) {
        fresh = merged(page->window.at(known), message);
        page->window.remove(known);
    }
    if (message.absorbed)
        return;
    const int place = page->window.placeFor(fresh);
    if (place == 0 && page->hasOlder)
        return; // belongs to what is not remembered
    page->window.insert(place, fresh);
    shorten(*page);
}

void ThreadMemory::forget(ConversationId id)
{
    const auto page = m_pages.find(id);
    if (page == m_pages.end())
        return;
    page->window.clear();
    m_pages.erase(page);
    m_order.removeOne(id);
}

void ThreadMemory::clear()
{
    for (Page &page : m_pages)
        page.window.clear();
    m_pages.clear();
    m_order.clear();
}

} // namespace destek::models
