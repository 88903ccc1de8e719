#include "core/crypto/aead.h"

#include "core/crypto/openssl_handles.h"

#include <openssl/rand.h>

#include <algorithm>

namespace destek::crypto
{

namespace
{

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kNonceLength = 12;
constexpr std::size_t kTagLength = 16;
constexpr std::size_t kHeadLength = 1 + kNonceLength;

int asInt(std::size_t size)
{
    return static_cast<int>(size);
} // all sizes are <= kMostSealed

} // namespace

Result<Bytes, CryptoError> seal(View key, View plaintext, View aad)
{
    if (key.size() != kKeyLength)
        return failure(CryptoError::BadKey);
    if (plaintext.size() > kMostSealed || aad.size() > kMostSealed)
        return failure(CryptoError::BadInput);
    const detail::CleanErrorQueue clean;
    Bytes box(kSealOverhead + plaintext.size());
    box[0] = kVersion;
    std::uint8_t *nonce = box.data() + 1;
    std::uint8_t *body = box.data() + kHeadLength;
    std::uint8_t *tag = body + plaintext.size();
    const detail::CipherContext context(EVP_CIPHER_CTX_new());
    int written = 0;
    if (!context || RAND_bytes(nonce, asInt(kNonceLength)) != 1 ||
        EVP_EncryptInit_ex2(context.get(), EVP_aes_256_gcm(), key.data(), nonce, nullptr) != 1)
        return failure(CryptoError::Failed);
    if (!aad.empty() &&
        EVP_EncryptUpdate(context.get(), nullptr, &written, aad.data(), asInt(aad.size())) != 1)
        return failure(CryptoError::Failed);
    if (!plaintext.empty() && EVP_EncryptUpdate(context.get(), body, &written, plaintext.data(),
                                                asInt(plaintext.size())) != 1)
        return failure(CryptoError::Failed);
    if (EVP_EncryptFinal_ex(context.get(), tag, &written) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, asInt(kTagLength), tag) != 1)
        return failure(CryptoError::Failed);
    return box;
}

Result<Bytes, CryptoError> open(View key, View sealed, View aad)
{
    if (key.size() != kKeyLength)
        return failure(CryptoError::BadKey);
    if (sealed.size() < kSealOverhead || sealed.size() > kMostSealed + kSealOverhead ||
        aad.size() > kMostSealed || sealed[0] != kVersion)
        return failure(CryptoError::BadInput);
    const detail::CleanErrorQueue clean;
    const View nonce = sealed.subspan(1, kNonceLength);
    const View body = sealed.subspan(kHeadLength, sealed.size() - kSealOverhead);
    std::array<std::uint8_t, kTagLength> tag;
    std::copy_n(sealed.end() - kTagLength, kTagLength, tag.begin());
    Bytes plaintext(body.size());
    const detail::CipherContext context(EVP_CIPHER_CTX_new());
    int written = 0;
    if (!context || EVP_DecryptInit_ex2(context.get(), EVP_aes_256_gcm(), key.data(), nonce.data(),
                                        nullptr) != 1)
        return failure(CryptoError::Failed);
    if (!aad.empty() &&
        EVP_DecryptUpdate(context.get(), nullptr, &written, aad.data(), asInt(aad.size())) != 1)
        return failure(CryptoError::Failed);
    if (!body.empty() && EVP_DecryptUpdate(context.get(), plaintext.data(), &written, body.data(),
                                           asInt(body.size())) != 1)
        return failure(CryptoError::Failed);
    std::array<std::uint8_t, kTagLength> rest;
    if (EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, asInt(kTagLength), tag.data()) !=
        1)
        return failure(CryptoError::Failed);
    if (EVP_DecryptFinal_ex(context.get(), rest.data(), &written) != 1) {
        wipe(plaintext); // nobody may see what an unproven box would have said
        return failure(CryptoError::NotAuthentic);
    }
    return plaintext;
}

} // namespace destek::crypto
