#pragma once

#include "core/domain/work.h"
#include "daemon/service/ports/stored.h"

#include <optional>

namespace destek::daemon
{

struct OwnedView {
    SavedView view;
    AgentId owner;
};

/// What a team shares besides conversations; its own words, no customer's. An invalid id makes a
/// new one.
class Team
{
public:
    virtual ~Team() = default;
    [[nodiscard]] virtual Stored<QList<Label>> labels() const = 0;            ///< by name
    [[nodiscard]] virtual Stored<QList<QuickReply>> quickReplies() const = 0; ///< by shortcut
    [[nodiscard]] virtual Stored<QStringList> companyWords() const = 0;
    /// Shared ones and those of `agent`.
    [[nodiscard]] virtual Stored<QList<OwnedView>> views(AgentId agent) const = 0;
    [[nodiscard]] virtual Stored<std::optional<OwnedView>> view(SavedViewId id) const = 0;

    /// Conflict if another label has this name, read in any case and with any accents.
    virtual Stored<LabelId> save(const Label &label) = 0;
    /// Conflict if the shortcut is taken.
    virtual Stored<QuickReplyId> save(const QuickReply &reply) = 0;
    virtual Stored<SavedViewId> save(const OwnedView &view) = 0;
    /// A word that is there already stays.
    virtual Stored<Done> saveWord(const QString &word) = 0;
    /// Errors: NotFound.
    virtual Stored<Done> removeWord(const QString &word) = 0;
    /// Errors: NotFound.
    virtual Stored<Done> remove(QuickReplyId id) = 0;
    virtual Stored<Done> remove(SavedViewId id) = 0;
};

} // namespace destek::daemon
