#pragma once

#include "core/base/clock.h"
#include "daemon/service/access_service.h"
#include "daemon/service/ports/database.h"
#include "daemon/service/ports/keepers.h"
#include "daemon/service/ports/media_files.h"

namespace destek::daemon
{

/// Erasing one person (KVKK art. 7 and 11/e; ): order
/// (durable, the person is gone for everyone) → destroy keys → delete files and rows and write the
/// signed destruction record. A crash between the steps is finished by finishInterrupted().
/// Threads: any; callbacks on the writer thread.
class ErasureService
{
public:
    ErasureService(Database &database, KeyKeeper &keys, const DocumentSigner &signer,
                   const Clock &clock, MediaFiles &files);

    void preview(const Actor &actor, ContactId contact, Told<ErasurePreview> told);
    void erase(const Actor &actor, ContactId contact, const QString &reason,
               Told<DestructionRecord> told);
    void receipt(const Actor &actor, OrderId order, const QByteArray &receipt,
                 const QByteArray &signature, Told<Done> told);
    /// At start, before anything is served. Answers how many were finished.
    Stored<int> finishInterrupted();

private:
    Stored<int> forgetWords(Tx &tx, const ContactRecord &person);
    void finish(const Actor &actor, const ErasureOrder &order, Told<DestructionRecord> told);
    Stored<DestructionRecord> complete(Tx &tx, const Actor &actor, const ErasureOrder &order);
    Stored<Done> audit(Tx &tx, const Actor &actor, AuditAction action, ContactId contact,
                       const QString &object, const QString &reason, const QString &result);

    Database &m_database;
    KeyKeeper &m_keys;
    const DocumentSigner &m_signer;
    const Clock &m_clock;
    MediaFiles &m_files;
};

/// The signed text of a destruction record: JSON with sorted keys, no content, no identity.
[[nodiscard]] QByteArray destructionDocument(const DestructionRecord &record,
                                             const QString &signerFingerprint);

} // namespace destek::daemon
