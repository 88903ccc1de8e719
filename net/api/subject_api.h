#pragma once

#include "core/domain/audit.h"
#include "core/domain/subject_request.h"
#include "net/api/reply.h"

namespace destek::net
{

/// Data-subject requests (KVKK art. 11). Export and erase answer StepUpNeeded until
/// SessionApi::stepUp() has succeeded. Threads: GUI only.
class SubjectApi
{
public:
    virtual ~SubjectApi() = default;
    virtual void exportPerson(ContactId id, const QString &language, const QString &reason,
                              Then<ExportPackage> then) = 0;
    virtual void previewErasure(ContactId id, Then<ErasurePreview> then) = 0;
    virtual void erase(ContactId id, const QString &reason, Then<DestructionRecord> then) = 0;
    virtual void destructionRecords(Then<QList<DestructionRecord>> then) = 0;
    /// Signed by this device: "this console has dropped the person".
    virtual void sendReceipt(const ErasureOrder &order, int conversationsDropped,
                             Then<Done> then) = 0;
};

class AuditApi
{
public:
    virtual ~AuditApi() = default;
    virtual void lines(const AuditFilter &filter, const QString &cursor, int limit,
                       Then<AuditPage> then) = 0;
    /// With the proof that the log of `since` entries is a prefix of the present one.
    virtual void state(qint64 since, Then<AuditState> then) = 0;
};

} // namespace destek::net
