#pragma once

#include "core/domain/work.h"

#include <QList>

namespace destek::net
{

/// Where a console keeps what an agent has begun to write while the daemon cannot be reached; the
/// console keeps it sealed. An empty draft stands for one that was sent or deleted here.
/// Threads: GUI only.
class DraftShelf
{
public:
    virtual ~DraftShelf() = default;
    /// What this agent left, with the time of the last key; another agent's stays where it is.
    [[nodiscard]] virtual QList<Draft> drafts(AgentId agent) = 0;
    /// Replaces what this agent left; empty: nothing stays. False: it could not be written.
    virtual bool putDrafts(AgentId agent, const QList<Draft> &drafts) = 0;
};

} // namespace destek::net
