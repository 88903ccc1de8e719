#pragma once

#include "core/base/result.h"
#include "core/crypto/bytes.h"
#include "core/crypto/crypto_error.h"
#include "core/crypto/public_key.h"

#include <memory>

namespace destek::crypto
{

/// An Ed25519 private key; moves, does not copy; OpenSSL wipes it at the end.
/// sign() is const and may be called from several threads.
class SigningKey
{
public:
    [[nodiscard]] static Result<SigningKey, CryptoError> generate();
    /// From the 32-byte seed that seed() gave out. Errors: BadKey.
    [[nodiscard]] static Result<SigningKey, CryptoError> fromSeed(View seed);

    ~SigningKey();
    SigningKey(SigningKey &&) noexcept;
    SigningKey &operator=(SigningKey &&) noexcept;

    /// The secret itself, 32 bytes, to be sealed and stored; the caller wipes it.
    [[nodiscard]] Result<Bytes, CryptoError> seed() const;
    [[nodiscard]] const PublicKey &publicKey() const;
    [[nodiscard]] Result<Signature, CryptoError> sign(View message) const;

private:
    struct State;
    explicit SigningKey(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace destek::crypto
