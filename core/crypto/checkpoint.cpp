#include "core/crypto/checkpoint.h"

#include "core/crypto/encoding.h"
#include "core/crypto/keyed_hash.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace destek::crypto
{

namespace
{

constexpr std::string_view kDash = "\xE2\x80\x94 "; // U+2014 and a space
constexpr std::size_t kMostNote = 64 * 1024;
constexpr std::size_t kMostSignatures = 64;
constexpr std::size_t kMostName = 200;

// ASCII only: stricter than C2SP, so that two names that look alike are alike.
bool isName(std::string_view name)
{
    return !name.empty() && name.size() <= kMostName &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return c > ' ' && c < '\x7f' && c != '+'; });
}

/// Takes the text up to the next newline; nothing when there is none.
std::optional<std::string_view> takeLine(std::string_view &rest)
{
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

/// Digits without sign, leading zeros or anything behind.
template <typename Number>
std::optional<Number> number(std::string_view digits)
{
    Number value{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || digits != std::to_string(value) || value < Number{})
        return std::nullopt;
    return value;
}

std::string textOf(const Checkpoint &checkpoint)
{
    return checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' +
           base64(checkpoint.root) + '\n' + std::to_string(checkpoint.unixSeconds) + '\n';
}

std::optional<Checkpoint> readText(std::string_view text)
{
    const auto origin = takeLine(text);
    const auto size = takeLine(text);
    const auto root = takeLine(text);
    const auto time = takeLine(text);
    if (!time || !text.empty() || !isName(*origin))
        return std::nullopt;
    const auto sizeValue = number<std::uint64_t>(*size);
    const auto timeValue = number<std::int64_t>(*time);
    const auto rootBytes = fromBase64(*root);
    const auto rootHash = rootBytes ? hashFromBytes(*rootBytes) : std::nullopt;
    if (!sizeValue || !timeValue || !rootHash)
        return std::nullopt;
    return Checkpoint{std::string(*origin), *sizeValue, *rootHash, *timeValue};
}

std::optional<NoteSignature> readSignature(std::string_view line)
{
    if (!line.starts_with(kDash))
        return std::nullopt;
    line.remove_prefix(kDash.size());
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos || !isName(line.substr(0, space)))
        return std::nullopt;
    const std::optional<Bytes> bytes = fromBase64(line.substr(space + 1));
    NoteSignature found;
    found.name = line.substr(0, space);
    if (!bytes || bytes->size() != found.keyHash.size() + found.signature.size())
        return std::nullopt;
    const auto middle = bytes->begin() + found.keyHash.size();
    std::copy(bytes->begin(), middle, found.keyHash.begin());
    std::copy(middle, bytes->end(), found.signature.begin());
    return found;
}

Result<std::string, CheckpointError> signatureLine(std::string_view text, std::string_view name,
                                                   const SigningKey &key)
{
    const Result<Signature, CryptoError> signature = key.sign(view(text));
    if (!signature)
        return failure(CheckpointError::Failed);
    const auto keyHash = noteKeyHash(name, key.publicKey());
    Bytes bytes(keyHash.begin(), keyHash.end());
    bytes.insert(bytes.end(), signature->begin(), signature->end());
    return std::string(kDash) + std::string(name) + ' ' + base64(bytes) + '\n';
}

} // namespace

std::array<std::uint8_t, 4> noteKeyHash(std::string_view name, const PublicKey &key)
{
    constexpr std::uint8_t kEd25519[] = {'\n', 1};
    Sha256 hash;
    hash.add(view(name));
    hash.add(kEd25519);
    hash.add(key.raw());
    const Hash whole = hash.finish();
    return {whole[0], whole[1], whole[2], whole[3]};
}

Result<std::string, CheckpointError> signCheckpoint(const Checkpoint &checkpoint,
                                                    const SigningKey &key)
{
    if (!isName(checkpoint.origin))
        return failure(CheckpointError::BadName);
    if (checkpoint.unixSeconds < 0)
        return failure(CheckpointError::Malformed);
    const std::string text = textOf(checkpoint);
    const auto line = signatureLine(text, checkpoint.origin, key);
    if (!line)
        return failure(line.error());
    return text + '\n' + *line;
}

Result<std::string, CheckpointError> cosignCheckpoint(std::string_view note, std::string_view name,
                                                      const SigningKey &key)
{
    if (!isName(name))
        return failure(CheckpointError::BadName);
    const auto parsed = parseCheckpoint(note);
    if (!parsed)
        return failure(parsed.error());
    if (parsed->signatures.size() >= kMostSignatures)
        return failure(CheckpointError::Malformed);
    const auto line = signatureLine(parsed->text, name, key);
    if (!line)
        return failure(line.error());
    return std::string(note) + *line;
}

Result<ParsedCheckpoint, CheckpointError> parseCheckpoint(std::string_view note)
{
    const std::size_t gap = note.find("\n\n");
    if (note.size() > kMostNote || gap == std::string_view::npos)
        return failure(CheckpointError::Malformed);
    ParsedCheckpoint parsed;
    parsed.text = note.substr(0, gap + 1);
    const std::optional<Checkpoint> checkpoint = readText(parsed.text);
    if (!checkpoint)
        return failure(CheckpointError::Malformed);
    parsed.checkpoint = *checkpoint;
    std::string_view rest = note.substr(gap + 2);
    while (!rest.empty()) {
        const auto line = takeLine(rest);
        const auto signature = line ? readSignature(*line) : std::nullopt;
        if (!signature || parsed.signatures.size() == kMostSignatures)
            return failure(CheckpointError::Malformed);
        parsed.signatures.push_back(*signature);
    }
    if (parsed.signatures.empty())
        return failure(CheckpointError::Malformed);
    return parsed;
}

Result<Done, CheckpointError> verifySignature(const ParsedCheckpoint &parsed, std::string_view name,
                                              const PublicKey &key)
{
    const auto keyHash = noteKeyHash(name, key);
    bool found = false;
    for (const NoteSignature &line : parsed.signatures) {
        if (line.name != name || line.keyHash != keyHash)
            continue;
        if (!key.verify(view(parsed.text), line.signature))
            return failure(CheckpointError::BadSignature);
        found = true;
    }
    if (!found)
        return failure(CheckpointError::NotSigned);
    return done();
}

Result<Checkpoint, CheckpointError> verifyCheckpoint(std::string_view note, std::string_view origin,
                                                     const PublicKey &key)
{
    const auto parsed = parseCheckpoint(note);
    if (!parsed)
        return failure(parsed.error());
    if (parsed->checkpoint.origin != origin)
        return failure(CheckpointError::WrongOrigin);
    const auto verified = verifySignature(*parsed, origin, key);
    if (!verified)
        return failure(verified.error());
    return parsed->checkpoint;
}

} // namespace destek::crypto
