#include "core/crypto/wrap.h"

#include "core/crypto/aead.h"
#include "core/crypto/openssl_handles.h"

namespace destek::crypto
{

namespace
{

detail::CipherContext wrapContext()
{
    detail::CipherContext context(EVP_CIPHER_CTX_new());
    if (context)
        EVP_CIPHER_CTX_set_flags(context.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    return context;
}

} // namespace

Result<Bytes, CryptoError> wrapKey(View keyEncryptionKey, View key)
{
    if (keyEncryptionKey.size() != kKeyLength || key.size() != kKeyLength)
        return failure(CryptoError::BadKey);
    const detail::CleanErrorQueue clean;
    const detail::CipherContext context = wrapContext();
    Bytes out(kWrappedLength + 16); // room for a final block the cipher never writes
    int written = 0;
    int rest = 0;
    if (!context ||
        EVP_EncryptInit_ex2(context.get(), EVP_aes_256_wrap(), keyEncryptionKey.data(), nullptr,
                            nullptr) != 1 ||
        EVP_EncryptUpdate(context.get(), out.data(), &written, key.data(),
                          static_cast<int>(key.size())) != 1 ||
        EVP_EncryptFinal_ex(context.get(), out.data() + written, &rest) != 1 ||
        written + rest != static_cast<int>(kWrappedLength))
        return failure(CryptoError::Failed);
    out.resize(kWrappedLength);
    return out;
}

Result<Bytes, CryptoError> unwrapKey(View keyEncryptionKey, View wrapped)
{
    if (keyEncryptionKey.size() != kKeyLength)
        return failure(CryptoError::BadKey);
    if (wrapped.size() != kWrappedLength)
        return failure(CryptoError::BadInput);
    const detail::CleanErrorQueue clean;
    const detail::CipherContext context = wrapContext();
    if (!context || EVP_DecryptInit_ex2(context.get(), EVP_aes_256_wrap(), keyEncryptionKey.data(),
                                        nullptr, nullptr) != 1)
        return failure(CryptoError::Failed);
    Bytes out(kWrappedLength + 16);
    int written = 0;
    if (EVP_DecryptUpdate(context.get(), out.data(), &written, wrapped.data(),
                          static_cast<int>(wrapped.size())) != 1 ||
        written != static_cast<int>(kKeyLength)) {
        wipe(out);
        return failure(CryptoError::NotAuthentic);
    }
    wipe(std::span(out).subspan(kKeyLength));
    out.resize(kKeyLength);
    return out;
}

} // namespace destek::crypto
