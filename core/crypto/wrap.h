#pragma once

#include "core/base/result.h"
#include "core/crypto/bytes.h"
#include "core/crypto/crypto_error.h"

#include <cstddef>

/// AES-256-WRAP (RFC 3394): how data keys rest in keys.db under the master key.
namespace destek::crypto
{

/// Length of a wrapped 32-byte key in bytes.
inline constexpr std::size_t kWrappedLength = 40;

/// Wraps a 32-byte key under a 32-byte key. Errors: BadKey, Failed. Any thread.
[[nodiscard]] Result<Bytes, CryptoError> wrapKey(View keyEncryptionKey, View key);

/// Errors: BadKey, BadInput (not 40 bytes), NotAuthentic, Failed. Any thread.
[[nodiscard]] Result<Bytes, CryptoError> unwrapKey(View keyEncryptionKey, View wrapped);

} // namespace destek::crypto
