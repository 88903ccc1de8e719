#pragma once

#include "core/crypto/bytes.h"

#include <optional>
#include <string>
#include <string_view>

/// Hexadecimal and base64, strict in reading: one value has one spelling, so that no changed
/// character of a signature or a proof goes unnoticed.
namespace destek::crypto
{

/// Lower case, two digits per byte.
[[nodiscard]] std::string hex(View bytes);
/// Accepts upper and lower case; nothing for odd lengths and other characters.
[[nodiscard]] std::optional<Bytes> fromHex(std::string_view text);

/// Standard alphabet with padding, no line breaks (RFC 4648 section 4).
[[nodiscard]] std::string base64(View bytes);
/// Nothing for white space, missing padding, foreign characters or unused bits that are not zero.
[[nodiscard]] std::optional<Bytes> fromBase64(std::string_view text);

/// A 32-byte value out of 64 hexadecimal digits.
[[nodiscard]] std::optional<Hash> hashFromHex(std::string_view text);
/// A hash from exactly 32 bytes.
[[nodiscard]] std::optional<Hash> hashFromBytes(View bytes);

} // namespace destek::crypto
