#pragma once

#include "models/thread/thread_window.h"

namespace destek::models
{

/// The newest messages of the conversations that were looked at last, so that going back to one
/// waits for nobody and works without a connection. Follows the feed like the open thread; whoever
/// misses something of the feed clears it. Bounded; texts are wiped with what leaves. Plain data.
class ThreadMemory
{
public:
    static constexpr int kMostThreads = 50;
    static constexpr int kMostMessages = 50; ///< of each

    struct Page {
        ThreadWindow window;
        bool hasOlder = false;
    };

    /// In place of what was known of it; the thread left longest ago makes room.
    void keep(ConversationId id, const Page &page);
    /// nullptr: nothing is known of it. Until the next change.
    [[nodiscard]] const Page *find(ConversationId id) const;
    /// A change of a thread that is remembered; others are ignored.
    void apply(const MessageView &message);
    void forget(ConversationId id);
    void clear();

private:
    QHash<ConversationId, Page> m_pages;
    QList<ConversationId> m_order; ///< the one left last at the end
};

} // namespace destek::models
