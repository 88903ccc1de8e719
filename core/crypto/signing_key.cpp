#include "core/crypto/signing_key.h"

#include "core/crypto/openssl_handles.h"
#include "core/crypto/random.h"

namespace destek::crypto
{

struct SigningKey::State {
    detail::Key key;
    PublicKey publicKey;
};

SigningKey::SigningKey(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SigningKey::~SigningKey() = default;
SigningKey::SigningKey(SigningKey &&) noexcept = default;
SigningKey &SigningKey::operator=(SigningKey &&) noexcept = default;

Result<SigningKey, CryptoError> SigningKey::generate()
{
    Result<Bytes, CryptoError> seed = randomBytes(32);
    if (!seed)
        return failure(seed.error());
    Result<SigningKey, CryptoError> key = fromSeed(*seed);
    wipe(*seed);
    return key;
}

Result<SigningKey, CryptoError> SigningKey::fromSeed(View seed)
{
    if (seed.size() != 32)
        return failure(CryptoError::BadKey);
    const detail::CleanErrorQueue clean;
    detail::Key key(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
    Hash raw;
    std::size_t length = raw.size();
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), raw.data(), &length) != 1)
        return failure(CryptoError::Failed);
    Result<PublicKey, CryptoError> publicKey = PublicKey::fromRaw(raw);
    if (!publicKey)
        return failure(publicKey.error());
    return SigningKey(std::make_unique<State>(State{std::move(key), *publicKey}));
}

Result<Bytes, CryptoError> SigningKey::seed() const
{
    const detail::CleanErrorQueue clean;
    Bytes seed(32);
    std::size_t length = seed.size();
    if (EVP_PKEY_get_raw_private_key(m_state->key.get(), seed.data(), &length) != 1 ||
        length != seed.size())
        return failure(CryptoError::Failed);
    return seed;
}

const PublicKey &SigningKey::publicKey() const
{
    return m_state->publicKey;
}

Result<Signature, CryptoError> SigningKey::sign(View message) const
{
    const detail::CleanErrorQueue clean;
    const detail::DigestContext context(EVP_MD_CTX_new());
    Signature signature;
    std::size_t length = signature.size();
    if (!context ||
        EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_state->key.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &length, message.data(), message.size()) !=
            1 ||
        length != signature.size())
        return failure(CryptoError::Failed);
    return signature;
}

} // namespace destek::crypto
