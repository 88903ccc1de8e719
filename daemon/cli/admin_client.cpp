#include "daemon/cli/admin_client.h"

#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

std::optional<AdminClient::Door> AdminClient::find(const QString &dataDir)
{
    QFile file(dataDir + u"/admin.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const Door door{quint16(json.value("port"_L1).toInt()),
                    json.value("token"_L1).toString().toLatin1()};
    return door.port == 0 ? std::nullopt : std::optional(door);
}

void AdminClient::run(const Door &door, const QString &command, const QJsonObject &arguments,
                      Finished finished)
{
    auto *network = new QNetworkAccessManager(this);
    QUrl url(u"http://127.0.0.1/admin/command"_s);
    url.setPort(door.port);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", "Bearer " + door.token);
    request.setTransferTimeout(10 * 60 * 1000);
    const QJsonObject body{{"command"_L1, command}, {"arguments"_L1, arguments}};
    QNetworkReply *reply =
        network->post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    connect(reply, &QNetworkReply::finished, this, [reply, finished = std::move(finished)] {
        reply->deleteLater();
        const QJsonObject json = QJsonDocument::fromJson(reply->readAll()).object();
        if (reply->error() != QNetworkReply::NoError || !json.contains("exitCode"_L1))
            finished(std::nullopt, {});
        else
            finished(json.value("exitCode"_L1).toInt(), json.value("answer"_L1).toObject());
    });
}

} // namespace destek::daemon
