#pragma once

#include "core/base/instant.h"
#include "daemon/store/sql_text.h"

#include <optional>

namespace destek::daemon
{

class Connection;

enum class MigrationError : quint8 {
    Newer,   ///< the file holds migrations this program does not know
    Changed, ///< an applied migration differs from the compiled one
    Failed,  ///< one did not apply; nothing of it is left
};

/// Applies what is missing, each migration in a transaction of its own. nullopt = up to date.
[[nodiscard]] std::optional<MigrationError>
migrate(Connection &connection, const QList<MigrationText> &migrations, Instant now);

} // namespace destek::daemon
