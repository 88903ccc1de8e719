#pragma once

#include "core/base/result.h"
#include "core/crypto/merkle.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

/// Proofs over the tree of RFC 6962, and their refusal. With a NodeSource that holds complete
/// subtrees, a root or a proof reads O(log n) hashes (at most about 2 * 64).
namespace destek::crypto
{

using Proof = std::vector<Hash>;

/// For those who have leaves only: every root then costs O(n). The accessor must be valid as long
/// as the source is used, and know every index below the size asked for.
[[nodiscard]] NodeSource fromLeaves(std::function<Hash(std::uint64_t index)> leafHashes);
/// The span must outlive the source.
[[nodiscard]] NodeSource fromLeaves(std::span<const Hash> leafHashes);

/// The root of the first `size` leaves. Errors: MissingNode.
[[nodiscard]] Result<Hash, MerkleError> merkleRoot(std::uint64_t size, const NodeSource &nodes);

/// That leaf `index` is in the tree of `size` leaves. Errors: IndexOutOfRange, MissingNode.
[[nodiscard]] Result<Proof, MerkleError> inclusionProof(std::uint64_t index, std::uint64_t size,
                                                        const NodeSource &nodes);

/// That the tree of `oldSize` leaves is the beginning of the one of `newSize`. Empty for equal
/// sizes and for oldSize 0. Errors: SizeOrder, MissingNode.
[[nodiscard]] Result<Proof, MerkleError>
consistencyProof(std::uint64_t oldSize, std::uint64_t newSize, const NodeSource &nodes);

/// Errors: IndexOutOfRange, WrongLength, RootMismatch.
[[nodiscard]] Result<Done, MerkleError> verifyInclusion(const Hash &leafHash, std::uint64_t index,
                                                        std::uint64_t size,
                                                        std::span<const Hash> proof,
                                                        const Hash &root);

/// Errors: SizeOrder, WrongLength, RootMismatch. Every tree begins with the empty one, provided
/// that oldRoot is emptyRoot() and the proof is empty.
[[nodiscard]] Result<Done, MerkleError>
verifyConsistency(std::uint64_t oldSize, const Hash &oldRoot, std::uint64_t newSize,
                  const Hash &newRoot, std::span<const Hash> proof);

} // namespace destek::crypto
