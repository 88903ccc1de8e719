#include "core/crypto/keyed_hash.h"
#include "core/crypto/merkle.h"
#include "core/crypto/merkle_proof.h"
#include "tests/crypto/crypto_kit.h"
#include "tests/kit/test_main.h"

#include <QTest>
#include <rapidcheck.h>

#include <map>

using namespace destek;
using namespace destek::crypto;
using destek::test::acceptedAfterBitFlips;
using destek::test::unhex;
using destek::test::unhexHash;

namespace
{

// The leaves that Certificate Transparency implementations test with; roots and proofs were
// computed with twenty lines of Python straight from RFC 6962 section 2.1.
const std::vector<std::string> kLeaves = {"",
                                          "00",
                                          "10",
                                          "2021",
                                          "3031",
                                          "40414243",
                                          "5051525354555657",
                                          "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> kRoots = {
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

std::vector<Hash> knownLeaves()
{
    std::vector<Hash> leaves;
    for (const std::string &leaf : kLeaves)
        leaves.push_back(leafHash(unhex(leaf)));
    return leaves;
}

std::vector<Hash> numberedLeaves(std::uint64_t count)
{
    std::vector<Hash> leaves;
    for (std::uint64_t i = 0; i < count; ++i)
        leaves.push_back(leafHash(view(std::to_string(i))));
    return leaves;
}

std::vector<std::string> hexOf(const Proof &proof)
{
    std::vector<std::string> out;
    for (const Hash &hash : proof)
        out.push_back(hex(hash));
    return out;
}

/// What a database holds: every complete node that append() reported.
struct Store {
    std::map<std::pair<unsigned, std::uint64_t>, Hash> nodes;
    mutable std::size_t reads = 0;

    void add(const std::vector<CompleteNode> &completed)
    {
        for (const CompleteNode &node : completed)
            nodes.emplace(std::pair(node.level, node.index), node.hash);
    }
    [[nodiscard]] NodeSource source() const
    {
        return [this](unsigned level, std::uint64_t index) -> std::optional<Hash> {
            ++reads;
            const auto found = nodes.find({level, index});
            return found == nodes.end() ? std::nullopt : std::optional(found->second);
        };
    }
};

/// A proof that was changed in every way an opponent or a bad copy would.
std::vector<Proof> spoiled(const Proof &proof)
{
    std::vector<Proof> out;
    for (std::size_t i = 0; i < proof.size(); ++i) {
        for (std::size_t byte = 0; byte < 32; ++byte) {
            out.push_back(proof);
            out.back()[i][byte] ^= 1;
        }
        out.push_back(proof);
        out.back().erase(out.back().begin() + static_cast<std::ptrdiff_t>(i));
        if (i > 0 && proof[i] != proof[i - 1]) {
            out.push_back(proof);
            std::swap(out.back()[i], out.back()[i - 1]);
        }
    }
    out.push_back(proof);
    out.back().push_back(Hash{});
    out.push_back(proof);
    out.back().insert(out.back().begin(), Hash{});
    return out;
}

} // namespace

class Merkle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rootsAreThoseOfRfc6962();
    void proofsAreThoseOfRfc6962();
    void everyInclusionProofHoldsAndNoOtherDoes();
    void everyConsistencyProofHoldsAndNoOtherDoes();
    void appendReportsEachCompleteSubtreeOnce();
    void storedNodesMakeProofsCheap();
    void aMissingLeafIsSaid();
    void theFrontierSurvivesStorage();
    void aCopiedFrontierRollsBack();
    void malformedFrontiersAreRefused();
    void changedLogsHaveAnotherRoot();
    void oddCasesOfConsistency();
    void hugeNumbersAreRefusedQuietly();
};

void Merkle::rootsAreThoseOfRfc6962()
{
    const std::vector<Hash> leaves = knownLeaves();
    MerkleFrontier frontier;
    for (std::size_t n = 0; n < kRoots.size(); ++n) {
        QCOMPARE(hex(frontier.root()), kRoots[n]);
        QCOMPARE(hex(*merkleRoot(n, fromLeaves(leaves))), kRoots[n]);
        if (n < leaves.size())
            frontier.append(leaves[n]);
    }
    QCOMPARE(hex(emptyRoot()), kRoots[0]);
}

void Merkle::proofsAreThoseOfRfc6962()
{
    const std::vector<Hash> leaves = knownLeaves();
    const NodeSource nodes = fromLeaves(leaves);
    using Expected = std::vector<std::string>;
    QCOMPARE(hexOf(*inclusionProof(0, 1, nodes)), Expected{});
    QCOMPARE(hexOf(*inclusionProof(0, 8, nodes)),
             (Expected{"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                       "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                       "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}));
    QCOMPARE(hexOf(*inclusionProof(5, 8, nodes)),
             (Expected{"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                       "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                       "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    QCOMPARE(hexOf(*inclusionProof(1, 5, nodes)),
             (Expected{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                       "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                       "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
    QCOMPARE(hexOf(*consistencyProof(6, 8, nodes)),
             (Expected{"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                       "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                       "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    QCOMPARE(hexOf(*consistencyProof(2, 5, nodes)),
             (Expected{"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                       "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
}

void Merkle::everyInclusionProofHoldsAndNoOtherDoes()
{
    const std::vector<Hash> leaves = numberedLeaves(33);
    const NodeSource nodes = fromLeaves(leaves);
    for (std::uint64_t n = 1; n <= leaves.size(); ++n) {
        const Hash root = *merkleRoot(n, nodes);
        for (std::uint64_t i = 0; i < n; ++i) {
            const auto proof = inclusionProof(i, n, nodes);
            QVERIFY(proof.ok());
            QVERIFY(verifyInclusion(leaves[i], i, n, *proof, root).ok());
            QVERIFY(!verifyInclusion(leaves[(i + 1) % leaves.size()], i, n, *proof, root).ok());
            for (std::uint64_t other = 0; other <= n; ++other)
                QVERIFY(other == i || !verifyInclusion(leaves[i], other, n, *proof, root).ok());
        }
        QCOMPARE(inclusionProof(n, n, nodes).error(), MerkleError::IndexOutOfRange);
    }
    for (const std::uint64_t n : {1, 2, 7, 8, 21, 33}) {
        const Hash root = *merkleRoot(n, nodes);
        for (std::uint64_t i = 0; i < n; ++i) {
            for (const Proof &bad : spoiled(*inclusionProof(i, n, nodes)))
                QVERIFY(!verifyInclusion(leaves[i], i, n, bad, root).ok());
        }
    }
}

void Merkle::everyConsistencyProofHoldsAndNoOtherDoes()
{
    const std::vector<Hash> leaves = numberedLeaves(33);
    const NodeSource nodes = fromLeaves(leaves);
    std::vector<Hash> roots;
    for (std::uint64_t n = 0; n <= leaves.size(); ++n)
        roots.push_back(*merkleRoot(n, nodes));
    for (std::uint64_t n = 0; n <= leaves.size(); ++n) {
        for (std::uint64_t m = 0; m <= n; ++m) {
            const auto proof = consistencyProof(m, n, nodes);
            QVERIFY(proof.ok());
            QVERIFY(verifyConsistency(m, roots[m], n, roots[n], *proof).ok());
            Hash changed = roots[m];
            changed[0] ^= 1;
            QVERIFY(!verifyConsistency(m, changed, n, roots[n], *proof).ok());
            changed = roots[n];
            changed[31] ^= 1;
            if (m > 0 || n == 0)
                QVERIFY(!verifyConsistency(m, roots[m], n, changed, *proof).ok());
            for (const Proof &bad : spoiled(*proof))
                QVERIFY(!verifyConsistency(m, roots[m], n, roots[n], bad).ok());
        }
    }
    QCOMPARE(consistencyProof(9, 8, nodes).error(), MerkleError::SizeOrder);
    QCOMPARE(verifyConsistency(9, roots[9], 8, roots[8], {}).error(), MerkleError::SizeOrder);
}

void Merkle::appendReportsEachCompleteSubtreeOnce()
{
    const std::vector<Hash> leaves = numberedLeaves(130);
    MerkleFrontier frontier;
    std::map<std::pair<unsigned, std::uint64_t>, Hash> seen;
    for (const Hash &leaf : leaves) {
        for (const CompleteNode &node : frontier.append(leaf)) {
            const bool isNew = seen.emplace(std::pair(node.level, node.index), node.hash).second;
            QVERIFY(isNew);
        }
    }
    std::size_t expected = 0;
    for (unsigned level = 0; (1U << level) <= leaves.size(); ++level) {
        const std::uint64_t width = std::uint64_t(1) << level;
        for (std::uint64_t i = 0; (i + 1) * width <= leaves.size(); ++i, ++expected) {
            const std::span<const Hash> part = std::span(leaves).subspan(i * width, width);
            const auto found = seen.find({level, i});
            QVERIFY(found != seen.end());
            QCOMPARE(found->second, *merkleRoot(width, fromLeaves(part)));
        }
    }
    QCOMPARE(seen.size(), expected);
}

void Merkle::storedNodesMakeProofsCheap()
{
    Store store;
    MerkleFrontier frontier;
    const std::vector<Hash> leaves = numberedLeaves(5000);
    for (const Hash &leaf : leaves)
        store.add(frontier.append(leaf));
    const NodeSource plain = fromLeaves(leaves);
    QVERIFY(rc::check("stored nodes give the proofs of the leaves", [&] {
        const auto n = *rc::gen::inRange<std::uint64_t>(1, leaves.size() + 1);
        const auto i = *rc::gen::inRange<std::uint64_t>(0, n);
        const NodeSource nodes = store.source();
        store.reads = 0;
        const auto inclusion = inclusionProof(i, n, nodes);
        RC_ASSERT(store.reads <= 2 * 13);
        RC_ASSERT(*inclusion == *inclusionProof(i, n, plain));
        store.reads = 0;
        const auto consistency = consistencyProof(i, n, nodes);
        RC_ASSERT(store.reads <= 2 * 13);
        RC_ASSERT(*consistency == *consistencyProof(i, n, plain));
        RC_ASSERT(*merkleRoot(n, nodes) == *merkleRoot(n, plain));
        RC_ASSERT(MerkleFrontier::fromNodes(n, nodes)->root() == *merkleRoot(n, plain));
    }));
    QVERIFY(*MerkleFrontier::fromNodes(leaves.size(), store.source()) == frontier);
}

void Merkle::aMissingLeafIsSaid()
{
    Store store;
    MerkleFrontier frontier;
    for (const Hash &leaf : numberedLeaves(9))
        store.add(frontier.append(leaf));
    store.nodes.erase({0, 8});
    QCOMPARE(merkleRoot(9, store.source()).error(), MerkleError::MissingNode);
    QCOMPARE(inclusionProof(0, 9, store.source()).error(), MerkleError::MissingNode);
    QCOMPARE(consistencyProof(8, 9, store.source()).error(), MerkleError::MissingNode);
    QCOMPARE(MerkleFrontier::fromNodes(9, store.source()).error(), MerkleError::MissingNode);
}

void Merkle::theFrontierSurvivesStorage()
{
    QVERIFY(rc::check("restore(serialise(f)) appends like f", [] {
        const auto leaves = numberedLeaves(*rc::gen::inRange<std::uint64_t>(0, 300));
        MerkleFrontier frontier;
        for (const Hash &leaf : leaves)
            frontier.append(leaf);
        auto restored = MerkleFrontier::restore(frontier.serialise());
        RC_ASSERT(restored.ok());
        RC_ASSERT(*restored == frontier);
        const Hash next = leafHash(view("next"));
        RC_ASSERT(restored->append(next) == frontier.append(next));
        RC_ASSERT(restored->root() == frontier.root());
    }));
}

void Merkle::aCopiedFrontierRollsBack()
{
    MerkleFrontier frontier;
    for (const Hash &leaf : numberedLeaves(7))
        frontier.append(leaf);
    const Hash before = frontier.root();
    MerkleFrontier attempt = frontier;
    attempt.append(leafHash(view("never committed")));
    QCOMPARE(attempt.size(), std::uint64_t(8));
    QCOMPARE(frontier.size(), std::uint64_t(7));
    QCOMPARE(frontier.root(), before);
}

void Merkle::malformedFrontiersAreRefused()
{
    MerkleFrontier frontier;
    for (const Hash &leaf : numberedLeaves(7))
        frontier.append(leaf);
    const Bytes stored = frontier.serialise();
    for (std::size_t length = 0; length < stored.size(); ++length)
        QCOMPARE(MerkleFrontier::restore(View(stored).first(length)).error(),
                 MerkleError::Malformed);
    Bytes longer = stored;
    longer.push_back(0);
    QCOMPARE(MerkleFrontier::restore(longer).error(), MerkleError::Malformed);
    QCOMPARE(acceptedAfterBitFlips<Bytes>(stored,
                                          [&](const Bytes &changed) {
                                              const auto back = MerkleFrontier::restore(changed);
                                              return back.ok() && back->root() == frontier.root() &&
                                                     back->size() == frontier.size();
                                          }),
             std::size_t(0));
}

// a changed, removed, doubled or moved entry shows.
void Merkle::changedLogsHaveAnotherRoot()
{
    QVERIFY(rc::check("any other list of leaves has another root",
                      [](const std::vector<Bytes> &a, const std::vector<Bytes> &b) {
                          const auto rootOf = [](const std::vector<Bytes> &entries) {
                              MerkleFrontier frontier;
                              for (const Bytes &entry : entries)
                                  frontier.append(leafHash(entry));
                              return frontier.root();
                          };
                          RC_ASSERT((a == b) == (rootOf(a) == rootOf(b)));
                      }));
    // A node passed off as a leaf: the reason for the prefixes.
    const std::vector<Hash> leaves = numberedLeaves(2);
    Bytes joined(leaves[0].begin(), leaves[0].end());
    joined.insert(joined.end(), leaves[1].begin(), leaves[1].end());
    QVERIFY(leafHash(joined) != nodeHash(leaves[0], leaves[1]));
}

void Merkle::oddCasesOfConsistency()
{
    const std::vector<Hash> leaves = numberedLeaves(3);
    const Hash root = *merkleRoot(3, fromLeaves(leaves));
    QVERIFY(verifyConsistency(0, emptyRoot(), 3, root, {}).ok());
    QCOMPARE(verifyConsistency(0, root, 3, root, {}).error(), MerkleError::RootMismatch);
    QCOMPARE(verifyConsistency(0, emptyRoot(), 0, root, {}).error(), MerkleError::RootMismatch);
    QCOMPARE(verifyConsistency(0, emptyRoot(), 3, root, leaves).error(), MerkleError::WrongLength);
    QCOMPARE(verifyConsistency(3, root, 3, root, leaves).error(), MerkleError::WrongLength);
    QCOMPARE(verifyConsistency(2, root, 3, root, {}).error(), MerkleError::WrongLength);
    QCOMPARE(verifyInclusion(leaves[0], 0, 0, {}, emptyRoot()).error(),
             MerkleError::IndexOutOfRange);
}

void Merkle::hugeNumbersAreRefusedQuietly()
{
    const std::uint64_t most = ~std::uint64_t(0);
    const Proof junk(70);
    QVERIFY(!verifyInclusion({}, most - 1, most, junk, {}).ok());
    QVERIFY(!verifyInclusion({}, most, most, junk, {}).ok());
    QVERIFY(!verifyConsistency(most - 1, {}, most, {}, junk).ok());
    QVERIFY(!verifyConsistency(1, {}, most, {}, junk).ok());
    QVERIFY(!verifyConsistency(std::uint64_t(1) << 63, {}, most, {}, junk).ok());
    const NodeSource nothing = [](unsigned, std::uint64_t) { return std::optional<Hash>(); };
    QCOMPARE(merkleRoot(most, nothing).error(), MerkleError::MissingNode);
    QCOMPARE(inclusionProof(most - 1, most, nothing).error(), MerkleError::MissingNode);
    QCOMPARE(consistencyProof(most - 1, most, nothing).error(), MerkleError::MissingNode);
}

DESTEK_TEST(Merkle)
#include "tst_merkle.moc"
