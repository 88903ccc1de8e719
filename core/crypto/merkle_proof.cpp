#include "core/crypto/merkle_proof.h"

#include <algorithm>
#include <bit>

namespace destek::crypto
{

namespace
{

/// Leaves [begin, begin + count) as they hang together in RFC 6962: count is anything for the
/// right edge, a power of two elsewhere; begin is a multiple of the power of two at or above it.
struct Range {
    std::uint64_t begin = 0;
    std::uint64_t count = 0;

    [[nodiscard]] bool complete() const { return std::has_single_bit(count); }
    /// The largest power of two below count, which must be at least 2.
    [[nodiscard]] std::uint64_t split() const { return std::bit_floor(count - 1); }
    [[nodiscard]] Range left() const { return {begin, split()}; }
    [[nodiscard]] Range right() const { return {begin + split(), count - split()}; }
};

std::optional<Hash> rangeRoot(Range range, const NodeSource &nodes)
{
    if (range.complete()) {
        const auto level = static_cast<unsigned>(std::countr_zero(range.count));
        const std::optional<Hash> known = nodes(level, range.begin >> level);
        if (known || level == 0)
            return known;
    }
    const std::optional<Hash> left = rangeRoot(range.left(), nodes);
    const std::optional<Hash> right = left ? rangeRoot(range.right(), nodes) : std::nullopt;
    if (!right)
        return std::nullopt;
    return nodeHash(*left, *right);
}

/// The hashes of the given ranges in reverse: proofs are found from the root down and read from
/// the leaf up.
Result<Proof, MerkleError> hashesFromBelow(const std::vector<Range> &ranges,
                                           const NodeSource &nodes)
{
    Proof proof;
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        const std::optional<Hash> hash = rangeRoot(*range, nodes);
        if (!hash)
            return failure(MerkleError::MissingNode);
        proof.push_back(*hash);
    }
    return proof;
}

} // namespace

NodeSource fromLeaves(std::function<Hash(std::uint64_t)> leafHashes)
{
    return [leaves = std::move(leafHashes)](unsigned level,
                                            std::uint64_t index) -> std::optional<Hash> {
        if (level != 0)
            return std::nullopt;
        return leaves(index);
    };
}

NodeSource fromLeaves(std::span<const Hash> leafHashes)
{
    return [leafHashes](unsigned level, std::uint64_t index) -> std::optional<Hash> {
        if (level != 0 || index >= leafHashes.size())
            return std::nullopt;
        return leafHashes[index];
    };
}

Result<Hash, MerkleError> merkleRoot(std::uint64_t size, const NodeSource &nodes)
{
    if (size == 0)
        return emptyRoot();
    const std::optional<Hash> root = rangeRoot({0, size}, nodes);
    if (!root)
        return failure(MerkleError::MissingNode);
    return *root;
}

Result<MerkleFrontier, MerkleError> MerkleFrontier::fromNodes(std::uint64_t size,
                                                              const NodeSource &nodes)
{
    MerkleFrontier frontier;
    for (std::uint64_t begin = 0; begin < size;) {
        const std::uint64_t count = std::bit_floor(size - begin);
        const std::optional<Hash> hash = rangeRoot({begin, count}, nodes);
        if (!hash)
            return failure(MerkleError::MissingNode);
        frontier.m_edge.push_back(*hash);
        begin += count;
    }
    frontier.m_size = size;
    return frontier;
}

Result<Proof, MerkleError> inclusionProof(std::uint64_t index, std::uint64_t size,
                                          const NodeSource &nodes)
{
    if (index >= size)
        return failure(MerkleError::IndexOutOfRange);
    std::vector<Range> siblings;
    for (Range range{0, size}; range.count > 1;) {
        const bool isLeft = index < range.right().begin;
        siblings.push_back(isLeft ? range.right() : range.left());
        range = isLeft ? range.left() : range.right();
    }
    return hashesFromBelow(siblings, nodes);
}

Result<Proof, MerkleError> consistencyProof(std::uint64_t oldSize, std::uint64_t newSize,
                                            const NodeSource &nodes)
{
    if (oldSize > newSize)
        return failure(MerkleError::SizeOrder);
    if (oldSize == 0 || oldSize == newSize)
        return Proof();
    std::vector<Range> parts;
    Range range{0, newSize};
    while (range.begin + range.count != oldSize) {
        const bool endsLeft = oldSize <= range.right().begin;
        parts.push_back(endsLeft ? range.right() : range.left());
        range = endsLeft ? range.left() : range.right();
    }
    if (range.begin != 0) // else it is the old tree itself, whose root the verifier has
        parts.push_back(range);
    return hashesFromBelow(parts, nodes);
}

// RFC 9162 section 2.1.3.2.
Result<Done, MerkleError> verifyInclusion(const Hash &leafHash, std::uint64_t index,
                                          std::uint64_t size, std::span<const Hash> proof,
                                          const Hash &root)
{
    if (index >= size)
        return failure(MerkleError::IndexOutOfRange);
    std::uint64_t node = index;
    std::uint64_t last = size - 1;
    Hash hash = leafHash;
    for (const Hash &sibling : proof) {
        if (last == 0)
            return failure(MerkleError::WrongLength);
        if ((node & 1) != 0 || node == last) {
            hash = nodeHash(sibling, hash);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeHash(hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if (last != 0)
        return failure(MerkleError::WrongLength);
    if (!equal(hash, root))
        return failure(MerkleError::RootMismatch);
    return done();
}

// RFC 9162 section 2.1.4.2; the cases it leaves to the caller (equal sizes, empty tree) come first.
Result<Done, MerkleError> verifyConsistency(std::uint64_t oldSize, const Hash &oldRoot,
                                            std::uint64_t newSize, const Hash &newRoot,
                                            std::span<const Hash> proof)
{
    if (oldSize > newSize)
        return failure(MerkleError::SizeOrder);
    if (oldSize == 0 || oldSize == newSize) {
        if (!proof.empty())
            return failure(MerkleError::WrongLength);
        const bool same = equal(oldRoot, oldSize == 0 ? emptyRoot() : newRoot) &&
                          (newSize != 0 || equal(newRoot, emptyRoot()));
        if (!same)
            return failure(MerkleError::RootMismatch);
        return done();
    }
    const bool oldIsComplete = std::has_single_bit(oldSize);
    if (!oldIsComplete && proof.empty())
        return failure(MerkleError::WrongLength);
    Hash oldHash = oldIsComplete ? oldRoot : proof.front();
    Hash newHash = oldHash;
    std::uint64_t node = oldSize - 1;
    std::uint64_t last = newSize - 1;
    for (; (node & 1) != 0; node >>= 1)
        last >>= 1;
    for (const Hash &part : proof.subspan(oldIsComplete ? 0 : 1)) {
        if (last == 0)
            return failure(MerkleError::WrongLength);
        if ((node & 1) != 0 || node == last) {
            oldHash = nodeHash(part, oldHash);
            newHash = nodeHash(part, newHash);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            newHash = nodeHash(newHash, part);
        }
        node >>= 1;
        last >>= 1;
    }
    if (last != 0)
        return failure(MerkleError::WrongLength);
    if (!equal(oldHash, oldRoot) || !equal(newHash, newRoot))
        return failure(MerkleError::RootMismatch);
    return done();
}

} // namespace destek::crypto
