#include "app/tryout/tryout_config.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QTcpServer>

#include <array>

using namespace Qt::StringLiterals;

namespace destek::app
{

namespace
{

constexpr auto kPhoneNumberId = "100200300400"_L1;
constexpr auto kAccountId = "500600700800"_L1;
constexpr auto kDisplayNumber = "905550000000"_L1;

} // namespace

QString TryOutPlaces::daemonConfig() const
{
    return folder + u"/destekd.json"_s;
}
QString TryOutPlaces::sandboxConfig() const
{
    return folder + u"/sandbox.json"_s;
}
QString TryOutPlaces::dataFolder() const
{
    return folder + u"/data"_s;
}
QString TryOutPlaces::tokenFile() const
{
    return folder + u"/token"_s;
}
QString TryOutPlaces::appSecretFile() const
{
    return folder + u"/app-secret"_s;
}
QString TryOutPlaces::verifyTokenFile() const
{
    return folder + u"/verify-token"_s;
}

QJsonObject daemonConfig(const TryOutPlaces &places, TryOutPorts ports, const QString &organisation,
                         const QString &language)
{
    const auto loopback = [](quint16 port) {
        return QJsonObject{{"address"_L1, "127.0.0.1"_L1}, {"port"_L1, port}};
    };
    QJsonObject console = loopback(ports.console);
    console.insert("hostNames"_L1, QJsonArray{"localhost"_L1});
    return {
        {"dataDir"_L1, places.dataFolder()},
        {"webhook"_L1, loopback(ports.webhook)},
        {"console"_L1, console},
        {"admin"_L1, QJsonObject{{"port"_L1, ports.admin}}},
        {"graph"_L1, QJsonObject{{"baseUrl"_L1, u"http://127.0.0.1:%1"_s.arg(ports.sandbox)},
                                 {"version"_L1, "v23.0"_L1},
                                 {"tokenFile"_L1, places.tokenFile()},
                                 {"appSecretFile"_L1, places.appSecretFile()},
                                 {"verifyTokenFile"_L1, places.verifyTokenFile()},
                                 {"phoneNumberId"_L1, kPhoneNumberId},
                                 {"wabaId"_L1, kAccountId},
                                 {"displayNumber"_L1, kDisplayNumber}}},
        {"organisation"_L1, QJsonObject{{"name"_L1, organisation}}},
        {"language"_L1, language},
        {"demo"_L1, true},
    };
}

QJsonObject sandboxConfig(const TryOutPlaces &places, TryOutPorts ports)
{
    return {
        {"port"_L1, ports.sandbox},
        {"callback"_L1, u"http://127.0.0.1:%1/webhook"_s.arg(ports.webhook)},
        {"phone_number_id"_L1, kPhoneNumberId},
        {"waba_id"_L1, kAccountId},
        {"display_number"_L1, kDisplayNumber},
        {"token_file"_L1, places.tokenFile()},
        {"app_secret_file"_L1, places.appSecretFile()},
        {"verify_token_file"_L1, places.verifyTokenFile()},
        {"speed"_L1, 1.0},
    };
}

TryOutPorts freePorts()
{
    // All four stay bound until the last is known, so that they differ.
    std::array<QTcpServer, 4> holders;
    for (QTcpServer &holder : holders)
        holder.listen(QHostAddress::LocalHost, 0);
    return {holders[0].serverPort(), holders[1].serverPort(), holders[2].serverPort(),
            holders[3].serverPort()};
}

bool writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return false;
    return file.write(bytes) == bytes.size() && file.commit();
}

QByteArray randomSecret()
{
    std::array<quint32, 6> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace destek::app
