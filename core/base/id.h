#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

/// Strong numeric ids: an Id<Contact> is not an Id<Conversation> and not a number.
/// Zero means "none yet"; ids are given by the daemon's database and never reused.
namespace destek
{

template <typename Tag>
struct Id {
    qint64 value = 0;

    constexpr Id() = default;
    constexpr explicit Id(qint64 number) : value(number) {}
    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    auto operator<=>(const Id &) const = default;
};

template <typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

} // namespace destek
