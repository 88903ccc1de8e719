#include "models/session/audit_witness.h"

#include "core/crypto/checkpoint.h"
#include "core/crypto/encoding.h"
#include "core/crypto/merkle_proof.h"
#include "core/crypto/public_key.h"

#include <string_view>

namespace destek::models
{

namespace
{

std::string_view textOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

std::optional<crypto::Proof> proofOf(const QList<QByteArray> &nodes)
{
    crypto::Proof proof;
    for (const QByteArray &node : nodes) {
        const auto hash = crypto::hashFromBytes(crypto::view(textOf(node)));
        if (!hash)
            return std::nullopt;
        proof.push_back(*hash);
    }
    return proof;
}

WitnessFinding continues(const crypto::Checkpoint &before, const crypto::Checkpoint &now,
                         const QList<QByteArray> &nodes)
{
    if (now.size < before.size)
        return WitnessFinding::RolledBack;
    if (now.size == before.size)
        return now.root == before.root ? WitnessFinding::Good : WitnessFinding::Forked;
    const auto proof = proofOf(nodes);
    if (!proof)
        return WitnessFinding::Forked;
    return crypto::verifyConsistency(before.size, before.root, now.size, now.root, *proof).ok()
               ? WitnessFinding::Good
               : WitnessFinding::Forked;
}

} // namespace

AuditWitness::AuditWitness(net::AuditApi *api, AuditMemory *memory, QObject *parent)
    : QObject(parent), m_api(api), m_memory(memory)
{
}

bool AuditWitness::isAlarm(WitnessFinding finding)
{
    switch (finding) {
    case WitnessFinding::RolledBack:
    case WitnessFinding::Forked:
    case WitnessFinding::KeyChanged:
    case WitnessFinding::BadSignature:
    case WitnessFinding::BrokenLog:
        return true;
    default:
        return false;
    }
}

WitnessFinding AuditWitness::compare(const AuditMemory::Seen &seen, const AuditState &state)
{
    const auto key = crypto::PublicKey::fromPem(textOf(state.publicKeyPem));
    if (!key.ok())
        return WitnessFinding::BadSignature;
    const auto now = crypto::verifyCheckpoint(textOf(state.checkpoint), crypto::kAuditOrigin, *key);
    if (!now.ok())
        return WitnessFinding::BadSignature;
    if (!seen.note.isEmpty() && seen.publicKeyPem != state.publicKeyPem)
        return WitnessFinding::KeyChanged;
    if (!state.verified || state.firstBad >= 0)
        return WitnessFinding::BrokenLog;
    if (seen.note.isEmpty())
        return WitnessFinding::FirstSeen;
    const auto before = crypto::verifyCheckpoint(textOf(seen.note), crypto::kAuditOrigin, *key);
    if (!before.ok())
        return WitnessFinding::FirstSeen; // the profile was damaged: nothing to compare with
    return continues(*before, *now, state.consistency);
}

void AuditWitness::check()
{
    if (m_asking)
        return;
    m_asking = true;
    const AuditMemory::Seen seen = m_memory->read();
    const auto before = crypto::parseCheckpoint(textOf(seen.note));
    const qint64 since = before.ok() ? qint64(before->checkpoint.size) : 0;
    m_api->state(since, {this, [this, seen](net::Answer<AuditState> answer) {
                             m_asking = false;
                             if (answer.ok()) {
                                 m_state = *std::move(answer);
                                 m_finding = compare(seen, m_state);
                             } else {
                                 m_finding = answer.error().code == ApiErrorCode::NotPermitted
                                                 ? WitnessFinding::NotAsked
                                                 : WitnessFinding::Unreachable;
                             }
                             if (m_finding == WitnessFinding::Good ||
                                 m_finding == WitnessFinding::FirstSeen)
                                 m_memory->write({m_state.checkpoint, m_state.publicKeyPem});
                             Q_EMIT checked(m_finding);
                         }});
}

} // namespace destek::models
