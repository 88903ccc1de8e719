#pragma once

namespace destek::crypto
{

/// Why an operation gave no answer. Deliberately coarse: an error must not help who is guessing.
enum class CryptoError {
    BadKey,       ///< a key of the wrong length, kind or encoding
    BadInput,     ///< too long, too short, of an unknown version, or not well formed
    NotAuthentic, ///< wrong key, wrong context (aad) or changed bytes
    Failed,       ///< the library refused: no random bytes, no memory
};

} // namespace destek::crypto
