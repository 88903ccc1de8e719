#include "sandbox/graph_api.h"

#include "sandbox/signature.h"
#include "sandbox/upload.h"
#include "sandbox/wire_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{
constexpr auto kDownloads = "/whatsapp_business/attachments"_L1;
}

GraphApi::GraphApi(World &world, MessagePost &post, TemplateDesk &templates, MediaBox &media,
                   WebhookSender &webhooks, QByteArray token, quint32 seed)
    : m_world(world), m_post(post), m_templates(templates), m_media(media), m_webhooks(webhooks),
      m_token(std::move(token)), m_dice(seed)
{
}

void GraphApi::setBaseUrl(const QString &url)
{
    m_baseUrl = url;
    m_media.setBaseUrl(url);
}

QList<std::pair<QByteArray, QByteArray>> GraphApi::rateHeaders() const
{
    const int percent = m_faults.usagePercent;
    const QJsonObject use{
        {u"call_count"_s, percent}, {u"total_cputime"_s, percent}, {u"total_time"_s, percent}};
    QJsonObject messaging = use;
    messaging.insert(u"type"_s, u"whatsapp"_s);
    messaging.insert(u"estimated_time_to_regain_access"_s, m_faults.regainMinutes);
    QJsonObject management = messaging;
    management.insert(u"type"_s, u"whatsapp_business_management"_s);
    const QJsonObject cases{{m_world.business().wabaId, QJsonArray{messaging, management}}};
    return {{"X-App-Usage", toWire(use)}, {"X-Business-Use-Case-Usage", toWire(cases)}};
}

ApiAnswer GraphApi::handle(const ApiRequest &request)
{
    ApiAnswer answer = decide(request);
    answer.headers = rateHeaders();
    return answer;
}

ApiAnswer GraphApi::decide(const ApiRequest &request)
{
    if (m_faults.outage)
        return answerOf(failure(metaError(2)));
    if (!sameSecret(request.authorization, "Bearer " + m_token))
        return answerOf(failure(metaError(190)));
    if (request.path.startsWith(kDownloads))
        return download(request);
    static const QRegularExpression form(u"^/(v\\d+\\.\\d+)/([^/]+)(?:/([^/]+))?/?$"_s);
    const QRegularExpressionMatch match = form.match(request.path);
    if (!match.hasMatch())
        return answerOf(failure(noSuchObject(request.method, request.path.section(u'/', 1, 1))));
    const QString id = match.captured(2);
    const QString edge = match.captured(3);
    if (id == m_world.business().phoneNumberId && edge == "messages"_L1 &&
        request.method == "POST"_L1)
        return messages(request);
    return answerOf(route(request, match.captured(1), id, edge));
}

ApiAnswer GraphApi::answerOf(const Outcome &outcome)
{
    ApiAnswer answer;
    if (outcome) {
        answer.body = toWire(*outcome);
    } else {
        answer.status = outcome.error().http;
        answer.body =
            toWire(outcome.error().envelope(u"A"_s + QString::fromLatin1(m_dice.hex(11))));
    }
    return answer;
}

std::optional<MetaError> GraphApi::orderedFailure(QLatin1StringView edge)
{
    const bool meant = m_faults.failEdge.isEmpty() || m_faults.failEdge == edge;
    if (!meant || m_faults.failCount <= 0)
        return std::nullopt;
    --m_faults.failCount;
    MetaError error = metaError(m_faults.failCode);
    if (m_faults.failHttp > 0)
        error.http = m_faults.failHttp;
    return error;
}

ApiAnswer GraphApi::messages(const ApiRequest &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject() || !request.contentType.toLower().contains("application/json"))
        return answerOf(failure(invalidParameter(u"Invalid parameter"_s)));
    const QJsonObject body = document.object();
    if (!MessagePost::isSend(body))
        return answerOf(m_post.post(body));
    if (const auto error = orderedFailure("messages"_L1)) {
        if (m_faults.failAfterTaking)
            static_cast<void>(m_post.post(body).ok());
        return answerOf(failure(*error));
    }
    ApiAnswer answer = answerOf(m_post.post(body));
    if (m_faults.silenceCount > 0) {
        --m_faults.silenceCount;
        answer.fate = Fate::Silence;
    } else if (m_faults.dropCount > 0) {
        --m_faults.dropCount;
        answer.fate = Fate::Cut;
    }
    return answer;
}

ApiAnswer GraphApi::download(const ApiRequest &request)
{
    const QString id = request.query.value(u"mid"_s);
    const Medium *found =
        m_media.download(id, request.query.value(u"ext"_s), request.query.value(u"hash"_s));
    ApiAnswer answer;
    const MediaFault fault = m_media.takeFault(
        id, {MediaFault::NotFound, MediaFault::WrongHash, MediaFault::Slow, MediaFault::Cut});
    if (found == nullptr || request.method != "GET"_L1 || fault == MediaFault::NotFound) {
        answer.status = 404;
        return answer;
    }
    answer.contentType = found->mime.toLatin1();
    answer.body = found->bytes;
    if (fault == MediaFault::WrongHash && !answer.body.isEmpty())
        answer.body[answer.body.size() - 1] = char(answer.body.back() ^ 0x55);
    if (fault == MediaFault::Slow)
        answer.delayMs = m_media.delayMs();
    if (fault == MediaFault::Cut)
        answer.fate = Fate::Cut;
    else
        m_media.noteDownload(answer.body.size());
    return answer;
}

GraphApi::Outcome GraphApi::route(const ApiRequest &request, const QString &version,
                                  const QString &id, const QString &edge)
{
    if (id == m_world.business().phoneNumberId)
        return numberEdge(request, edge);
    if (id == m_world.business().wabaId)
        return wabaEdge(request, version, edge);
    if (edge.isEmpty())
        return medium(request, id);
    return failure(noSuchObject(request.method, id));
}

GraphApi::Outcome GraphApi::numberEdge(const ApiRequest &request, const QString &edge)
{
    if (edge.isEmpty() && request.method == "GET"_L1)
        return m_world.number().fields(request.query.value(u"fields"_s), m_world.nowMs());
    if (edge == "media"_L1 && request.method == "POST"_L1)
        return upload(request);
    if (edge == "contact_book"_L1 && request.method == "DELETE"_L1)
        return contactBook(request);
    return failure(noSuchObject(request.method, m_world.business().phoneNumberId));
}

GraphApi::Outcome GraphApi::upload(const ApiRequest &request)
{
    const auto part = readUpload(request.contentType, request.body);
    if (!part)
        return failure(
            invalidParameter(u"The parameters messaging_product, type and file are required."_s));
    if (const auto error = checkUpload(*part))
        return failure(*error);
    if (const auto error = orderedFailure("media"_L1))
        return failure(*error);
    return QJsonObject{{u"id"_s, m_media.put(part->mime, part->bytes, true)}};
}

GraphApi::Outcome GraphApi::contactBook(const ApiRequest &request)
{
    const QString bsuid = request.query.value(u"bsuid"_s);
    if (request.query.value(u"messaging_product"_s) != "whatsapp"_L1 || bsuid.isEmpty())
        return failure(
            invalidParameter(u"The parameters messaging_product and bsuid are required."_s));
    Person *person = m_world.byBsuid(bsuid);
    const bool deleted = person != nullptr && !person->phone.isEmpty();
    if (deleted && !person->username.isEmpty())
        person->showsPhone = false; // The book was what made the number known.
    return QJsonObject{
        {u"messaging_product"_s, u"whatsapp"_s}, {u"success"_s, true}, {u"deleted"_s, deleted}};
}

GraphApi::Outcome GraphApi::subscription(const ApiRequest &request)
{
    if (request.method == "GET"_L1) {
        QJsonArray apps;
        if (m_webhooks.isSubscribed())
            apps << QJsonObject{
                {u"whatsapp_business_api_data"_s,
                 QJsonObject{{u"link"_s, u"https://www.facebook.com/games/?app_id=900"_s},
                             {u"name"_s, u"Destek"_s},
                             {u"id"_s, u"900"_s}}}};
        return QJsonObject{{u"data"_s, apps}};
    }
    if (request.method == "POST"_L1 && request.body.contains("override_callback_uri"))
        return failure(invalidParameter(
            u"The sandbox does not know override_callback_uri; use its option --callback."_s));
    m_webhooks.setSubscribed(request.method != "DELETE"_L1);
    return QJsonObject{{u"success"_s, true}};
}

GraphApi::Outcome GraphApi::wabaEdge(const ApiRequest &request, const QString &version,
                                     const QString &edge)
{
    const Business &business = m_world.business();
    if (edge == "message_templates"_L1 && request.method == "GET"_L1)
        return m_templates.shelf().list(request.query, u"%1/%2/%3/message_templates"_s.arg(
                                                           m_baseUrl, version, business.wabaId));
    if (edge == "message_templates"_L1 && request.method == "POST"_L1)
        return m_templates.submit(QJsonDocument::fromJson(request.body).object());
    if (edge == "phone_numbers"_L1 && request.method == "GET"_L1)
        return QJsonObject{{u"data"_s, QJsonArray{m_world.number().fields(
                                           request.query.value(u"fields"_s), m_world.nowMs())}}};
    if (edge == "subscribed_apps"_L1)
        return subscription(request);
    if (edge.isEmpty() && request.method == "GET"_L1)
        return QJsonObject{{u"id"_s, business.wabaId},
                           {u"name"_s, business.name},
                           {u"timezone_id"_s, u"134"_s},
                           {u"currency"_s, u"TRY"_s}};
    return failure(noSuchObject(request.method, business.wabaId));
}

GraphApi::Outcome GraphApi::medium(const ApiRequest &request, const QString &id)
{
    if (const QJsonObject known = m_templates.shelf().byId(id);
        !known.isEmpty() && request.method == "GET"_L1)
        return known;
    const Medium *found = m_media.find(id);
    const bool asked = found != nullptr && request.method == "GET"_L1;
    if (asked && m_media.takeFault(id, {MediaFault::Expired}) == MediaFault::Expired) {
        m_media.expire(id);
        found = nullptr;
    }
    if (found == nullptr)
        return failure(noSuchObject(request.method, id));
    if (request.method == "DELETE"_L1) {
        m_media.remove(id);
        return QJsonObject{{u"success"_s, true}};
    }
    return m_media.describe(*found);
}

} // namespace destek::sandbox
