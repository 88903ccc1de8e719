#include "core/crypto/bytes.h"

#include <openssl/crypto.h>

namespace destek::crypto
{

bool equal(View a, View b)
{
    return a.size() == b.size() && (a.empty() || CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0);
}

void wipe(std::span<std::uint8_t> secret)
{
    if (!secret.empty())
        OPENSSL_cleanse(secret.data(), secret.size());
}

} // namespace destek::crypto
