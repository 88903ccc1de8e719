#pragma once

#include "core/crypto/merkle.h"
#include "core/crypto/signing.h"
#include "daemon/service/ports/database.h"
#include "daemon/vault/vault.h"

#include <functional>

namespace destek::daemon
{

class Connection;

struct SealedTree {
    qint64 size = 0;
    Instant at;
    QByteArray note; ///< the signed checkpoint, docs/formats.md section 2
};

/// The audit log inside a transaction: entries, the complete subtrees of its Merkle tree
/// (RFC 6962) and signed checkpoints. Made by the store; see in().
class AuditLog final : public AuditTrail
{
public:
    /// The log behind a transaction of the real store. Precondition: the Tx is one of Store's.
    [[nodiscard]] static AuditLog &in(Tx &tx);
    [[nodiscard]] static const AuditLog &in(const Tx &tx);

    /// `frontier`: the writer's right edge of the tree, restored at open; nullptr for readers.
    AuditLog(Connection &connection, Vault &vault, crypto::MerkleFrontier *frontier);

    [[nodiscard]] Stored<AuditPage> page(const AuditFilter &filter, const QString &cursor,
                                         int limit) const override;
    [[nodiscard]] Stored<qint64> size() const override;
    Stored<qint64> append(const AuditDraft &draft) override;

    /// Signs the tree as it is and keeps the checkpoint; nothing to do if the newest one has this
    /// size. Errors: Corrupt if the tree's edge does not continue that checkpoint.
    Stored<Done> seal(Instant now, const crypto::SigningKey &key);
    /// Size and time of the newest checkpoint; {0, null} if there is none.
    [[nodiscard]] Stored<SealedTree> lastSealed() const;
    /// What consoles compare with what they remember, without recomputing: newest checkpoint and
    /// the proof from `knownSize` entries to it (empty when 0, equal or larger than the log).
    [[nodiscard]] Stored<AuditState> state(qint64 knownSize, const crypto::PublicKey &key) const;
    /// Recomputes every leaf from its entry, every subtree and every checkpoint. Streams; minutes
    /// for millions of entries, so on a reader. `verified` is false and `firstBad` set if a row
    /// was changed, removed, added or moved, or if the end is cut below a checkpoint.
    [[nodiscard]] Stored<AuditState> verify(qint64 knownSize, const crypto::PublicKey &key) const;
    /// The lines up to the newest checkpoint, each ended by a newline, in order: what
    /// destek-verify reads (docs/formats.md). `take` answers false to stop.
    [[nodiscard]] Stored<Done> lines(const std::function<bool(const QByteArray &line)> &take) const;
    /// Stored complete subtrees. Valid as long as this log.
    [[nodiscard]] crypto::NodeSource nodes() const;

private:
    Connection &m_connection;
    Vault &m_vault;
    crypto::MerkleFrontier *m_frontier;
};

} // namespace destek::daemon
