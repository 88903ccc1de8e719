#include "core/crypto/derive.h"

#include "core/crypto/openssl_handles.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

namespace destek::crypto
{

namespace
{

OSSL_PARAM octets(const char *name, View bytes)
{
    // OpenSSL's parameter type is not const; the KDF only reads.
    return OSSL_PARAM_construct_octet_string(name, const_cast<std::uint8_t *>(bytes.data()),
                                             bytes.size());
}

} // namespace

Result<Bytes, CryptoError> derive(View key, View info, std::size_t length, View salt)
{
    if (key.empty())
        return failure(CryptoError::BadKey);
    if (length == 0 || length > 255 * 32)
        return failure(CryptoError::BadInput);
    const detail::CleanErrorQueue clean;
    const detail::Kdf kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    const detail::KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    if (!context)
        return failure(CryptoError::Failed);
    char digest[] = "SHA256";
    std::array<OSSL_PARAM, 5> parameters;
    std::size_t used = 0;
    parameters[used++] = OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0);
    parameters[used++] = octets(OSSL_KDF_PARAM_KEY, key);
    if (!info.empty())
        parameters[used++] = octets(OSSL_KDF_PARAM_INFO, info);
    if (!salt.empty())
        parameters[used++] = octets(OSSL_KDF_PARAM_SALT, salt);
    parameters[used] = OSSL_PARAM_construct_end();
    Bytes out(length);
    if (EVP_KDF_derive(context.get(), out.data(), out.size(), parameters.data()) != 1)
        return failure(CryptoError::Failed);
    return out;
}

} // namespace destek::crypto
