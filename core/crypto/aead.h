#pragma once

#include "core/base/result.h"
#include "core/crypto/bytes.h"
#include "core/crypto/crypto_error.h"

#include <cstddef>

/// AES-256-GCM boxes: bodies, names, numbers, media and whatever else the vault seals.
namespace destek::crypto
{

/// Length of an AES-256 key in bytes.
inline constexpr std::size_t kKeyLength = 32;
/// What a box is longer than its content: version 1, nonce 12, tag 16.
inline constexpr std::size_t kSealOverhead = 1 + 12 + 16;
/// Longest content or context in bytes (1 GiB); larger media are sealed in pieces.
inline constexpr std::size_t kMostSealed = std::size_t{1} << 30;

/// Box = version byte 1 | 12 random bytes of nonce | ciphertext | 16 bytes of tag.
/// `aad` is the context the box belongs to (table, row, person, month …): it is not stored, but
/// a box opened under another context is NotAuthentic, so that no row can be moved or grafted.
/// Nonces are random: at most 2^32 boxes per key; vault keys live for one person and one month.
/// Errors: BadKey, BadInput (too long), Failed. Any thread.
[[nodiscard]] Result<Bytes, CryptoError> seal(View key, View plaintext, View aad);

/// Errors: BadKey, BadInput (too short or unknown version), NotAuthentic, Failed. Any thread.
[[nodiscard]] Result<Bytes, CryptoError> open(View key, View sealed, View aad);

} // namespace destek::crypto
