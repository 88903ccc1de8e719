#include "core/crypto/merkle.h"

#include "core/crypto/encoding.h"
#include "core/crypto/keyed_hash.h"

#include <algorithm>
#include <bit>

namespace destek::crypto
{

namespace
{

constexpr std::size_t kSizeBytes = 8;

} // namespace

// The prefixes keep a leaf from being passed off as a node, RFC 6962 section 2.1.
Hash leafHash(View leaf)
{
    Sha256 hash;
    const std::uint8_t prefix = 0;
    hash.add({&prefix, 1});
    hash.add(leaf);
    return hash.finish();
}

Hash nodeHash(const Hash &left, const Hash &right)
{
    std::array<std::uint8_t, 65> joined;
    joined[0] = 1;
    std::copy(left.begin(), left.end(), joined.begin() + 1);
    std::copy(right.begin(), right.end(), joined.begin() + 33);
    return sha256(joined);
}

Hash emptyRoot()
{
    return sha256({});
}

std::vector<CompleteNode> MerkleFrontier::append(const Hash &leafHash)
{
    std::vector<CompleteNode> completed;
    CompleteNode node{0, m_size, leafHash};
    completed.push_back(node);
    // As in counting: each low bit that is set is a subtree of the same size waiting at the edge.
    for (std::uint64_t rest = m_size; (rest & 1) != 0; rest >>= 1) {
        node = {node.level + 1, node.index >> 1, nodeHash(m_edge.back(), node.hash)};
        m_edge.pop_back();
        completed.push_back(node);
    }
    m_edge.push_back(node.hash);
    ++m_size;
    return completed;
}

Hash MerkleFrontier::root() const
{
    if (m_edge.empty())
        return emptyRoot();
    Hash root = m_edge.back();
    for (auto left = m_edge.rbegin() + 1; left != m_edge.rend(); ++left)
        root = nodeHash(*left, root);
    return root;
}

Bytes MerkleFrontier::serialise() const
{
    Bytes out;
    out.reserve(kSizeBytes + m_edge.size() * Hash().size());
    for (int shift = 56; shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(m_size >> shift));
    for (const Hash &hash : m_edge)
        out.insert(out.end(), hash.begin(), hash.end());
    return out;
}

Result<MerkleFrontier, MerkleError> MerkleFrontier::restore(View bytes)
{
    if (bytes.size() < kSizeBytes)
        return failure(MerkleError::Malformed);
    MerkleFrontier frontier;
    for (std::size_t i = 0; i < kSizeBytes; ++i)
        frontier.m_size = frontier.m_size << 8 | bytes[i];
    const auto count = static_cast<std::size_t>(std::popcount(frontier.m_size));
    if (bytes.size() != kSizeBytes + count * Hash().size())
        return failure(MerkleError::Malformed);
    for (std::size_t i = 0; i < count; ++i)
        frontier.m_edge.push_back(
            *hashFromBytes(bytes.subspan(kSizeBytes + i * Hash().size(), Hash().size())));
    return frontier;
}

} // namespace destek::crypto
