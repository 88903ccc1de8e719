#pragma once

#include "core/base/result.h"
#include "core/crypto/bytes.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

/// The Merkle tree of RFC 6962 section 2.1 with SHA-256: the audit log's shape.
namespace destek::crypto
{

/// Why a tree or a proof is refused.
enum class MerkleError {
    IndexOutOfRange, ///< no such leaf in a tree of that size
    SizeOrder,       ///< an older tree cannot be larger than a newer one
    WrongLength,     ///< a proof with too few or too many hashes
    RootMismatch,    ///< the proof leads to another root: something was changed
    MissingNode,     ///< the store does not hold a hash that is needed
    Malformed,       ///< a stored frontier that is none
};

[[nodiscard]] Hash leafHash(View leaf);
[[nodiscard]] Hash nodeHash(const Hash &left, const Hash &right);
/// The root of the tree without leaves: SHA-256 of nothing.
[[nodiscard]] Hash emptyRoot();

/// The hash over the complete subtree of 2^level leaves that starts at leaf index * 2^level.
/// Such a hash never changes once it exists, so a store may keep it for good.
struct CompleteNode {
    unsigned level = 0;
    std::uint64_t index = 0;
    Hash hash{};

    bool operator==(const CompleteNode &) const = default;
};

/// Where the hashes of complete subtrees come from. May answer nothing for level > 0: the node is
/// then computed from its children. Must know every leaf (level 0) below the size asked for.
using NodeSource = std::function<std::optional<Hash>(unsigned level, std::uint64_t index)>;

/// The right edge of the tree: all that appending needs, at most 64 hashes. Cheap to copy, so
/// that a transaction can work on a copy and drop it.
class MerkleFrontier
{
public:
    MerkleFrontier() = default;

    /// Appends one leaf and tells which complete subtrees that made, the leaf itself first: the
    /// rows a store writes in the same transaction. Fewer than two per append on average.
    std::vector<CompleteNode> append(const Hash &leafHash);

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] Hash root() const;

    /// Size as 8 bytes, most significant first, then the edge's hashes from left to right.
    [[nodiscard]] Bytes serialise() const;
    /// Errors: Malformed. A changed hash cannot be seen here: compare root() with a checkpoint.
    [[nodiscard]] static Result<MerkleFrontier, MerkleError> restore(View bytes);
    /// The edge of a tree of `size` leaves out of stored nodes. Errors: MissingNode.
    [[nodiscard]] static Result<MerkleFrontier, MerkleError> fromNodes(std::uint64_t size,
                                                                       const NodeSource &nodes);

    bool operator==(const MerkleFrontier &) const = default;

private:
    std::uint64_t m_size = 0;
    std::vector<Hash> m_edge; ///< one complete subtree per set bit of m_size, largest first
};

} // namespace destek::crypto
