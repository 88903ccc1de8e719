#pragma once

#include "core/base/result.h"
#include "core/crypto/bytes.h"
#include "core/crypto/crypto_error.h"

#include <cstddef>

namespace destek::crypto
{

/// Bytes fit for keys, tokens and codes (OpenSSL's private DRBG, seeded by the kernel).
/// Errors: Failed when the generator is not seeded; BadInput above 1 MiB. Any thread.
[[nodiscard]] Result<Bytes, CryptoError> randomBytes(std::size_t count);

} // namespace destek::crypto
