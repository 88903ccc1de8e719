#include "daemon/audit/audit_verification.h"

#include "core/crypto/checkpoint.h"
#include "core/crypto/merkle_proof.h"
#include "daemon/audit/audit_bytes.h"
#include "daemon/audit/audit_line.h"
#include "daemon/store/connection.h"
#include "daemon/store/statement.h"

#include <algorithm>

namespace destek::daemon
{

namespace
{

/// What the note says if we signed it and its row says the same.
std::optional<crypto::Checkpoint> provenNote(const SealedTree &sealed, const crypto::PublicKey &key)
{
    const auto note =
        crypto::verifyCheckpoint(sealed.note.toStdString(), crypto::kAuditOrigin, key);
    if (!note || note->size != std::uint64_t(sealed.size) ||
        note->unixSeconds != sealed.at.seconds())
        return std::nullopt;
    return *note;
}

} // namespace

bool isContinued(const SealedTree &sealed, const crypto::PublicKey &key,
                 const crypto::NodeSource &nodes)
{
    const auto note = provenNote(sealed, key);
    if (!note)
        return false;
    const auto root = crypto::merkleRoot(note->size, nodes);
    return root && *root == note->root;
}

AuditVerification::AuditVerification(Connection &connection, Vault &vault,
                                     const crypto::PublicKey &key)
    : m_connection(connection), m_vault(vault), m_key(key)
{
}

Stored<std::optional<qint64>> AuditVerification::firstBad()
{
    if (const auto read = readCheckpoints(); !read)
        return failure(read.error());
    if (const auto read = readErasedReferences(); !read)
        return failure(read.error());
    // With one bad entry every later root differs: the first one is the answer.
    const auto walked = Statement(m_connection, "audit_entries").each([this](const Row &row) {
        return takeEntry(row);
    });
    if (!walked)
        return failure(walked.error());
    if (m_firstBad)
        return m_firstBad;
    // What is claimed beyond the entries has been cut off.
    if (m_nextClaim < m_claims.size())
        noteBad(qint64(m_frontier.size()));
    if (const auto checked = checkUnlinked(); !checked)
        return failure(checked.error());
    const auto foreign = hasForeignNodes();
    if (!foreign)
        return failure(foreign.error());
    if (*foreign)
        noteBad(qint64(m_frontier.size()));
    return m_firstBad;
}

Stored<Done> AuditVerification::readCheckpoints()
{
    return Statement(m_connection, "audit_checkpoints").each([this](const Row &row) {
        const SealedTree sealed{row.number(0), row.instant(1), row.bytes(2)};
        const auto note = provenNote(sealed, m_key);
        m_claims.append({sealed.size, note ? std::optional(note->root) : std::nullopt});
        return true;
    });
}

Stored<Done> AuditVerification::readErasedReferences()
{
    return Statement(m_connection, "erased_subject_refs").each([this](const Row &row) {
        m_erased.insert(row.text(0));
        return true;
    });
}

bool AuditVerification::takeEntry(const Row &row)
{
    const auto expected = qint64(m_frontier.size());
    const AuditEntry entry = auditEntryFrom(row);
    if (entry.seq != expected || !linkMatches(entry.seq, row.id<ContactId>(9), entry.subject) ||
        !nodesMatch(canonicalLine(entry))) {
        noteBad(expected);
        return false;
    }
    if (!checkpointsMatch()) {
        noteBad(m_lastGood);
        return false;
    }
    return true;
}

bool AuditVerification::nodesMatch(const QByteArray &line)
{
    for (const auto &node : m_frontier.append(crypto::leafHash(viewOf(line)))) {
        Statement statement(m_connection, "audit_node");
        const auto stored =
            statement.with(qint64(node.level), qint64(node.index)).maybe([](const Row &row) {
                return row.bytes(0);
            });
        if (!stored || !stored->has_value() || **stored != bytesOf(node.hash))
            return false;
    }
    return true;
}

/// The link is not hashed, but it must lead to the person the line names.
bool AuditVerification::linkMatches(qint64 seq, ContactId contact, const QString &subject)
{
    if (!contact.isValid()) {
        if (!subject.isEmpty() && !m_erased.contains(subject) && !m_unlinked.contains(subject))
            m_unlinked.insert(subject, seq);
        return true;
    }
    auto known = m_references.find(contact);
    if (known == m_references.end()) {
        const auto reference = m_vault.knownSubjectRef(contact);
        if (!reference)
            return false;
        QString text;
        if (reference->has_value())
            text = QString::fromLatin1(**reference);
        known = m_references.insert(contact, text);
    }
    // Between an order and its end the key is gone and the link still there.
    return known->isEmpty() ? m_erased.contains(subject) : *known == subject;
}

Stored<Done> AuditVerification::checkUnlinked()
{
    if (m_unlinked.isEmpty())
        return done();
    const auto people =
        Statement(m_connection, "people").all([](const Row &row) { return row.id<ContactId>(0); });
    if (!people)
        return failure(people.error());
    for (const ContactId contact : *people) {
        const auto reference = m_vault.knownSubjectRef(contact);
        if (!reference)
            return failure(storeError(reference.error()));
        const auto cut = m_unlinked.constFind(
            reference->has_value() ? QString::fromLatin1(**reference) : QString());
        if (cut != m_unlinked.constEnd())
            noteBad(*cut);
    }
    return done();
}

bool AuditVerification::checkpointsMatch()
{
    const auto size = qint64(m_frontier.size());
    while (m_nextClaim < m_claims.size() && m_claims.at(m_nextClaim).size <= size) {
        const Claim &claim = m_claims.at(m_nextClaim);
        if (claim.size != size || claim.root != m_frontier.root())
            return false;
        m_lastGood = size;
        ++m_nextClaim;
    }
    return true;
}

Stored<bool> AuditVerification::hasForeignNodes() const
{
    bool foreign = false;
    const auto walked = Statement(m_connection, "audit_node_levels").each([&](const Row &row) {
        const qint64 level = row.number(0);
        const qint64 expected = level < 63 ? qint64(m_frontier.size() >> level) : 0;
        foreign =
            foreign || level < 0 || row.number(1) != expected || row.number(2) != expected - 1;
        return true;
    });
    if (!walked)
        return failure(walked.error());
    return foreign;
}

void AuditVerification::noteBad(qint64 seq)
{
    m_firstBad = m_firstBad ? std::min(*m_firstBad, seq) : seq;
}

} // namespace destek::daemon
