#pragma once

#include <QtGlobal>

#include <span>

/// What erasing a person does to each table that can lead to a person. A test walks the schema
/// and fails when a table with such a column is not listed, so that none can be forgotten.
namespace destek::daemon
{

enum class ErasureEffect : quint8 {
    DeletesRows,
    Unlinks, ///< the row stays without the person
    Keeps,   ///< internal numbers only, which lead nowhere once the other rows are gone
};

struct ErasureStep {
    const char *table;
    ErasureEffect effect;
    const char *statement; ///< takes the contact's id; nullptr for Keeps
};

/// In the order in which they run: children before parents.
[[nodiscard]] std::span<const ErasureStep> erasureSteps();

} // namespace destek::daemon
