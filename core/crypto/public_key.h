#pragma once

#include "core/base/result.h"
#include "core/crypto/bytes.h"
#include "core/crypto/crypto_error.h"

#include <array>
#include <string>
#include <string_view>

namespace destek::crypto
{

using Signature = std::array<std::uint8_t, 64>;

/// An Ed25519 public key: 32 bytes, a value. Any thread.
class PublicKey
{
public:
    /// Errors: BadKey when not 32 bytes.
    [[nodiscard]] static Result<PublicKey, CryptoError> fromRaw(View raw);
    /// A PEM SubjectPublicKeyInfo as `openssl pkey -pubout` writes it: that block and nothing
    /// else (CRLF line ends are forgiven), so that one key has one spelling.
    /// Errors: BadKey for other kinds of key, BadInput for anything that is not such a block.
    [[nodiscard]] static Result<PublicKey, CryptoError> fromPem(std::string_view pem);

    [[nodiscard]] const Hash &raw() const { return m_raw; }
    [[nodiscard]] Result<std::string, CryptoError> toPem() const;
    /// Hexadecimal SHA-256 of the 32 bytes: what people compare over another channel.
    [[nodiscard]] std::string fingerprint() const;

    /// Errors: NotAuthentic when this key did not sign exactly this message (also for signatures
    /// that are not 64 bytes); BadKey when the 32 bytes are no point of the curve.
    [[nodiscard]] Result<Done, CryptoError> verify(View message, View signature) const;

    bool operator==(const PublicKey &) const = default;

private:
    explicit PublicKey(const Hash &raw) : m_raw(raw) {}

    Hash m_raw;
};

} // namespace destek::crypto
