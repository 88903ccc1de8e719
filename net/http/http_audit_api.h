#pragma once

#include "net/api/subject_api.h"
#include "net/http/http_transport.h"

namespace destek::net
{

/// The audit log. `transport` outlives it.
class HttpAuditApi final : public AuditApi
{
public:
    explicit HttpAuditApi(HttpTransport *transport) : m_transport(transport) {}

    void lines(const AuditFilter &filter, const QString &cursor, int limit,
               Then<AuditPage> then) override;
    void state(qint64 since, Then<AuditState> then) override;

private:
    HttpTransport *m_transport;
};

} // namespace destek::net
