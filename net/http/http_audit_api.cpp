#include "net/http/http_audit_api.h"

#include "core/wire/endpoints.h"
#include "core/wire/json.h"

namespace destek::net
{

namespace
{

QString numberOrEmpty(qint64 value)
{
    return value > 0 ? QString::number(value) : QString();
}

} // namespace

void HttpAuditApi::lines(const AuditFilter &filter, const QString &cursor, int limit,
                         Then<AuditPage> then)
{
    JsonAsk ask;
    ask.path = QString(wire::kAudit);
    ask.query = {{"actor", filter.actor},
                 {"action", filter.action},
                 {"contact", numberOrEmpty(filter.contact.value)},
                 {"from", numberOrEmpty(filter.from.ms)},
                 {"to", numberOrEmpty(filter.to.ms)},
                 {"before", cursor},
                 {"limit", QString::number(limit)}};
    m_transport->ask<AuditPage>(ask, then, wire::auditPageFromJson);
}

void HttpAuditApi::state(qint64 since, Then<AuditState> then)
{
    JsonAsk ask;
    ask.path = QString(wire::kAuditState);
    ask.query = {{"since", QString::number(since)}};
    m_transport->ask<AuditState>(ask, then, wire::auditStateFromJson);
}

} // namespace destek::net
