#include "sandbox/options.h"
#include "tests/kit/test_main.h"

#include <QTemporaryDir>
#include <QTest>

using namespace destek::sandbox;
using namespace Qt::StringLiterals;

/// Settings and where they may come from.
class Settings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secretsStayOffTheCommandLine();
    void laterSourcesWin();
    void refusals();
};

namespace
{

QProcessEnvironment secrets()
{
    QProcessEnvironment environment;
    environment.insert(u"DESTEK_SANDBOX_TOKEN"_s, u"t"_s);
    environment.insert(u"DESTEK_SANDBOX_APP_SECRET"_s, u"s"_s);
    return environment;
}

OptionFault faultOf(const QStringList &arguments,
                    const QProcessEnvironment &environment = secrets())
{
    return readOptions(arguments, environment).error().fault;
}

} // namespace

void Settings::secretsStayOffTheCommandLine()
{
    QCOMPARE(faultOf({u"--token"_s, u"x"_s}), OptionFault::SecretOnCommandLine);
    QCOMPARE(faultOf({u"--app-secret=x"_s}), OptionFault::SecretOnCommandLine);
    QCOMPARE(faultOf({}, {}), OptionFault::NoSecret);
    QCOMPARE(faultOf({u"--verify"_s}), OptionFault::NoSecret);
}

void Settings::laterSourcesWin()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"c.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"token":"from file","app_secret":"from file","speed":2,"seed":5,"quiet":true})");
    file.close();
    QProcessEnvironment environment;
    environment.insert(u"DESTEK_SANDBOX_TOKEN"_s, u"from environment"_s);
    environment.insert(u"DESTEK_SANDBOX_SPEED"_s, u"3"_s);
    const auto options = readOptions({u"--config"_s, file.fileName(), u"--speed=4"_s,
                                      u"--callback"_s, u"http://127.0.0.1:1/w"_s},
                                     environment);
    QVERIFY(options.ok());
    QCOMPARE(options->token, QByteArray("from environment"));
    QCOMPARE(options->webhooks.appSecret, QByteArray("from file"));
    QCOMPARE(options->speed, 4.0);
    QCOMPARE(options->seed, 5u);
    QCOMPARE(options->quiet, true);
    QCOMPARE(options->business.phoneNumberId, u"100200300400"_s);
    QCOMPARE(options->business.wabaId, u"500600700800"_s);
    QCOMPARE(options->business.displayNumber, u"905550000000"_s);
}

void Settings::refusals()
{
    QCOMPARE(faultOf({u"--nonsense"_s}), OptionFault::Unknown);
    QCOMPARE(faultOf({u"--duplicates"_s, u"1.5"_s}), OptionFault::BadValue);
    QCOMPARE(faultOf({u"--port"_s}), OptionFault::BadValue);
    QCOMPARE(faultOf({u"--callback"_s, u"ftp://a/b"_s}), OptionFault::BadValue);
    QCOMPARE(faultOf({u"--config"_s, u"/does/not/exist"_s}), OptionFault::BadConfig);
    QCOMPARE(faultOf({u"--help"_s}), OptionFault::Help);
}

DESTEK_TEST(Settings)
#include "tst_settings.moc"
