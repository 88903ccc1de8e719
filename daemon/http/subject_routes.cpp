#include "core/wire/endpoints.h"
#include "daemon/http/answers.h"
#include "daemon/http/api_routes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

/// Nobody asks for somebody's data without saying why.
std::optional<QString> reasonOf(const QJsonObject &body)
{
    const QString reason = body.value("reason"_L1).toString().trimmed().left(500);
    return reason.isEmpty() ? std::nullopt : std::optional(reason);
}

constexpr qint64 kPackageAtMost = 180LL * 1024 * 1024; ///< 240 MiB in base64

qint64 sizeOf(const ExportPackage &package)
{
    qint64 size = 0;
    for (const ExportPackage::File &file : package.files)
        size += file.bytes.size();
    return size;
}

AuditFilter filterOf(const httpd::Request &request)
{
    const auto number = [&](QStringView key) {
        return request.queryValue(key).value_or(QString()).toLongLong();
    };
    AuditFilter filter;
    filter.actor = request.queryValue(u"actor").value_or(QString());
    filter.action = request.queryValue(u"action").value_or(QString());
    filter.contact = ContactId(number(u"contact"));
    filter.from = Instant::fromMs(number(u"from"));
    filter.to = Instant::fromMs(number(u"to"));
    return filter;
}

} // namespace

void ApiRoutes::addSubjects(QList<httpd::Route> &routes)
{
    routes << guarded(
        "POST", wire::kExport,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            const auto body = answers::body(request, responder);
            if (!body)
                return;
            const auto reason = reasonOf(*body);
            if (!reason)
                return answers::fail(responder, ApiErrorCode::BadRequest);
            const auto language = body->value("language"_L1).toString() == "en"_L1
                                      ? ExportService::Language::English
                                      : ExportService::Language::Turkish;
            m_s.exports.exportPerson(actor, ContactId(answers::id(request)), language, *reason,
                                     [responder](Result<ExportPackage, ApiError> package) {
                                         // A console takes it in one piece; larger ones are made
                                         // by `destekd export` on the daemon's own machine.
                                         if (package && sizeOf(*package) > kPackageAtMost)
                                             package = failure(apiError(ApiErrorCode::TooLarge));
                                         answers::encoded<ExportPackage>(responder)(package);
                                     });
        });
    routes << guarded(
        "GET", wire::kErasure,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            m_s.erasure.preview(actor, ContactId(answers::id(request)),
                                answers::encoded<ErasurePreview>(responder));
        });
    routes << guarded(
        "POST", wire::kErasure,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            const auto body = answers::body(request, responder);
            if (!body)
                return;
            const auto reason = reasonOf(*body);
            if (!reason || !body->value("confirmed"_L1).toBool())
                return answers::fail(responder, ApiErrorCode::BadRequest);
            m_s.erasure.erase(actor, ContactId(answers::id(request)), *reason,
                              answers::encoded<DestructionRecord>(responder));
        });
    routes << guarded("GET", wire::kDestructionRecords,
                      [this](const Request &, const Responder &responder, const Actor &) {
                          m_s.database.read([responder](const Tx &tx) {
                              const auto records = tx.erasures().records();
                              if (!records)
                                  return answers::fail(responder, apiError(records.error()));
                              QJsonArray list;
                              for (const DestructionRecord &record : *records)
                                  list << wire::toJson(record);
                              answers::json(responder, {{"records"_L1, list}});
                          });
                      });
    routes << guarded(
        "POST", wire::kReceipt,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            const auto body = answers::body(request, responder);
            if (!body)
                return;
            m_s.erasure.receipt(
                actor, OrderId(answers::id(request)),
                QByteArray::fromBase64(body->value("receipt"_L1).toString().toLatin1()),
                QByteArray::fromBase64(body->value("signature"_L1).toString().toLatin1()),
                answers::encoded<Done>(responder));
        });
}

void ApiRoutes::addAudit(QList<httpd::Route> &routes)
{
    routes << guarded(
        "GET", wire::kAudit,
        [this](const Request &request, const Responder &responder, const Actor &actor) {
            const AuditFilter filter = filterOf(request);
            const QString cursor = request.queryValue(u"before").value_or(QString());
            const int limit = answers::limit(request, 100, 500);
            m_s.readAudit.note(actor, AuditAction::AuditRead, filter.contact, {},
                               [=, this](bool noted) {
                                   if (!noted)
                                       return answers::fail(responder, ApiErrorCode::Busy);
                                   m_s.database.read([=](const Tx &tx) {
                                       const auto page = tx.audit().page(filter, cursor, limit);
                                       if (!page)
                                           return answers::fail(responder, apiError(page.error()));
                                       answers::json(responder, wire::toJson(*page));
                                   });
                               });
        });
    routes << guarded("GET", wire::kAuditState,
                      [this](const Request &request, const Responder &responder, const Actor &) {
                          const qint64 since =
                              request.queryValue(u"since").value_or(QString()).toLongLong();
                          m_s.database.read([=, this](const Tx &tx) {
                              const auto state = m_s.auditState(tx, since);
                              if (!state)
                                  return answers::fail(responder, apiError(state.error()));
                              answers::json(responder, wire::toJson(*state));
                          });
                      });
}

} // namespace destek::daemon
