#include "daemon/config/config.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr qint64 kConfigAtMost = 1024 * 1024;
constexpr qint64 kSecretAtMost = 64 * 1024;
/// Meta's app secrets have 32 hex digits; shorter ones could be guessed (facts/trust.md row 2).
constexpr int kShortestAppSecret = 16;
constexpr int kLongestText = 4096; // Meta's limit for one message

template <typename T>
using Read = Result<T, ConfigProblem>;

Failure<ConfigProblem> problem(const QString &setting, const QString &sentence)
{
    return failure(ConfigProblem{setting, sentence});
}

Read<Secret> secretFromFile(const QString &setting, const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return problem(setting,
                       u"%1 names the file %2, which does not exist."_s.arg(setting, path));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (info.permissions() & others)
        return problem(setting, u"%1: the file %2 can be read by others. Run: chmod 600 %2"_s.arg(
                                    setting, path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kSecretAtMost)
        return problem(setting, u"%1: the file %2 cannot be read."_s.arg(setting, path));
    return Secret(file.readAll().trimmed());
}

/// The environment wins; it is cleared so that child processes and crash reports lack it.
Read<Secret> secret(const QJsonObject &graph, const QString &key, const char *variable,
                    const QString &base)
{
    const QString setting = u"graph.%1 (or %2)"_s.arg(key, QString::fromLatin1(variable));
    const QByteArray fromEnvironment = qgetenv(variable);
    if (!fromEnvironment.isEmpty()) {
        qunsetenv(variable);
        return Secret(fromEnvironment.trimmed());
    }
    const QString path = graph.value(key).toString();
    if (path.isEmpty())
        return problem(setting, u"%1 is not set."_s.arg(setting));
    auto read = secretFromFile(setting, QDir(base).absoluteFilePath(path));
    if (read && read->isEmpty())
        return problem(setting, u"%1 is empty."_s.arg(setting));
    return read;
}

/// Absent: any free port. A port written as text must not quietly become that.
Read<quint16> port(const QJsonObject &json, const QString &name)
{
    if (!json.contains("port"_L1))
        return quint16(0);
    const int number = json.value("port"_L1).toInt(-1);
    if (number < 0 || number > 65535)
        return problem(name + u".port"_s,
                       u"%1.port must be a number between 0 and 65535."_s.arg(name));
    return quint16(number);
}

Read<Config::Listener> listener(const QJsonObject &json, const QString &name)
{
    Config::Listener result;
    if (json.contains("address"_L1))
        result.address = json.value("address"_L1).toString();
    if (QHostAddress(result.address).isNull())
        return problem(
            name + u".address"_s,
            u"%1.address must be a numeric address such as 127.0.0.1 or 0.0.0.0."_s.arg(name));
    const auto number = port(json, name);
    if (!number)
        return failure(number.error());
    result.port = *number;
    return result;
}

Read<QUrl> graphUrl(const QJsonObject &graph)
{
    const QUrl url(graph.value("baseUrl"_L1).toString(u"https://graph.facebook.com"_s));
    const bool loopback = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    if (!url.isValid() || url.host().isEmpty() ||
        (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && loopback)))
        return problem(u"graph.baseUrl"_s,
                       u"graph.baseUrl must begin with https:// (plain http:// is accepted for "
                       "loopback only)."_s);
    return url;
}

Read<QString> required(const QJsonObject &json, const QString &group, const QString &key)
{
    const QString value = json.value(key).toString();
    const QString setting = group.isEmpty() ? key : group + u'.' + key;
    if (value.isEmpty())
        return problem(setting, u"%1 is not set."_s.arg(setting));
    return value;
}

Read<Done> readGraph(const QJsonObject &graph, const QString &base, Config &config)
{
    const auto url = graphUrl(graph);
    if (!url)
        return failure(url.error());
    config.graphBaseUrl = *url;
    config.graphVersion = graph.value("version"_L1).toString(u"v23.0"_s);
    for (const auto &[key, target] : {std::pair{u"phoneNumberId"_s, &config.phoneNumberId},
                                      std::pair{u"wabaId"_s, &config.wabaId}}) {
        const auto value = required(graph, u"graph"_s, key);
        if (!value)
            return failure(value.error());
        *target = *value;
    }
    config.displayNumber = graph.value("displayNumber"_L1).toString();
    config.readReceipts = graph.value("readReceipts"_L1).toBool(true);
    config.messagesPerSecond = graph.value("messagesPerSecond"_L1).toInt(0);
    if (config.messagesPerSecond < 0 || config.messagesPerSecond > 1000)
        return problem(u"graph.messagesPerSecond"_s,
                       u"graph.messagesPerSecond must be a number from 0 to 1000 (0: as "
                       "many as WhatsApp allows the number)."_s);
    auto token = secret(graph, u"tokenFile"_s, "DESTEK_GRAPH_TOKEN", base);
    if (!token)
        return failure(token.error());
    config.graphToken = *token;
    auto appSecret = secret(graph, u"appSecretFile"_s, "DESTEK_APP_SECRET", base);
    if (!appSecret)
        return failure(appSecret.error());
    const QList<QByteArray> lines = appSecret->reveal().split('\n');
    for (const QByteArray &line : lines) {
        if (line.trimmed().size() < kShortestAppSecret)
            return problem(u"graph.appSecretFile"_s,
                           u"graph.appSecretFile: an app secret has at least %1 characters; copy "
                           "it again from Meta's app settings."_s.arg(kShortestAppSecret));
        config.appSecrets << Secret(line.trimmed());
    }
    auto verify = secret(graph, u"verifyTokenFile"_s, "DESTEK_VERIFY_TOKEN", base);
    if (!verify)
        return failure(verify.error());
    config.verifyToken = *verify;
    return done();
}

Read<Done> readWebhook(const QJsonObject &json, const QString &base, Config &config)
{
    const auto where = listener(json, u"webhook"_s);
    if (!where)
        return failure(where.error());
    config.webhook = *where;
    const QString certificate = json.value("certificateFile"_L1).toString();
    const QString key = json.value("privateKeyFile"_L1).toString();
    if (certificate.isEmpty() != key.isEmpty())
        return problem(u"webhook.certificateFile"_s,
                       u"webhook.certificateFile and webhook.privateKeyFile belong together; one "
                       "of them is not set."_s);
    if (certificate.isEmpty() && !QHostAddress(config.webhook.address).isLoopback())
        return problem(u"webhook.certificateFile"_s,
                       u"webhook.certificateFile is not set: without a certificate the webhook "
                       "port listens on loopback addresses only."_s);
    if (!certificate.isEmpty()) {
        config.webhookCertificateFile = QDir(base).absoluteFilePath(certificate);
        config.webhookPrivateKeyFile = QDir(base).absoluteFilePath(key);
        if (auto readable =
                secretFromFile(u"webhook.privateKeyFile"_s, config.webhookPrivateKeyFile);
            !readable)
            return failure(readable.error());
    }
    return done();
}

} // namespace

Read<Config> readConfig(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly) || source.size() > kConfigAtMost)
        return problem(u"--config"_s, u"The configuration file %1 cannot be read."_s.arg(file));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(source.readAll(), &error);
    if (!document.isObject())
        return problem(u"--config"_s,
                       u"The configuration file %1 is not a JSON object: %2 (at byte "
                       "%3)."_s.arg(file, error.errorString())
                           .arg(error.offset));
    const QJsonObject json = document.object();
    const QString base = QFileInfo(file).absolutePath();

    Config config;
    const auto dataDir = required(json, {}, u"dataDir"_s);
    if (!dataDir)
        return failure(dataDir.error());
    config.dataDir = QDir(base).absoluteFilePath(*dataDir);
    config.masterKeyFile =
        QDir(base).absoluteFilePath(json.value("masterKeyFile"_L1).toString(u"master.key"_s));
    if (auto read = readWebhook(json.value("webhook"_L1).toObject(), base, config); !read)
        return failure(read.error());
    const QJsonObject console = json.value("console"_L1).toObject();
    const auto where = listener(console, u"console"_s);
    if (!where)
        return failure(where.error());
    config.console = *where;
    const QJsonArray names = console.value("hostNames"_L1).toArray();
    for (const QJsonValue &name : names) {
        if (!config.consoleHostNames.contains(name.toString()))
            config.consoleHostNames << name.toString();
    }
    const auto admin = port(json.value("admin"_L1).toObject(), u"admin"_s);
    if (!admin)
        return failure(admin.error());
    config.adminPort = *admin;
    if (auto read = readGraph(json.value("graph"_L1).toObject(), base, config); !read)
        return failure(read.error());
    const QJsonObject organisation = json.value("organisation"_L1).toObject();
    const auto name = required(organisation, u"organisation"_s, u"name"_s);
    if (!name)
        return failure(name.error());
    config.organisationName = *name;
    config.organisationContact = organisation.value("contact"_L1).toString();
    config.optOutConfirmation = json.value("optOutConfirmation"_L1)
                                    .toString(u"Talebiniz alındı: size artık bildirim "
                                              "göndermeyeceğiz. Soru yazarsanız yanıtlarız. "
                                              "Yeniden bildirim almak için BAŞLAT yazın."_s);
    if (config.optOutConfirmation.trimmed().isEmpty() ||
        config.optOutConfirmation.size() > kLongestText)
        return problem(u"optOutConfirmation"_s,
                       u"optOutConfirmation must hold between 1 and %1 characters: everybody who "
                       "opts out is owed one confirmation."_s.arg(kLongestText));
    config.demo = json.value("demo"_L1).toBool();
    if (config.demo && !QHostAddress(config.console.address).isLoopback())
        return problem(u"demo"_s, u"demo is for one computer: console.address must be a loopback "
                                  "address such as 127.0.0.1."_s);
    config.logLevel = json.value("logLevel"_L1).toString(u"info"_s);
    return config;
}

} // namespace destek::daemon
