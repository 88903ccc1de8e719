#pragma once

#include <QLatin1StringView>
#include <QString>

#include <array>
#include <optional>
#include <utility>

/// Enums are stored and sent by stable string, never by number. Each enum has one table,
/// `enumNames(E)`, found by argument-dependent lookup beside the enum; renaming an enumerator
/// in C++ changes nothing on the wire or in tables.
namespace destek
{

template <typename E, std::size_t N>
using EnumTable = std::array<std::pair<E, QLatin1StringView>, N>;

template <typename E>
[[nodiscard]] QLatin1StringView wireName(E value)
{
    for (const auto &[enumerator, name] : enumNames(E{})) {
        if (enumerator == value)
            return name;
    }
    return QLatin1StringView("unknown");
}

/// nullopt for a word this version does not know; the caller decides what unknown means
/// (as a rule: keep it, show it as unknown, allow nothing).
template <typename E>
[[nodiscard]] std::optional<E> fromWireName(QStringView text)
{
    for (const auto &[enumerator, name] : enumNames(E{})) {
        if (text == name)
            return enumerator;
    }
    return std::nullopt;
}

} // namespace destek

/// Only for use in the enumNames() tables.
#define DESTEK_NAME(Enumerator, text)                                                              \
    std::pair                                                                                      \
    {                                                                                              \
        Enumerator, QLatin1StringView(text)                                                        \
    }
