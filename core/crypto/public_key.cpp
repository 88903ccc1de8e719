#include "core/crypto/public_key.h"

#include "core/crypto/encoding.h"
#include "core/crypto/keyed_hash.h"
#include "core/crypto/openssl_handles.h"

#include <openssl/pem.h>

#include <algorithm>

namespace destek::crypto
{

namespace
{

constexpr std::size_t kMostPem = 4096;

detail::Key keyOf(const Hash &raw)
{
    return detail::Key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw.data(), raw.size()));
}

} // namespace

Result<PublicKey, CryptoError> PublicKey::fromRaw(View raw)
{
    const std::optional<Hash> bytes = hashFromBytes(raw);
    if (!bytes)
        return failure(CryptoError::BadKey);
    return PublicKey(*bytes);
}

Result<PublicKey, CryptoError> PublicKey::fromPem(std::string_view pem)
{
    if (pem.size() > kMostPem)
        return failure(CryptoError::BadInput);
    const detail::CleanErrorQueue clean;
    std::string text(pem);
    std::erase(text, '\r');
    const detail::Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    if (!bio)
        return failure(CryptoError::Failed);
    const detail::Key key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
    if (!key)
        return failure(CryptoError::BadInput);
    Hash raw;
    std::size_t length = raw.size();
    if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519 ||
        EVP_PKEY_get_raw_public_key(key.get(), raw.data(), &length) != 1 || length != raw.size())
        return failure(CryptoError::BadKey);
    const PublicKey found(raw);
    const Result<std::string, CryptoError> canonical = found.toPem();
    if (!canonical)
        return failure(canonical.error());
    if (*canonical != text)
        return failure(CryptoError::BadInput);
    return found;
}

Result<std::string, CryptoError> PublicKey::toPem() const
{
    const detail::CleanErrorQueue clean;
    const detail::Key key = keyOf(m_raw);
    const detail::Bio bio(BIO_new(BIO_s_mem()));
    if (!key || !bio || PEM_write_bio_PUBKEY(bio.get(), key.get()) != 1)
        return failure(CryptoError::Failed);
    char *text = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &text);
    if (length <= 0)
        return failure(CryptoError::Failed);
    return std::string(text, static_cast<std::size_t>(length));
}

std::string PublicKey::fingerprint() const
{
    return hex(sha256(m_raw));
}

Result<Done, CryptoError> PublicKey::verify(View message, View signature) const
{
    if (signature.size() != Signature().size())
        return failure(CryptoError::NotAuthentic);
    const detail::CleanErrorQueue clean;
    const detail::Key key = keyOf(m_raw);
    const detail::DigestContext context(EVP_MD_CTX_new());
    if (!key)
        return failure(CryptoError::BadKey);
    if (!context || EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1)
        return failure(CryptoError::Failed);
    if (EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(),
                         message.size()) != 1)
        return failure(CryptoError::NotAuthentic);
    return done();
}

} // namespace destek::crypto
