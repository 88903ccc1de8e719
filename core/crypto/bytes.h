#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// Plain byte types of the crypto room; std types only, so that destek-verify needs no Qt.
namespace destek::crypto
{

using Bytes = std::vector<std::uint8_t>;
using View = std::span<const std::uint8_t>;
/// A SHA-256 or HMAC-SHA256 value.
using Hash = std::array<std::uint8_t, 32>;

/// The bytes of a text, not copied: the text must outlive the view.
[[nodiscard]] inline View view(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

/// The same bytes seen as text, not copied.
[[nodiscard]] inline std::string_view textOf(View bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

/// Compares without telling by its duration where two values differ. Lengths are not secret.
[[nodiscard]] bool equal(View a, View b);

/// Overwrites key material; the compiler may not leave it out.
void wipe(std::span<std::uint8_t> secret);

} // namespace destek::crypto
