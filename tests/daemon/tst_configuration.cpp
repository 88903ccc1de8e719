#include "daemon/cli/command_line.h"
#include "daemon/cli/package_writer.h"
#include "daemon/config/config.h"
#include "tests/kit/places.h"
#include "tests/kit/test_main.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;

namespace
{

constexpr auto kOwner = QFile::ReadOwner | QFile::WriteOwner;

/// A folder with a configuration that is right, to be spoilt one setting at a time.
class Folder
{
public:
    Folder()
    {
        secret(u"token"_s, "EAAG-a-token");
        secret(u"app-secret"_s, "0123456789abcdef0123456789abcdef");
        secret(u"verify-token"_s, "verify-me");
        json = QJsonDocument::fromJson(R"({
            "dataDir": "data",
            "webhook": {"address": "127.0.0.1", "port": 8080},
            "console": {"address": "127.0.0.1", "port": 8443, "hostNames": ["destek.local"]},
            "admin": {"port": 9090},
            "graph": {"phoneNumberId": "1065", "wabaId": "880", "tokenFile": "token",
                      "appSecretFile": "app-secret", "verifyTokenFile": "verify-token"},
            "organisation": {"name": "Örnek A.Ş.", "contact": "kvkk@ornek.tr"}})")
                   .object();
    }
    void secret(const QString &name, const QByteArray &bytes,
                QFile::Permissions permissions = kOwner)
    {
        QFile file(folder.filePath(name));
        file.setPermissions(kOwner);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("could not write");
        file.close();
        file.setPermissions(permissions);
    }
    /// "graph.baseUrl" = value; undefined takes the key out.
    void set(const QString &path, const QJsonValue &value)
    {
        const QStringList parts = path.split(u'.');
        if (parts.size() == 1) {
            value.isUndefined() ? json.remove(path) : void(json.insert(path, value));
            return;
        }
        QJsonObject group = json.value(parts.first()).toObject();
        value.isUndefined() ? group.remove(parts.last()) : void(group.insert(parts.last(), value));
        json.insert(parts.first(), group);
    }
    QString write()
    {
        QFile file(folder.filePath(u"destekd.json"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("could not write");
        file.write(QJsonDocument(json).toJson());
        return file.fileName();
    }

    QTemporaryDir folder;
    QJsonObject json;
};

} // namespace

/// A daemon with a missing or unsafe setting does not start, and says which (R-34, R-35).
class Configuration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        for (const char *name : {"DESTEK_GRAPH_TOKEN", "DESTEK_APP_SECRET", "DESTEK_VERIFY_TOKEN"})
            qunsetenv(name);
    }

    void aRightOne()
    {
        Folder folder;
        const auto config = readConfig(folder.write());
        QVERIFY2(config.ok(), config ? "" : qPrintable(config.error().sentence));
        QCOMPARE(config->dataDir, folder.folder.filePath(u"data"_s));
        QCOMPARE(config->masterKeyFile, folder.folder.filePath(u"master.key"_s));
        QCOMPARE(config->webhook.port, quint16(8080));
        QCOMPARE(config->adminPort, quint16(9090));
        QCOMPARE(config->graphToken.reveal(), QByteArray("EAAG-a-token"));
        QCOMPARE(config->graphBaseUrl, QUrl(u"https://graph.facebook.com"_s));
        QVERIFY(config->consoleHostNames.contains(u"destek.local"_s));
        QVERIFY(!config->optOutConfirmation.isEmpty());
    }

    void eachWrongSettingIsNamed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("named");
        const QJsonValue gone(QJsonValue::Undefined);
        const auto row = [](const char *name, const QString &path, const QJsonValue &value,
                            const QString &named) {
            QTest::newRow(name) << path << value << named;
        };
        row("no data folder", u"dataDir"_s, gone, u"dataDir"_s);
        row("empty data folder", u"dataDir"_s, u""_s, u"dataDir"_s);
        row("data folder of another type", u"dataDir"_s, 7, u"dataDir"_s);
        row("webhook for everybody without TLS", u"webhook.address"_s, u"0.0.0.0"_s,
            u"webhook.certificateFile"_s);
        row("webhook for everybody, IPv6", u"webhook.address"_s, u"::"_s,
            u"webhook.certificateFile"_s);
        row("webhook name instead of address", u"webhook.address"_s, u"destek.example"_s,
            u"webhook.address"_s);
        row("webhook address of another type", u"webhook.address"_s, true, u"webhook.address"_s);
        row("certificate without key", u"webhook.certificateFile"_s, u"chain.pem"_s,
            u"webhook.certificateFile"_s);
        row("key without certificate", u"webhook.privateKeyFile"_s, u"key.pem"_s,
            u"webhook.certificateFile"_s);
        row("webhook port too large", u"webhook.port"_s, 65536, u"webhook.port"_s);
        row("webhook port negative", u"webhook.port"_s, -1, u"webhook.port"_s);
        row("webhook port as text", u"webhook.port"_s, u"8080"_s, u"webhook.port"_s);
        row("console port as text", u"console.port"_s, u"8443"_s, u"console.port"_s);
        row("console port fractional", u"console.port"_s, 8443.5, u"console.port"_s);
        row("console address", u"console.address"_s, u""_s, u"console.address"_s);
        row("admin port too large", u"admin.port"_s, 70000, u"admin.port"_s);
        row("admin port negative", u"admin.port"_s, -1, u"admin.port"_s);
        row("admin port as text", u"admin.port"_s, u"9090"_s, u"admin.port"_s);
        row("Graph without TLS", u"graph.baseUrl"_s, u"http://graph.facebook.com"_s,
            u"graph.baseUrl"_s);
        row("Graph like loopback", u"graph.baseUrl"_s, u"http://127.0.0.1.evil.example"_s,
            u"graph.baseUrl"_s);
        row("Graph by user info", u"graph.baseUrl"_s, u"http://localhost@evil.example"_s,
            u"graph.baseUrl"_s);
        row("Graph by another protocol", u"graph.baseUrl"_s, u"ftp://graph.facebook.com"_s,
            u"graph.baseUrl"_s);
        row("Graph nowhere", u"graph.baseUrl"_s, u"https://"_s, u"graph.baseUrl"_s);
        row("no number id", u"graph.phoneNumberId"_s, gone, u"graph.phoneNumberId"_s);
        row("no account id", u"graph.wabaId"_s, gone, u"graph.wabaId"_s);
        row("no token", u"graph.tokenFile"_s, gone, u"graph.tokenFile"_s);
        row("token file missing", u"graph.tokenFile"_s, u"nowhere"_s, u"graph.tokenFile"_s);
        row("token file a folder", u"graph.tokenFile"_s, u"."_s, u"graph.tokenFile"_s);
        row("no app secret", u"graph.appSecretFile"_s, gone, u"graph.appSecretFile"_s);
        row("no verify token", u"graph.verifyTokenFile"_s, gone, u"graph.verifyTokenFile"_s);
        row("no organisation", u"organisation.name"_s, gone, u"organisation.name"_s);
        row("no confirmation", u"optOutConfirmation"_s, u" "_s, u"optOutConfirmation"_s);
        row("confirmation too long", u"optOutConfirmation"_s, QString(4097, u'x'),
            u"optOutConfirmation"_s);
    }
    void eachWrongSettingIsNamed()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, named);
        Folder folder;
        folder.set(path, value);
        const auto config = readConfig(folder.write());
        QVERIFY2(!config, "it started");
        QVERIFY2(config.error().sentence.contains(named), qPrintable(config.error().sentence));
        QVERIFY(config.error().sentence.endsWith(u'.'));
    }

    void demoStaysOnOneComputer()
    {
        Folder folder;
        folder.set(u"demo"_s, true);
        QVERIFY(readConfig(folder.write()).ok());
        folder.set(u"console.address"_s, u"0.0.0.0"_s);
        const auto config = readConfig(folder.write());
        QVERIFY(!config && config.error().setting == u"demo"_s);
    }

    void filesThatOthersCanRead_data() // R-35
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("extra");
        for (const QString &file : {u"token"_s, u"app-secret"_s, u"verify-token"_s}) {
            QTest::addRow("%s by group", qPrintable(file)) << file << int(QFile::ReadGroup);
            QTest::addRow("%s by all", qPrintable(file)) << file << int(QFile::ReadOther);
            QTest::addRow("%s written by group", qPrintable(file))
                << file << int(QFile::WriteGroup);
            QTest::addRow("%s written by all", qPrintable(file)) << file << int(QFile::WriteOther);
        }
    }
    void filesThatOthersCanRead()
    {
        QFETCH(QString, file);
        QFETCH(int, extra);
        Folder folder;
        QFile::setPermissions(folder.folder.filePath(file),
                              kOwner | QFile::Permissions(QFile::Permission(extra)));
        const auto config = readConfig(folder.write());
        QVERIFY(!config);
        QVERIFY(config.error().sentence.contains(u"chmod 600"_s));
        QVERIFY(config.error().sentence.contains(file));
    }

    void secretsThatCanBeGuessed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty token") << u"token"_s << QByteArray();
        QTest::newRow("blank token") << u"token"_s << QByteArray(" \n");
        QTest::newRow("empty verify token") << u"verify-token"_s << QByteArray("\n");
        QTest::newRow("short app secret") << u"app-secret"_s << QByteArray("0123456789abcde");
        QTest::newRow("a second, short one")
            << u"app-secret"_s << QByteArray("0123456789abcdef0123456789abcdef\nabc");
    }
    void secretsThatCanBeGuessed()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        Folder folder;
        folder.secret(file, bytes);
        const auto config = readConfig(folder.write());
        QVERIFY(!config);
        for (const QByteArray &line : bytes.split('\n')) { // never the secret itself
            if (line.size() > 3)
                QVERIFY(!config.error().sentence.contains(QString::fromLatin1(line)));
        }
    }

    void anAppSecretIsReplacedWithoutLosingAWebhook()
    {
        Folder folder;
        folder.secret(u"app-secret"_s,
                      "fedcba9876543210fedcba9876543210\n0123456789abcdef0123456789abcdef\n");
        const auto config = readConfig(folder.write());
        QCOMPARE(config->appSecrets.size(), 2);
        QCOMPARE(config->appSecrets.first().reveal(),
                 QByteArray("fedcba9876543210fedcba9876543210"));
    }

    void theEnvironmentWinsAndIsCleared() // R-35: nothing left for children and crash reports
    {
        Folder folder;
        qputenv("DESTEK_GRAPH_TOKEN", "from-the-environment");
        const auto config = readConfig(folder.write());
        QCOMPARE(config->graphToken.reveal(), QByteArray("from-the-environment"));
        QVERIFY(!qEnvironmentVariableIsSet("DESTEK_GRAPH_TOKEN"));
    }

    void filesThatAreNoConfiguration_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *text : {"", "[]", "null", "{", "{\"dataDir\": \"a\",}", "\xff\xfe{"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("huge") << QByteArray(2 * 1024 * 1024, ' ');
    }
    void filesThatAreNoConfiguration()
    {
        QFETCH(QByteArray, bytes);
        Folder folder;
        folder.secret(u"destekd.json"_s, bytes);
        QVERIFY(!readConfig(folder.folder.filePath(u"destekd.json"_s)));
        QVERIFY(!readConfig(folder.folder.filePath(u"nowhere.json"_s)));
    }

    void theProgramEndsWith78()
    {
        const QString program = QStringLiteral(DESTEK_BIN_DIR "/destekd");
        if (!QFile::exists(program))
            QSKIP("destekd is not built");
        Folder folder;
        folder.set(u"webhook.address"_s, u"0.0.0.0"_s);
        QProcess process;
        process.start(program, {u"check-config"_s, u"--config"_s, folder.write()});
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 78);
        QVERIFY(process.readAllStandardError().contains("webhook.certificateFile"));
    }

    void noSecretIsTakenFromTheCommandLine_data()
    {
        QTest::addColumn<QStringList>("typed");
        QTest::newRow("password") << QStringList{u"user"_s, u"add"_s, u"a"_s, u"--password"_s,
                                                 u"geheim"_s};
        QTest::newRow("token") << QStringList{u"serve"_s, u"--token"_s, u"EAAG"_s};
        QTest::newRow("app secret") << QStringList{u"serve"_s, u"--app-secret"_s, u"x"_s};
        QTest::newRow("master key") << QStringList{u"serve"_s, u"--master-key"_s, u"x"_s};
        QTest::newRow("a word too many")
            << QStringList{u"user"_s, u"password"_s, u"cagla"_s, u"geheim"_s};
        QTest::newRow("unknown command") << QStringList{u"format"_s};
        QTest::newRow("nothing") << QStringList{};
    }
    void noSecretIsTakenFromTheCommandLine()
    {
        QFETCH(QStringList, typed);
        const auto line = parseCommandLine(QStringList{u"destekd"_s} + typed +
                                           QStringList{u"--config"_s, u"c"_s});
        QVERIFY(!line);
        QVERIFY(!line.error().isEmpty());
        QVERIFY(!usageText().contains(u"--password "_s));
    }

    void commandsAreReadAsTyped()
    {
        const auto line =
            parseCommandLine({u"destekd"_s, u"erase"_s, u"17"_s, u"--reason"_s, u"başvuru"_s,
                              u"--yes"_s, u"--config"_s, u"c.json"_s, u"--json"_s});
        QVERIFY2(line.ok(), line ? "" : qPrintable(line.error()));
        QCOMPARE(line->command, u"erase"_s);
        QVERIFY(line->confirmed && line->json);
        const auto preview = parseCommandLine(
            {u"destekd"_s, u"erase"_s, u"preview"_s, u"17"_s, u"--config"_s, u"c.json"_s});
        QCOMPARE(preview->command, u"erase.preview"_s);
        QVERIFY(!preview->confirmed);
    }

    void packagesAreWrittenWhereTheyBelong()
    {
        QTemporaryDir folder;
        const ExportPackage good{u"destek-export-4"_s,
                                 {{u"index.html"_s, "a"}, {u"manifest.txt"_s, "b"}}};
        const auto path = writePackage(good, folder.path());
        QVERIFY(path.has_value());
        QFile file(*path + u"/manifest.txt"_s);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == "b");
        QVERIFY(!(QFile::permissions(file.fileName()) & (QFile::ReadOther | QFile::ReadGroup)));
        QVERIFY(!writePackage(good, folder.path())); // never over another one
        for (const QString &bad : {u"../x"_s, u"/etc/x"_s, u"a/../../x"_s, u".."_s, u""_s})
            QVERIFY2(!writePackage({u"bad%1"_s.arg(qHash(bad)), {{bad, "x"}}}, folder.path()),
                     qPrintable(bad));
        for (const QString &bad : {u"../x"_s, u"/tmp/destek-x"_s, u""_s, u".."_s, u"a/b"_s})
            QVERIFY2(!writePackage({bad, {{u"index.html"_s, "x"}}}, folder.path()),
                     qPrintable(bad));
        QVERIFY(!QFile::exists(folder.filePath(u"../x"_s)));
    }
};

DESTEK_TEST(Configuration)
#include "tst_configuration.moc"
