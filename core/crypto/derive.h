#pragma once

#include "core/base/result.h"
#include "core/crypto/bytes.h"
#include "core/crypto/crypto_error.h"

#include <cstddef>

namespace destek::crypto
{

/// HKDF-SHA256 (RFC 5869): one key per purpose out of one secret. `info` names the purpose; two
/// purposes must never share a text. The secret must already be random: this is no password hash.
/// Errors: BadKey for an empty secret, BadInput for length 0 or above 255*32, Failed. Any thread.
[[nodiscard]] Result<Bytes, CryptoError> derive(View key, View info, std::size_t length,
                                                View salt = {});

} // namespace destek::crypto
