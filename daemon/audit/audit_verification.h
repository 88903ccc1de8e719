#pragma once

#include "core/crypto/merkle.h"
#include "core/crypto/signing.h"
#include "daemon/audit/audit_log.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace destek::daemon
{

class Row;

/// Is this checkpoint ours, and do the stored subtrees still lead to its root? O(log n).
[[nodiscard]] bool isContinued(const SealedTree &sealed, const crypto::PublicKey &key,
                               const crypto::NodeSource &nodes);

/// Recomputes the whole log from its entries and compares it with everything stored about it:
/// leaves, subtrees, checkpoints, links to people.
class AuditVerification
{
public:
    AuditVerification(Connection &connection, Vault &vault, const crypto::PublicKey &key);

    /// The first entry that does not verify; nullopt if all do. A missing end is reported as the
    /// first entry that is missing.
    [[nodiscard]] Stored<std::optional<qint64>> firstBad();

private:
    struct Claim {
        qint64 size = 0;
        std::optional<crypto::Hash> root; ///< empty: not signed by us or not what its row says
    };

    [[nodiscard]] Stored<Done> readCheckpoints();
    [[nodiscard]] Stored<Done> readErasedReferences();
    [[nodiscard]] bool takeEntry(const Row &row);
    [[nodiscard]] bool nodesMatch(const QByteArray &line);
    [[nodiscard]] bool linkMatches(qint64 seq, ContactId contact, const QString &subject);
    /// Lines without a link must be about people who are no longer here.
    [[nodiscard]] Stored<Done> checkUnlinked();
    [[nodiscard]] bool checkpointsMatch();
    [[nodiscard]] Stored<bool> hasForeignNodes() const;
    void noteBad(qint64 seq);

    Connection &m_connection;
    Vault &m_vault;
    const crypto::PublicKey &m_key;
    QList<Claim> m_claims; ///< by size
    qsizetype m_nextClaim = 0;
    qint64 m_lastGood = 0; ///< size of the last checkpoint that held
    QSet<QString> m_erased;
    QHash<ContactId, QString> m_references;
    QHash<QString, qint64> m_unlinked; ///< reference without a link -> its first entry
    crypto::MerkleFrontier m_frontier;
    std::optional<qint64> m_firstBad;
};

} // namespace destek::daemon
