#pragma once

#include "core/base/result.h"
#include "core/crypto/bytes.h"
#include "core/crypto/crypto_error.h"
#include "core/crypto/signing.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Signed checkpoints of a log: a C2SP signed note whose text is a tlog-checkpoint with the time
/// as its one extension line. Exact bytes: docs/formats.md.
///
///     destek/audit
///     1042
///     <base64 of the 32-byte root>
///     1795327200
///     <empty line>
///     — destek/audit <base64 of 4 bytes key hash | 64 bytes Ed25519 signature>
namespace destek::crypto
{

/// The daemon's audit log: its checkpoints' first line and the name it signs with.
inline constexpr std::string_view kAuditOrigin = "destek/audit";

enum class CheckpointError {
    Malformed,    ///< not a note, or not spelled the one way this format allows
    BadName,      ///< a name or origin that is empty or holds spaces, '+' or control characters
    WrongOrigin,  ///< a checkpoint of another log
    NotSigned,    ///< no signature line of that name and key
    BadSignature, ///< a line claims that name and key, and its signature is wrong
    Failed,       ///< the library refused to sign
};

struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0; ///< entries in the log
    Hash root{};
    std::int64_t unixSeconds = 0; ///< when it was made, UTC, never negative

    bool operator==(const Checkpoint &) const = default;
};

struct NoteSignature {
    std::string name;
    std::array<std::uint8_t, 4> keyHash{};
    Signature signature{};

    bool operator==(const NoteSignature &) const = default;
};

/// What a note says; nothing of it is proven before verifyCheckpoint() or verifySignature().
struct ParsedCheckpoint {
    Checkpoint checkpoint;
    std::string text; ///< the signed bytes, final newline included
    std::vector<NoteSignature> signatures;
};

/// First 4 bytes of SHA-256(name | newline | 0x01 | public key): C2SP's key hash for Ed25519.
[[nodiscard]] std::array<std::uint8_t, 4> noteKeyHash(std::string_view name, const PublicKey &key);

/// The whole note, signed once under the origin's own name. Errors: BadName, Malformed (negative
/// time), Failed.
[[nodiscard]] Result<std::string, CheckpointError> signCheckpoint(const Checkpoint &checkpoint,
                                                                  const SigningKey &key);

/// The same note with one more line: a console or another witness saw it too.
/// Errors: Malformed, BadName, Failed.
[[nodiscard]] Result<std::string, CheckpointError>
cosignCheckpoint(std::string_view note, std::string_view name, const SigningKey &key);

/// Notes above 64 KiB or with more than 64 signatures are Malformed.
[[nodiscard]] Result<ParsedCheckpoint, CheckpointError> parseCheckpoint(std::string_view note);

/// Every line that claims this name and key must hold, and there must be one. Lines of other
/// names or keys prove nothing and harm nothing. Errors: NotSigned, BadSignature.
[[nodiscard]] Result<Done, CheckpointError>
verifySignature(const ParsedCheckpoint &parsed, std::string_view name, const PublicKey &key);

/// Parses, and checks that the log named `origin` signed it with `key`.
/// Errors: Malformed, WrongOrigin, NotSigned, BadSignature.
[[nodiscard]] Result<Checkpoint, CheckpointError>
verifyCheckpoint(std::string_view note, std::string_view origin, const PublicKey &key);

} // namespace destek::crypto
