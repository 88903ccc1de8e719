#include "daemon/intake/signature.h"

#include "core/crypto/keyed_hash.h"

namespace destek::daemon::intake
{

namespace
{

constexpr int kPrefix = 7; // "sha256="

crypto::View view(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), size_t(bytes.size())};
}

} // namespace

bool SignatureCheck::isWellFormed(const QByteArray &header)
{
    if (header.size() != kPrefix + 64 || !header.startsWith("sha256="))
        return false;
    for (char c : header.mid(kPrefix)) {
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
    }
    return true;
}

bool SignatureCheck::isGenuine(const QByteArray &header, const QByteArray &body) const
{
    if (!isWellFormed(header))
        return false;
    const auto given = crypto::fromHex(
        std::string_view(header.constData() + kPrefix, size_t(header.size() - kPrefix)));
    if (!given)
        return false;
    bool genuine = false;
    for (const Secret &secret : m_secrets) {
        const crypto::Hash expected = crypto::hmacSha256(view(secret.reveal()), view(body));
        genuine = crypto::equal(expected, *given) || genuine;
    }
    return genuine;
}

} // namespace destek::daemon::intake
