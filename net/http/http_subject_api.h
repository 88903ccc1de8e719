#pragma once

#include "core/base/clock.h"
#include "net/api/secret_store.h"
#include "net/api/subject_api.h"
#include "net/http/http_transport.h"

namespace destek::net
{

/// Requests under art. 11. Receipts are signed with the device key. All outlive it.
class HttpSubjectApi final : public QObject, public SubjectApi
{
    Q_OBJECT
public:
    HttpSubjectApi(HttpTransport *transport, const SecretStore *store, const Clock *clock,
                   QObject *parent = nullptr);
    /// Which console signs; from the pairing.
    void setDevice(DeviceId device) { m_device = device; }

    void exportPerson(ContactId id, const QString &language, const QString &reason,
                      Then<ExportPackage> then) override;
    void previewErasure(ContactId id, Then<ErasurePreview> then) override;
    void erase(ContactId id, const QString &reason, Then<DestructionRecord> then) override;
    void destructionRecords(Then<QList<DestructionRecord>> then) override;
    void sendReceipt(const ErasureOrder &order, int conversationsDropped, Then<Done> then) override;

private:
    HttpTransport *m_transport;
    const SecretStore *m_store;
    const Clock *m_clock;
    DeviceId m_device;
};

} // namespace destek::net
