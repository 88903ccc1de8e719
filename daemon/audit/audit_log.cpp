#include "daemon/audit/audit_log.h"

#include "core/crypto/checkpoint.h"
#include "core/crypto/merkle_proof.h"
#include "daemon/audit/audit_bytes.h"
#include "daemon/audit/audit_line.h"
#include "daemon/audit/audit_verification.h"
#include "daemon/store/connection.h"
#include "daemon/store/statement.h"

#include <limits>

namespace destek::daemon
{

namespace
{

constexpr qsizetype kShortReference = 12; ///< enough for people to tell two apart

struct Subject {
    QString reference;
    ContactId link; ///< invalid once the person's keys are gone
};

/// A person whose keys are gone keeps the reference that the erasure order remembers.
Stored<Subject> subjectOf(Connection &connection, Vault &vault, ContactId contact)
{
    if (!contact.isValid())
        return Subject();
    const auto reference = vault.subjectRef(contact);
    if (reference)
        return Subject{QString::fromLatin1(*reference), contact};
    if (reference.error() != VaultError::Destroyed)
        return failure(storeError(reference.error()));
    Statement statement(connection, "erased_subject_ref");
    const auto kept = statement.with(contact).maybe([](const Row &row) { return row.text(0); });
    if (!kept)
        return failure(kept.error());
    return Subject{kept->value_or(QString()), {}};
}

AuditLine lineFrom(const Row &row)
{
    const AuditEntry entry = auditEntryFrom(row);
    AuditLine line;
    line.seq = entry.seq;
    line.at = entry.at;
    line.actor = entry.actor;
    line.device = entry.device;
    line.action = entry.action;
    line.subject = entry.subject.left(kShortReference);
    line.object = entry.object;
    line.reason = entry.reason;
    line.result = entry.result;
    line.contact = row.id<ContactId>(9);
    return line;
}

SealedTree sealedFrom(const Row &row)
{
    return {row.number(0), row.instant(1), row.bytes(2)};
}

} // namespace

AuditLog &AuditLog::in(Tx &tx)
{
    return dynamic_cast<AuditLog &>(tx.audit());
}

const AuditLog &AuditLog::in(const Tx &tx)
{
    return dynamic_cast<const AuditLog &>(tx.audit());
}

AuditLog::AuditLog(Connection &connection, Vault &vault, crypto::MerkleFrontier *frontier)
    : m_connection(connection), m_vault(vault), m_frontier(frontier)
{
}

Stored<qint64> AuditLog::size() const
{
    return Statement(m_connection, "audit_size").number();
}

Stored<AuditPage> AuditLog::page(const AuditFilter &filter, const QString &cursor, int limit) const
{
    constexpr qint64 kEnd = std::numeric_limits<qint64>::max();
    bool isNumber = false;
    const qint64 before = cursor.toLongLong(&isNumber);
    const bool ofOne = filter.contact.isValid();
    Statement statement(m_connection, ofOne ? "audit_page_of" : "audit_page");
    if (ofOne)
        statement.with(filter.contact);
    statement.with(isNumber ? before : kEnd, filter.actor, filter.actor);
    statement.with(filter.action, filter.action, filter.action, filter.action, filter.action);
    statement.with(filter.from, filter.to.isNull() ? kEnd : filter.to.ms, limit + 1);
    auto lines = statement.all(lineFrom);
    if (!lines)
        return failure(lines.error());
    AuditPage page;
    if (lines->size() > limit) {
        lines->removeLast();
        if (!lines->isEmpty())
            page.next = QString::number(lines->last().seq);
    }
    page.lines = std::move(*lines);
    return page;
}

Stored<qint64> AuditLog::append(const AuditDraft &draft)
{
    if (m_frontier == nullptr)
        return failure(StoreError::Failed);
    auto subject = subjectOf(m_connection, m_vault, draft.contact);
    if (!subject)
        return failure(subject.error());
    // Through UTF-8 and back: what is hashed must be what is read again.
    const auto text = [](const QString &value) { return QString::fromUtf8(value.toUtf8()); };
    AuditEntry entry;
    entry.seq = qint64(m_frontier->size());
    entry.at = draft.at;
    entry.actor = text(draft.actor.name);
    if (draft.actor.device.isValid())
        entry.device = QString::number(draft.actor.device.value);
    entry.action = wireName(draft.action);
    entry.subject = std::move(subject->reference);
    entry.object = text(draft.object);
    entry.reason = text(draft.reason);
    entry.result = text(draft.result);
    {
        Statement statement(m_connection, "add_audit_entry");
        const auto added =
            statement
                .with(entry.seq, entry.at, entry.actor, entry.device, entry.action, entry.subject,
                      entry.object, entry.reason, entry.result, subject->link)
                .runAny();
        if (!added)
            return failure(added.error());
    }
    // On a copy: a refused row must not leave the edge ahead of the table.
    crypto::MerkleFrontier grown = *m_frontier;
    for (const auto &node : grown.append(crypto::leafHash(viewOf(canonicalLine(entry))))) {
        Statement statement(m_connection, "add_audit_node");
        const auto added =
            statement.with(qint64(node.level), qint64(node.index), bytesOf(node.hash)).runAny();
        if (!added)
            return failure(added.error());
    }
    *m_frontier = std::move(grown);
    return entry.seq;
}

crypto::NodeSource AuditLog::nodes() const
{
    return [this](unsigned level, std::uint64_t index) -> std::optional<crypto::Hash> {
        Statement statement(m_connection, "audit_node");
        const auto hash = statement.with(qint64(level), qint64(index)).maybe([](const Row &row) {
            return row.bytes(0);
        });
        return hash && hash->has_value() ? hashOf(**hash) : std::nullopt;
    };
}

Stored<SealedTree> AuditLog::lastSealed() const
{
    const auto last = Statement(m_connection, "last_audit_checkpoint").maybe(sealedFrom);
    if (!last)
        return failure(last.error());
    return last->value_or(SealedTree());
}

Stored<Done> AuditLog::seal(Instant now, const crypto::SigningKey &key)
{
    if (m_frontier == nullptr)
        return failure(StoreError::Failed);
    const auto last = lastSealed();
    if (!last)
        return failure(last.error());
    const auto size = qint64(m_frontier->size());
    if (size == last->size)
        return done();
    if (last->size > 0 && (size < last->size || !isContinued(*last, key.publicKey(), nodes())))
        return failure(StoreError::Corrupt);
    const auto note = crypto::signCheckpoint(
        {std::string(crypto::kAuditOrigin), m_frontier->size(), m_frontier->root(), now.seconds()},
        key);
    if (!note)
        return failure(StoreError::Failed);
    Statement statement(m_connection, "add_audit_checkpoint");
    return statement.with(size, now, bytesOf(*note)).runAny();
}

Stored<AuditState> AuditLog::state(qint64 knownSize, const crypto::PublicKey &key) const
{
    const auto last = lastSealed();
    if (!last)
        return failure(last.error());
    AuditState state;
    state.size = last->size;
    state.sealedAt = last->at;
    state.checkpoint = last->note;
    state.publicKeyPem = bytesOf(key.toPem().valueOr({}));
    state.verified = last->size == 0 || isContinued(*last, key, nodes());
    if (knownSize <= 0 || knownSize >= last->size)
        return state;
    const auto proof =
        crypto::consistencyProof(std::uint64_t(knownSize), std::uint64_t(last->size), nodes());
    state.verified = state.verified && proof.ok();
    if (proof) {
        for (const crypto::Hash &hash : *proof)
            state.consistency << bytesOf(hash);
    }
    return state;
}

Stored<AuditState> AuditLog::verify(qint64 knownSize, const crypto::PublicKey &key) const
{
    auto answer = state(knownSize, key);
    if (!answer)
        return answer;
    const auto firstBad = AuditVerification(m_connection, m_vault, key).firstBad();
    if (!firstBad)
        return failure(firstBad.error());
    answer->firstBad = firstBad->value_or(-1);
    answer->verified = answer->verified && !firstBad->has_value();
    return answer;
}

Stored<Done> AuditLog::lines(const std::function<bool(const QByteArray &)> &take) const
{
    const auto last = lastSealed();
    if (!last)
        return failure(last.error());
    return Statement(m_connection, "audit_entries").each([&](const Row &row) {
        const AuditEntry entry = auditEntryFrom(row);
        return entry.seq < last->size && take(canonicalLine(entry) + '\n');
    });
}

} // namespace destek::daemon
