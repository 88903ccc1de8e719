#include "models/thread/thread_model.h"

#include "models/wipe.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace destek::models
{

namespace
{

/// Own messages without the daemon's number stand after all others of the same time.
constexpr qint64 kAfterAll = qint64(1) << 60;

net::ThreadCursor placeOf(const MessageView &message)
{
    return {message.at, message.order};
}

bool comesAfter(const MessageView &a, const MessageView &b)
{
    return std::pair(a.at, a.order) > std::pair(b.at, b.order);
}

/// The daemon answers and has nothing to show: what is remembered is not to be seen either.
bool isWithheld(ApiErrorCode code)
{
    return code == ApiErrorCode::NotFound || code == ApiErrorCode::NotPermitted;
}

/// What is known of it before the daemon has it; the bytes of a file are not asked for yet.
MessageContent shownContent(const OutboundContent &content)
{
    MessageContent shown;
    shown.location = content.location;
    shown.contacts = content.contacts;
    shown.header = content.header;
    shown.footer = content.footer;
    shown.buttons = content.buttons;
    shown.list = content.list;
    if (content.upload.isValid() && content.kind != MessageKind::Template)
        shown.media.emplace();
    return shown;
}

} // namespace

ThreadModel::ThreadModel(net::ConversationApi *api, const Clock *clock, QObject *parent)
    : QAbstractListModel(parent), m_api(api), m_clock(clock)
{
}

// --- opening and paging --------------------------------------------------------------------

void ThreadModel::open(ConversationId id, int unread)
{
    leave();
    m_conversation = id;
    m_unread = unread;
    showRemembered();
    fetch(End::Newest);
}

void ThreadModel::openAt(ConversationId id, net::ThreadCursor place)
{
    leave();
    m_conversation = id;
    // The place itself comes first: everything from just before it.
    setLoading(true);
    m_api->after(id, {place.at, place.order - 1}, kPage,
                 {this, [this, generation = m_generation](net::Answer<ThreadPage> answer) {
                      if (generation != m_generation)
                          return;
                      if (answer.ok() && answer->messages.isEmpty()) { // nothing there any more
                          fetch(End::Newest);
                          return;
                      }
                      take(End::Newest, answer);
                      if (answer.ok())
                          loadOlder();
                  }});
}

void ThreadModel::retry()
{
    if (m_conversation.isValid() && m_failed && !m_loading)
        fetch(End::Newest);
}

void ThreadModel::clear()
{
    m_memory.clear();
    m_doubtful = true;
    leave();
}

void ThreadModel::forget(ConversationId id)
{
    if (m_conversation == id) {
        m_doubtful = true;
        leave();
    }
    m_memory.forget(id);
}

void ThreadModel::mayHaveMissed()
{
    m_memory.clear();
    m_doubtful = m_conversation.isValid();
    m_upToDate = false;
}

/// What was open goes from the rows; it is remembered if it can be shown again as it is.
void ThreadModel::leave()
{
    ++m_generation;
    setLoading(false);
    remember();
    m_conversation = {};
    beginResetModel();
    m_window.clear();
    for (MessageView &message : m_own)
        wipe(message.text);
    m_own.clear();
    m_meanwhile.clear();
    m_loaded = m_upToDate = m_failed = m_doubtful = false;
    m_first.reset();
    m_last.reset();
    m_sought = {};
    m_unreadFrom = {};
    m_unread = 0;
    endResetModel();
    setEdges(false, false);
}

void ThreadModel::remember()
{
    if (!m_loaded || m_doubtful || m_hasNewer)
        return;
    ThreadMemory::Page page;
    int row = m_window.size() - 1;
    for (; row >= 0 && page.window.size() < ThreadMemory::kMostMessages; --row) {
        if (!m_own.contains(m_window.at(row).id)) // the outbox has it
            page.window.insert(0, m_window.at(row));
    }
    page.hasOlder = m_hasOlder || row >= 0;
    m_memory.keep(m_conversation, page);
}

bool ThreadModel::showRemembered()
{
    const ThreadMemory::Page *page = m_memory.find(m_conversation);
    if (!page)
        return false;
    beginResetModel();
    m_window = page->window;
    m_first = placeOf(m_window.at(0));
    m_last = placeOf(m_window.at(m_window.size() - 1));
    m_loaded = true;
    findUnread();
    endResetModel();
    setEdges(page->hasOlder, false);
    restoreOwn();
    Q_EMIT shown(m_conversation);
    return true;
}

void ThreadModel::dropRows()
{
    beginResetModel();
    m_window.clear();
    m_first.reset();
    m_last.reset();
    m_loaded = m_upToDate = false;
    endResetModel();
    setEdges(false, false);
}

/// Counted from the end; the oldest of what is loaded if there are more.
void ThreadModel::findUnread()
{
    if (unreadRow() >= 0)
        return; // the line stays where it was
    int left = m_unread;
    for (int row = m_window.size() - 1; row >= 0 && left > 0; --row) {
        if (m_window.at(row).direction != Direction::Inbound)
            continue;
        m_unreadFrom = m_window.at(row).id;
        --left;
    }
}

int ThreadModel::firstRowSince(Instant at) const
{
    int row = 0;
    while (row < m_window.size() && m_window.at(row).at < at)
        ++row;
    return row;
}

void ThreadModel::loadOlder()
{
    if (m_hasOlder && !m_loading)
        fetch(End::Older);
}

void ThreadModel::loadNewer()
{
    if (m_hasNewer && !m_loading)
        fetch(End::Newer);
}

void ThreadModel::loadNewest()
{
    if (!m_conversation.isValid() || !m_hasNewer)
        return;
    ++m_generation; // whatever page is on its way belongs to the old window
    fetch(End::Newest);
}

void ThreadModel::fetch(End end)
{
    m_failed = m_failed && end != End::Newest;
    setLoading(true);
    net::Then<ThreadPage> then(
        this, [this, end, generation = m_generation](net::Answer<ThreadPage> answer) {
            if (generation == m_generation)
                take(end, answer);
        });
    if (end == End::Newest || !m_first || !m_last)
        m_api->newest(m_conversation, kPage, then);
    else if (end == End::Older)
        m_api->before(m_conversation, *m_first, kPage, then);
    else
        m_api->after(m_conversation, *m_last, kPage, then);
}

void ThreadModel::take(End end, const net::Answer<ThreadPage> &answer)
{
    setLoading(false);
    const QList<MessageView> meanwhile = std::exchange(m_meanwhile, {});
    if (!answer.ok())
        return takeFailure(end, answer.error());
    const auto &messages = answer->messages;
    if (end == End::Newest) {
        takeNewest(*answer);
    } else {
        if (!messages.isEmpty() && end == End::Older)
            m_first = placeOf(messages.constFirst());
        if (!messages.isEmpty() && end == End::Newer)
            m_last = placeOf(messages.constLast());
        insertPage(messages);
    }
    for (const MessageView &message : meanwhile)
        (void)place(message);
    if (end == End::Newest) {
        Q_EMIT opened(m_conversation);
        return;
    }
    if (end == End::Older)
        setEdges(answer->hasOlder, m_hasNewer);
    else
        setEdges(m_hasOlder, answer->hasNewer);
    dropFarEnd(end);
    restoreOwn();
    if (end == End::Older)
        seekOn(*answer);
}

void ThreadModel::takeFailure(End end, const ApiError &error)
{
    const MessageId sought = std::exchange(m_sought, {});
    if (end == End::Newest) {
        m_failed = true;
        if (isWithheld(error.code)) {
            m_memory.forget(m_conversation);
            dropRows();
        } else if (!m_loaded) {
            showRemembered();
        }
    }
    Q_EMIT failed(error);
    if (sought.isValid())
        Q_EMIT this->sought(sought, rowOf(sought));
}

void ThreadModel::takeNewest(const ThreadPage &page)
{
    const bool known = m_loaded && !m_hasNewer && !page.hasNewer;
    m_loaded = m_upToDate = true;
    m_doubtful = false;
    if (known) {
        bringUpToDate(page);
    } else {
        if (!page.messages.isEmpty()) {
            m_first = placeOf(page.messages.constFirst());
            m_last = placeOf(page.messages.constLast());
        }
        reset(page);
        Q_EMIT shown(m_conversation);
    }
    if (!page.hasNewer)
        m_unread = 0;
}

/// Whoever reads already keeps their place: only what differs changes.
void ThreadModel::bringUpToDate(const ThreadPage &page)
{
    QSet<MessageId> there;
    for (const MessageView &message : page.messages) {
        if (!message.absorbed)
            there.insert(message.id);
    }
    bool meets = false;
    for (int row = 0; row < m_window.size() && !meets; ++row)
        meets = there.contains(m_window.at(row).id);
    if (!meets) {
        dropRows();
        m_loaded = m_upToDate = true;
        if (!page.messages.isEmpty()) {
            m_first = placeOf(page.messages.constFirst());
            m_last = placeOf(page.messages.constLast());
        }
        reset(page);
        Q_EMIT shown(m_conversation);
        return;
    }
    const net::ThreadCursor first = placeOf(page.messages.constFirst());
    const auto isBefore = [&](const MessageView &message) {
        return std::pair(message.at, message.order) < std::pair(first.at, first.order);
    };
    for (int row = m_window.size() - 1; row >= 0; --row) {
        const MessageView &message = m_window.at(row);
        const bool beyond = isBefore(message) && page.hasOlder;
        if (!beyond && !there.contains(message.id) && !m_own.contains(message.id))
            remove(row, 1); // gone meanwhile
    }
    const bool reachesFurther = !m_window.isEmpty() && isBefore(m_window.at(0));
    insertPage(page.messages);
    if (!reachesFurther)
        m_first = first;
    m_last = placeOf(page.messages.constLast());
    findUnread();
    setEdges(reachesFurther ? m_hasOlder : page.hasOlder, false);
    restoreOwn();
}

void ThreadModel::seek(MessageId id)
{
    if (rowOf(id) >= 0 || !m_hasOlder) {
        Q_EMIT sought(id, rowOf(id));
        return;
    }
    m_sought = id;
    m_seekPages = 0;
    loadOlder();
}

void ThreadModel::seekOn(const ThreadPage &page)
{
    const auto hasRow = [](const MessageView &message) { return !message.absorbed; };
    const bool shows = std::any_of(page.messages.cbegin(), page.messages.cend(), hasRow);
    if (!m_sought.isValid()) {
        // A page of nothing but reactions would leave whoever scrolls at a dead end.
        if (!shows && !page.messages.isEmpty())
            loadOlder();
        return;
    }
    const int row = rowOf(m_sought);
    if (row < 0 && m_hasOlder && ++m_seekPages < kSeekPages)
        return loadOlder();
    const MessageId id = std::exchange(m_sought, {});
    Q_EMIT sought(id, row);
}

void ThreadModel::reset(const ThreadPage &page)
{
    beginResetModel();
    ThreadWindow before;
    std::swap(before, m_window);
    for (const MessageView &message : page.messages) {
        if (message.absorbed)
            continue;
        const int known = before.rowOf(message.id);
        const MessageView fresh = known < 0 ? message : merged(before.at(known), message);
        m_window.insert(m_window.placeFor(fresh), fresh);
        m_own.remove(message.id);
    }
    // What came live while the page was on its way is newer than the page.
    for (int row = 0; !page.hasNewer && row < before.size(); ++row) {
        const MessageView &message = before.at(row);
        if (m_window.rowOf(message.id) < 0 &&
            (m_window.isEmpty() || comesAfter(message, m_window.at(m_window.size() - 1))))
            m_window.insert(m_window.size(), message);
    }
    if (!page.hasNewer)
        findUnread();
    endResetModel();
    setEdges(page.hasOlder, page.hasNewer);
    restoreOwn();
}

void ThreadModel::insertPage(const QList<MessageView> &messages)
{
    QList<MessageView> fresh;
    for (const MessageView &message : messages) {
        if (message.absorbed)
            removeAbsorbed(message.id);
        else if (m_window.rowOf(message.id) >= 0)
            insertOrMerge(message);
        else
            fresh << message;
    }
    if (fresh.isEmpty())
        return;
    const int row = m_window.placeFor(fresh.constFirst());
    if (row != m_window.placeFor(fresh.constLast())) { // does not fit into one gap
        for (const MessageView &message : std::as_const(fresh))
            insertOrMerge(message);
        return;
    }
    beginInsertRows({}, row, row + int(fresh.size()) - 1);
    for (int i = 0; i < fresh.size(); ++i)
        m_window.insert(row + i, fresh.at(i));
    endInsertRows();
    touch(row - 1, row - 1);
    touch(row + int(fresh.size()), row + int(fresh.size()));
}

void ThreadModel::dropFarEnd(End grown)
{
    const int surplus = m_window.size() - kMostRows;
    if (surplus <= 0)
        return;
    if (grown == End::Older) {
        remove(kMostRows, surplus);
        m_last = placeOf(m_window.at(m_window.size() - 1));
        setEdges(m_hasOlder, true);
    } else {
        remove(0, surplus);
        m_first = placeOf(m_window.at(0));
        setEdges(true, m_hasNewer);
    }
}

// --- changes -------------------------------------------------------------------------------

void ThreadModel::apply(const MessageView &message)
{
    m_memory.apply(message);
    if (message.conversation != m_conversation || !m_conversation.isValid())
        return;
    m_own.remove(message.id);
    if (!m_loaded)
        retry(); // the daemon is there again
    if (m_loading)
        m_meanwhile << message; // the page on its way may be of a moment before
    switch (place(message)) {
    case Placed::Anew:
        Q_EMIT liveMessage(message, m_window.rowOf(message.id));
        break;
    case Placed::BeyondNewest:
        if (message.direction == Direction::Inbound)
            Q_EMIT liveMessage(message, -1);
        break;
    case Placed::Known:
    case Placed::Nowhere:
        break;
    }
}

ThreadModel::Placed ThreadModel::place(const MessageView &message)
{
    if (message.absorbed) {
        removeAbsorbed(message.id);
        return Placed::Nowhere;
    }
    const int known = m_window.rowOf(message.id);
    if (known >= 0) {
        replaceRow(known, merged(m_window.at(known), message));
        return Placed::Known;
    }
    const int place = m_window.placeFor(message);
    if (place == m_window.size() && m_hasNewer)
        return Placed::BeyondNewest;
    if (place == 0 && m_hasOlder && !m_window.isEmpty())
        return Placed::Nowhere; // belongs to a page that is not loaded
    insertOrMerge(message);
    if (m_window.size() > kMostRows + kPage)
        dropFarEnd(End::Newer);
    return Placed::Anew;
}

void ThreadModel::addOwn(const net::OutgoingMessage &outgoing, const QString &author,
                         const QString &shownText)
{
    if (outgoing.conversation != m_conversation || m_window.rowOf(outgoing.id) >= 0)
        return;
    if (outgoing.content.kind == MessageKind::Reaction)
        return; // shown at its message, once the daemon has it
    MessageView message;
    message.id = outgoing.id;
    message.conversation = outgoing.conversation;
    message.direction = Direction::Outbound;
    message.kind = outgoing.content.kind;
    message.state = SendState::Queued;
    message.purpose = outgoing.purpose;
    message.text = shownText.isEmpty() ? outgoing.content.text : shownText;
    message.templateName = outgoing.content.templateName;
    message.author = author;
    message.content = shownContent(outgoing.content);
    message.at = m_clock->now();
    if (!m_window.isEmpty())
        message.at = std::max(message.at, m_window.at(m_window.size() - 1).at);
    message.order = kAfterAll + m_ownCount++;
    m_own.insert(message.id, message);
    if (m_hasNewer)
        loadNewest();
    else
        insertOrMerge(message);
}

void ThreadModel::removeOwn(MessageId id)
{
    if (m_own.remove(id) == 0)
        return;
    const int row = m_window.rowOf(id);
    if (row >= 0)
        remove(row, 1);
}

void ThreadModel::restoreOwn()
{
    if (m_hasNewer)
        return;
    QList<MessageView> own = m_own.values();
    std::sort(own.begin(), own.end(),
              [](const MessageView &a, const MessageView &b) { return a.order < b.order; });
    for (const MessageView &message : std::as_const(own)) {
        if (m_window.rowOf(message.id) < 0)
            insertOrMerge(message);
    }
}

void ThreadModel::insertOrMerge(const MessageView &message)
{
    const int known = m_window.rowOf(message.id);
    if (known >= 0) {
        m_own.remove(message.id);
        replaceRow(known, merged(m_window.at(known), message));
        return;
    }
    const int row = m_window.placeFor(message);
    beginInsertRows({}, row, row);
    m_window.insert(row, message);
    endInsertRows();
    touch(row - 1, row - 1);
    touch(row + 1, row + 1);
}

void ThreadModel::replaceRow(int row, const MessageView &message)
{
    m_window.replace(row, message);
    const bool early = row > 0 && comesAfter(m_window.at(row - 1), message);
    const bool late = row + 1 < m_window.size() && comesAfter(message, m_window.at(row + 1));
    if (!early && !late) {
        touch(row - 1, row + 1);
        return;
    }
    int target = 0; // row the message ends in
    for (int i = 0; i < m_window.size(); ++i)
        target += i != row && comesAfter(message, m_window.at(i)) ? 1 : 0;
    beginMoveRows({}, row, row, {}, target > row ? target + 1 : target);
    m_window.move(row, target);
    endMoveRows();
    touch(std::min(row, target) - 1, std::max(row, target) + 1);
}

void ThreadModel::remove(int row, int count)
{
    beginRemoveRows({}, row, row + count - 1);
    m_window.remove(row, count);
    endRemoveRows();
    touch(row - 1, row);
}

void ThreadModel::removeAbsorbed(MessageId id)
{
    m_own.remove(id);
    const int row = m_window.rowOf(id);
    if (row >= 0)
        remove(row, 1);
}

void ThreadModel::touch(int firstRow, int lastRow)
{
    firstRow = std::max(firstRow, 0);
    lastRow = std::min(lastRow, m_window.size() - 1);
    if (firstRow <= lastRow)
        Q_EMIT dataChanged(index(firstRow), index(lastRow));
}

void ThreadModel::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged(loading);
}

void ThreadModel::setEdges(bool hasOlder, bool hasNewer)
{
    if (m_hasOlder == hasOlder && m_hasNewer == hasNewer)
        return;
    m_hasOlder = hasOlder;
    m_hasNewer = hasNewer;
    Q_EMIT edgesChanged();
}

} // namespace destek::models
