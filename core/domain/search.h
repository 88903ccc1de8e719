#pragma once

#include "core/base/instant.h"
#include "core/domain/enum_names.h"
#include "core/domain/ids.h"

#include <optional>

namespace destek
{

/// What a search for words is limited to; what is empty lets everything through.
struct SearchFilter {
    enum class Whose : quint8 { Anybody, Customer, Us };
    ConversationId conversation; ///< invalid: all of them
    Whose whose = Whose::Anybody;
    std::optional<Instant> since; ///< then and later
    std::optional<Instant> until; ///< earlier than this
    bool filesOnly = false;       ///< pictures, films, recordings and documents
    bool operator==(const SearchFilter &) const = default;
};
constexpr auto enumNames(SearchFilter::Whose)
{
    using W = SearchFilter::Whose;
    return std::array{DESTEK_NAME(W::Anybody, "anybody"), DESTEK_NAME(W::Customer, "customer"),
                      DESTEK_NAME(W::Us, "us")};
}

} // namespace destek
