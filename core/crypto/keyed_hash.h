#pragma once

#include "core/crypto/bytes.h"
#include "core/crypto/encoding.h"

#include <memory>

/// SHA-256 and HMAC-SHA256. Hashing cannot fail by its input; when the library has no memory
/// left it throws std::bad_alloc, as any container would.
namespace destek::crypto
{

[[nodiscard]] Hash sha256(View bytes);

/// For one message; see KeyedHash for many under one key. Meta's X-Hub-Signature-256 is the hex
/// of hmacSha256(app secret, raw body).
[[nodiscard]] Hash hmacSha256(View key, View message);

/// SHA-256 of what comes in pieces. One thread at a time.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(View piece);
    /// The hash of all pieces so far; starts afresh.
    [[nodiscard]] Hash finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// HMAC-SHA256 with the key set up once: look-up columns and search terms need many per second.
/// of() is const and may be called from several threads.
class KeyedHash
{
public:
    explicit KeyedHash(View key);
    ~KeyedHash();
    KeyedHash(KeyedHash &&) noexcept;
    KeyedHash &operator=(KeyedHash &&) noexcept;

    [[nodiscard]] Hash of(View message) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace destek::crypto
