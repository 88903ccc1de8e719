#include "core/crypto/keyed_hash.h"

#include "core/crypto/openssl_handles.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

#include <new>

namespace destek::crypto
{

namespace
{

constexpr std::uint8_t kNothing = 0; // a valid address for an empty key

void must(bool worked)
{
    if (!worked)
        throw std::bad_alloc();
}

} // namespace

Hash sha256(View bytes)
{
    Hash out;
    must(EVP_Digest(bytes.data(), bytes.size(), out.data(), nullptr, EVP_sha256(), nullptr) == 1);
    return out;
}

Hash hmacSha256(View key, View message)
{
    return KeyedHash(key).of(message);
}

struct Sha256::State {
    detail::DigestContext context;
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    m_state->context.reset(EVP_MD_CTX_new());
    must(m_state->context && EVP_DigestInit_ex(m_state->context.get(), EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(View piece)
{
    must(EVP_DigestUpdate(m_state->context.get(), piece.data(), piece.size()) == 1);
}

Hash Sha256::finish()
{
    Hash out;
    must(EVP_DigestFinal_ex(m_state->context.get(), out.data(), nullptr) == 1);
    must(EVP_DigestInit_ex(m_state->context.get(), nullptr, nullptr) == 1);
    return out;
}

struct KeyedHash::State {
    detail::MacContext context;
};

KeyedHash::KeyedHash(View key) : m_state(std::make_unique<State>())
{
    const detail::Mac mac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
    must(mac != nullptr);
    m_state->context.reset(EVP_MAC_CTX_new(mac.get()));
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_end()};
    must(m_state->context &&
         EVP_MAC_init(m_state->context.get(), key.empty() ? &kNothing : key.data(), key.size(),
                      parameters) == 1);
}

KeyedHash::~KeyedHash() = default;
KeyedHash::KeyedHash(KeyedHash &&) noexcept = default;
KeyedHash &KeyedHash::operator=(KeyedHash &&) noexcept = default;

Hash KeyedHash::of(View message) const
{
    const detail::MacContext context(EVP_MAC_CTX_dup(m_state->context.get()));
    Hash out;
    std::size_t length = 0;
    must(context && EVP_MAC_update(context.get(), message.data(), message.size()) == 1 &&
         EVP_MAC_final(context.get(), out.data(), &length, out.size()) == 1 &&
         length == out.size());
    return out;
}

} // namespace destek::crypto
