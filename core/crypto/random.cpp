#include "core/crypto/random.h"

#include "core/crypto/openssl_handles.h"

#include <openssl/rand.h>

namespace destek::crypto
{

namespace
{
constexpr std::size_t kMost = 1024 * 1024;
}

Result<Bytes, CryptoError> randomBytes(std::size_t count)
{
    if (count > kMost)
        return failure(CryptoError::BadInput);
    const detail::CleanErrorQueue clean;
    Bytes out(count);
    if (count > 0 && RAND_priv_bytes(out.data(), static_cast<int>(count)) != 1)
        return failure(CryptoError::Failed);
    return out;
}

} // namespace destek::crypto
