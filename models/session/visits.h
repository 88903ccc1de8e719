#pragma once

#include "core/domain/ids.h"

#include <QList>

namespace destek::models
{

/// The conversations one has been in, in the order of going there; back and forward walk in it,
/// going elsewhere from the middle begins a new branch. Ids only, at most kMost.
class Visits
{
public:
    static constexpr int kMost = 50;

    /// Going back and forward lead here as well: the conversation one is at is no new visit.
    void visit(ConversationId id);
    [[nodiscard]] bool hasBack() const { return m_at > 0; }
    [[nodiscard]] bool hasForward() const { return m_at + 1 < m_ids.size(); }
    /// Moves; invalid (and nothing moves) if there is none.
    ConversationId back();
    ConversationId forward();
    /// Erased: nobody goes there any more.
    void forget(ConversationId id);
    void clear();

private:
    QList<ConversationId> m_ids;
    qsizetype m_at = -1;
};

} // namespace destek::models
