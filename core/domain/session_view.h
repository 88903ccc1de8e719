#pragma once

#include "core/base/instant.h"
#include "core/domain/enum_names.h"
#include "core/domain/ids.h"

#include <QString>

#include <array>

namespace destek
{

/// An open session, as its owner or an administrator sees it.
struct SessionView {
    QString id; ///< names the session in a list; opens nothing
    AgentId agent;
    QString agentName; ///< display name; hostile like any name
    QString device;    ///< the console's name from when it was paired
    Instant startedAt;
    Instant lastUsedAt;
    bool current = false; ///< the one that asks
    bool operator==(const SessionView &) const = default;
};

/// Why a session ended: said to its console in words.
enum class SessionEnd : quint8 {
    Over,          ///< its time ran out, or nobody says more
    OwnHand,       ///< its owner ended it from another console
    Administrator, ///< an administrator ended it
};
constexpr auto enumNames(SessionEnd)
{
    return std::array{DESTEK_NAME(SessionEnd::Over, "over"),
                      DESTEK_NAME(SessionEnd::OwnHand, "own_hand"),
                      DESTEK_NAME(SessionEnd::Administrator, "administrator")};
}

} // namespace destek
