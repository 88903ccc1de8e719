#include "models/thread/thread_window.h"

#include "models/wipe.h"

#include <algorithm>

namespace destek::models
{

namespace
{

bool isBefore(const MessageView &a, const MessageView &b)
{
    return std::pair(a.at, a.order) < std::pair(b.at, b.order);
}

} // namespace

MessageView merged(const MessageView &shown, const MessageView &arrived)
{
    if (arrived.attempts > shown.attempts)
        return arrived;
    if (arrived.attempts < shown.attempts)
        return shown;
    MessageView result = arrived;
    if (climb(shown.state, arrived.state) != arrived.state) {
        result.state = shown.state;
        result.errorCode = shown.errorCode;
        result.refusal = shown.refusal;
    }
    return result;
}

int ThreadWindow::rowOf(MessageId id) const
{
    // What changes is nearly always near the end.
    for (qsizetype row = m_messages.size() - 1; row >= 0; --row) {
        if (m_messages.at(row).id == id)
            return int(row);
    }
    return -1;
}

int ThreadWindow::placeFor(const MessageView &message) const
{
    const auto place = std::lower_bound(m_messages.cbegin(), m_messages.cend(), message, isBefore);
    return int(place - m_messages.cbegin());
}

void ThreadWindow::insert(int row, const MessageView &message)
{
    m_messages.insert(row, message);
}

void ThreadWindow::replace(int row, const MessageView &message)
{
    m_messages[row] = message;
}

void ThreadWindow::move(int from, int to)
{
    m_messages.move(from, to);
}

void ThreadWindow::remove(int row, int count)
{
    for (int i = row; i < row + count; ++i)
        wipe(m_messages[i].text);
    m_messages.remove(row, count);
}

void ThreadWindow::clear()
{
    remove(0, size());
}

} // namespace destek::models
