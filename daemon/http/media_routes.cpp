#include "core/wire/endpoints.h"
#include "daemon/http/answers.h"
#include "daemon/http/api_routes.h"
#include "daemon/service/media_gateway.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr qint64 kSmall = 256 * 1024;
constexpr auto kUploadTime = std::chrono::minutes(10);

/// "bytes=first-last" or "bytes=first-"; any other form is as if none were named.
MediaDesk::Part partOf(const httpd::Request &request)
{
    static const QRegularExpression form(u"^bytes=(\\d{1,15})-(\\d{0,15})$"_s);
    const auto match = form.match(QString::fromLatin1(request.header("Range")));
    if (!match.hasMatch() || request.headerValues("Range").size() != 1)
        return {};
    const qint64 first = match.captured(1).toLongLong();
    const bool open = match.captured(2).isEmpty();
    const qint64 last = match.captured(2).toLongLong();
    if (!open && last < first)
        return {};
    return {first, open ? MediaDesk::kPartAtMost : last - first + 1};
}

httpd::Reply refusal(ApiErrorCode code)
{
    return httpd::Reply::json(
        answers::httpStatus(code),
        QJsonDocument(wire::toJson(apiError(code))).toJson(QJsonDocument::Compact));
}

} // namespace

void ApiRoutes::addMedia(QList<httpd::Route> &routes)
{
    httpd::Route taking =
        guarded("POST", wire::kUploads,
                [this](const Request &request, const Responder &responder, const Actor &actor) {
                    upload(request, responder, actor);
                });
    taking.maxBody = kMediaAtMost;
    taking.requestTimeout = kUploadTime;
    taking.beforeBody = [this](const Request &head) -> std::optional<httpd::Reply> {
        bool known = false;
        const qint64 length = head.header("Content-Length").toLongLong(&known);
        if (head.header("Authorization").isEmpty())
            return refusal(ApiErrorCode::NotSignedIn);
        if ((known && length <= kSmall) || wasHere(head))
            return std::nullopt;
        return refusal(ApiErrorCode::Busy); // any other call of the session opens the way
    };
    routes << taking;
    routes << guarded("GET", wire::kMedia,
                      [this](const Request &request, const Responder &responder,
                             const Actor &actor) { media(request, responder, actor); });
}

void ApiRoutes::upload(const Request &request, const Responder &responder, const Actor &actor)
{
    const QString name =
        QString::fromUtf8(QByteArray::fromPercentEncoding(request.header(wire::kFileNameHeader)));
    m_s.media.take(actor, ConversationId(answers::id(request)), name, request.body,
                   [responder](Result<UploadView, ApiError> taken) {
                       if (!taken)
                           return answers::fail(responder, taken.error());
                       answers::json(responder, wire::toJson(*taken), 201);
                   });
}

void ApiRoutes::media(const Request &request, const Responder &responder, const Actor &actor)
{
    const MessageId id = MessageId::fromString(request.parameter(u"id"_s));
    if (!id.isValid())
        return answers::fail(responder, ApiErrorCode::NotFound);
    const MediaDesk::Part part = partOf(request);
    m_s.database.read([=, this](const Tx &tx) {
        const auto message = tx.messages().record(id);
        if (!message)
            return answers::fail(responder, apiError(message.error()));
        m_s.readAudit.note(
            actor, AuditAction::MediaRead, message->contact, u"message "_s + id.toString(),
            [=, this](bool noted) {
                if (!noted)
                    return answers::fail(responder, ApiErrorCode::Busy);
                m_s.media.read(id, part, [responder, part](Result<MediaDesk::File, ApiError> file) {
                    if (!file)
                        return answers::fail(responder, file.error());
                    // Never shown by anything that trusts a type: the console decides by itself.
                    httpd::Reply reply;
                    reply.body = std::move(file->bytes);
                    if (part.most > 0) {
                        reply.status = 206;
                        const qint64 end = file->first + reply.body.size() - 1;
                        const QString range =
                            u"bytes %1-%2/%3"_s.arg(file->first).arg(end).arg(file->view.size);
                        reply.headers << httpd::Header{"Content-Range", range.toLatin1()};
                    }
                    responder.respond(std::move(reply)
                                          .with("Content-Type", "application/octet-stream")
                                          .with(QByteArray(wire::kMediaTypeHeader.data()),
                                                file->view.mimeType.toLatin1()));
                });
            });
    });
}

} // namespace destek::daemon
