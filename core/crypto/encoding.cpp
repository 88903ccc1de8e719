#include "core/crypto/encoding.h"

#include "core/crypto/openssl_handles.h"

#include <algorithm>
#include <climits>

namespace destek::crypto
{

namespace
{

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

// EVP_EncodeBlock counts in int; longer data go through in pieces of whole 3-byte groups.
constexpr std::size_t kEncodePiece = 3 * 1024 * 1024;
constexpr std::size_t kDecodePiece = 4 * 1024 * 1024;

} // namespace

std::string hex(View bytes)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15];
    }
    return out;
}

std::optional<Bytes> fromHex(std::string_view text)
{
    if (text.size() % 2 != 0)
        return std::nullopt;
    Bytes out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = digit(text[i]);
        const int low = digit(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        out.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return out;
}

std::string base64(View bytes)
{
    std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0'); // EVP_EncodeBlock adds a final NUL
    std::size_t filled = 0;
    for (std::size_t at = 0; at < bytes.size(); at += kEncodePiece) {
        const View piece = bytes.subspan(at, std::min(kEncodePiece, bytes.size() - at));
        filled += static_cast<std::size_t>(
            EVP_EncodeBlock(reinterpret_cast<unsigned char *>(out.data() + filled), piece.data(),
                            static_cast<int>(piece.size())));
    }
    out.resize(filled);
    return out;
}

std::optional<Bytes> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    const detail::CleanErrorQueue clean;
    Bytes out(text.size() / 4 * 3);
    std::size_t filled = 0;
    for (std::size_t at = 0; at < text.size(); at += kDecodePiece) {
        const View piece = view(text.substr(at, kDecodePiece));
        const int got =
            EVP_DecodeBlock(out.data() + filled, piece.data(), static_cast<int>(piece.size()));
        if (got < 0)
            return std::nullopt;
        filled += static_cast<std::size_t>(got);
    }
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=')
        ++padding;
    if (filled < padding)
        return std::nullopt;
    out.resize(filled - padding);
    // The decoder is lenient (white space, stray padding, unused bits); the encoder is not.
    if (base64(out) != text)
        return std::nullopt;
    return out;
}

std::optional<Hash> hashFromHex(std::string_view text)
{
    const std::optional<Bytes> bytes = fromHex(text);
    return bytes ? hashFromBytes(*bytes) : std::nullopt;
}

std::optional<Hash> hashFromBytes(View bytes)
{
    Hash hash;
    if (bytes.size() != hash.size())
        return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

} // namespace destek::crypto
