#pragma once

#include "core/crypto/encoding.h"

#include <functional>
#include <stdexcept>
#include <string>

/// Short words for the crypto tests.
namespace destek::test
{

inline crypto::Bytes bytesOf(std::string_view text)
{
    const crypto::View bytes = crypto::view(text);
    return {bytes.begin(), bytes.end()};
}

/// For literals of the test only: throws when the literal is no hexadecimal.
inline crypto::Bytes unhex(std::string_view text)
{
    const auto bytes = crypto::fromHex(text);
    if (!bytes)
        throw std::invalid_argument("not hexadecimal");
    return *bytes;
}

inline crypto::Hash unhexHash(std::string_view text)
{
    const auto hash = crypto::hashFromHex(text);
    if (!hash)
        throw std::invalid_argument("not a hash");
    return *hash;
}

/// Counts how many of the changed copies pass: one per bit of the original.
template <typename Container>
std::size_t acceptedAfterBitFlips(const Container &original,
                                  const std::function<bool(const Container &)> &accepts)
{
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < original.size(); ++i) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            Container changed = original;
            changed[i] = static_cast<typename Container::value_type>(
                static_cast<unsigned char>(changed[i]) ^ (1U << bit));
            accepted += accepts(changed) ? 1 : 0;
        }
    }
    return accepted;
}

} // namespace destek::test
