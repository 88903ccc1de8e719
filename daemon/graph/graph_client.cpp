#include "daemon/graph/graph_client.h"

#include "daemon/graph/once_body.h"
#include "daemon/service/template_grammar.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

Q_LOGGING_CATEGORY(lcGraph, "destek.graph")

namespace
{

constexpr qint64 kAnswerAtMost = 4 * 1024 * 1024;
constexpr int kTemplatePagesAtMost = 20;
const QString kTemplateFields =
    u"name,language,status,category,components,quality_score,parameter_format"_s;

/// Spreads what would come back at the same moment.
Duration withJitter(Duration wait)
{
    const int most = int(std::min<qint64>(wait.count() / 4, 60'000));
    return most > 0 ? wait + Duration(QRandomGenerator::global()->bounded(most)) : wait;
}

} // namespace

GraphClient::GraphClient(Settings settings, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)),
      m_network(std::make_unique<QNetworkAccessManager>())
{
}

GraphClient::~GraphClient() = default;

QNetworkRequest GraphClient::requestFor(const QString &path, const QUrlQuery &query) const
{
    QUrl url = m_settings.baseUrl;
    url.setPath(u'/' + m_settings.version + u'/' + path);
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(int(m_settings.timeout.count()));
    request.setRawHeader("Authorization", "Bearer " + m_settings.token.reveal());
    request.setHeader(QNetworkRequest::UserAgentHeader, u"destekd/" DESTEK_VERSION ""_s);
    return request;
}

void GraphClient::send(const OutboundRequest &request, std::function<void(SendAnswer)> answer)
{
    QNetworkRequest http = requestFor(request.phoneNumberId + u"/messages"_s);
    http.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QByteArray json = sendBody(request);
    http.setHeader(QNetworkRequest::ContentLengthHeader, json.size());
    http.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true); // else copied first
    auto *body = new OnceBody(json, this);
    QNetworkReply *reply = m_network->post(http, body);
    body->setParent(reply);
    connect(reply, &QNetworkReply::finished, this,
            [reply, tries = request.tries, answer = std::move(answer)] {
                reply->deleteLater();
                const int status =
                    reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
                SendAnswer read = readSendAnswer(status, reply->read(kAnswerAtMost), tries);
                read.retryAfter = withJitter(read.retryAfter);
                if (read.outcome != AttemptOutcome::Accepted)
                    qCInfo(lcGraph) << "send answered" << status << "code" << read.code << "trace"
                                    << read.trace;
                answer(read);
            });
}

void GraphClient::markRead(const QString &phoneNumberId, const QString &wamid, bool typing)
{
    QNetworkRequest http = requestFor(phoneNumberId + u"/messages"_s);
    http.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = m_network->post(http, readBody(wamid, typing));
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void GraphClient::fetchTemplates(TemplatesAnswer answer)
{
    fetchTemplatePage({}, {}, std::move(answer));
}

void GraphClient::fetchTemplate(const QString &metaId,
                                std::function<void(std::optional<TemplateRecord>)> answer)
{
    QNetworkReply *reply =
        m_network->get(requestFor(metaId, QUrlQuery{{u"fields"_s, kTemplateFields}}));
    connect(
        reply, &QNetworkReply::finished, this, [reply, answer = std::move(answer)] {
            reply->deleteLater();
            const QJsonObject json = QJsonDocument::fromJson(reply->read(kAnswerAtMost)).object();
            TemplateRecord record = readTemplate(json);
            const bool usable = reply->error() == QNetworkReply::NoError &&
                                !record.name.isEmpty() && !record.language.isEmpty();
            if (!usable)
                qCWarning(lcGraph)
                    << "a template was not fetched, status"
                    << reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            answer(usable ? std::optional(std::move(record)) : std::nullopt);
        });
}

void GraphClient::fetchTemplatePage(const QString &after, QList<TemplateRecord> soFar,
                                    TemplatesAnswer answer)
{
    QUrlQuery query{{u"fields"_s, kTemplateFields}, {u"limit"_s, u"100"_s}};
    if (!after.isEmpty())
        query.addQueryItem(u"after"_s, after);
    QNetworkReply *reply =
        m_network->get(requestFor(m_settings.wabaId + u"/message_templates"_s, query));
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, soFar = std::move(soFar), answer = std::move(answer)]() mutable {
                reply->deleteLater();
                const QJsonObject json =
                    QJsonDocument::fromJson(reply->read(kAnswerAtMost)).object();
                if (reply->error() != QNetworkReply::NoError || !json.contains("data"_L1)) {
                    qCWarning(lcGraph)
                        << "templates not fetched, status"
                        << reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
                    answer(std::nullopt);
                    return;
                }
                const QJsonArray data = json.value("data"_L1).toArray();
                for (const QJsonValue &item : data)
                    soFar << readTemplate(item.toObject());
                const QJsonObject paging = json.value("paging"_L1).toObject();
                const QString next =
                    paging.contains("next"_L1)
                        ? paging.value("cursors"_L1).toObject().value("after"_L1).toString()
                        : QString();
                if (next.isEmpty() || soFar.size() >= 100 * kTemplatePagesAtMost)
                    answer(soFar);
                else
                    fetchTemplatePage(next, std::move(soFar), std::move(answer));
            });
}

} // namespace destek::daemon
