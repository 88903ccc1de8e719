#pragma once

#include "core/domain/enum_names.h"

#include <array>

namespace destek
{

/// What an alert outside the console's window may say about a customer: the company decides for
/// everybody, and it is nothing unless it
/// decides otherwise.
enum class AlertContent : quint8 { None, Name, NameAndText };
constexpr auto enumNames(AlertContent)
{
    return std::array{DESTEK_NAME(AlertContent::None, "none"),
                      DESTEK_NAME(AlertContent::Name, "name"),
                      DESTEK_NAME(AlertContent::NameAndText, "name_and_text")};
}

} // namespace destek
