// The command line, the files of a profile, the try-out's configuration.
#include "app/login_file.h"
#include "app/options.h"
#include "app/platform/single_instance.h"
#include "app/settings.h"
#include "app/tryout/tryout.h"
#include "tests/kit/test_main.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace destek;
using namespace destek::app;
using namespace Qt::StringLiterals;

class Start : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void options_are_read_strictly()
    {
        const Options good = parseOptions({u"destek"_s, u"--language"_s, u"tr"_s, u"--theme=dark"_s,
                                           u"--size"_s, u"1280x800"_s, u"--screen"_s, u"logs"_s});
        QVERIFY(good.mistake.isEmpty());
        QCOMPARE(good.language, text::Language::Turkish);
        QCOMPARE(good.theme, ui::ThemeName::Dark);
        QCOMPARE(good.size, QSize(1280, 800));
        QCOMPARE(good.screen, StartScreen::Logs);
        for (const auto &bad : {QStringList{u"destek"_s, u"--language"_s, u"de"_s},
                                QStringList{u"destek"_s, u"--what"_s},
                                QStringList{u"destek"_s, u"--size"_s, u"1x1"_s},
                                QStringList{u"destek"_s, u"--screen"_s}})
            QVERIFY(!parseOptions(bad).mistake.isEmpty());
        for (const QString &option :
             {u"--profile"_s, u"--connect"_s, u"--login-file"_s, u"--open"_s, u"--screenshot"_s,
              u"--dump-visible-text"_s, u"--quit-after"_s})
            QVERIFY(helpText().contains(option));
    }

    void a_login_file_others_can_read_is_not_used()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"login.json"_s);
        QVERIFY(writePrivateFile(path, R"({"user":"deniz","password":"correct horse"})"));
        const auto read = readLoginFile(path);
        QVERIFY(read.ok());
        QCOMPARE(read->user, u"deniz"_s);
        QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::ReadGroup);
        const auto open = readLoginFile(path);
        QVERIFY(!open);
        QCOMPARE(open.error(), LoginFileError::OpenToOthers);
    }

    void one_console_per_profile()
    {
        QTemporaryDir folder;
        SingleInstance first(folder.path());
        QVERIFY(first.claim());
        QSignalSpy called(&first, &SingleInstance::called);
        SingleInstance second(folder.path());
        QVERIFY(!second.claim());
        QTRY_COMPARE(called.size(), 1);
    }

    void settings_hold_no_secret()
    {
        QTemporaryDir folder;
        net::MemorySecretStore secrets;
        net::Pairing pairing;
        pairing.server = QUrl(u"https://destek.example:7443"_s);
        pairing.caPem = "PEM";
        pairing.deviceToken = Secret(QByteArray("canary-device-token"));
        {
            Settings settings(folder.path());
            settings.setPairing(pairing, false);
            settings.setUserName(u"deniz"_s);
        }
        QFile file(folder.filePath(u"destek.ini"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("canary-device-token"));
        QVERIFY(!Settings(folder.path()).pairing(secrets)); // without its token it is none
    }

    void the_try_out_is_on_loopback_and_private()
    {
        QTemporaryDir folder;
        const TryOutPlaces places{folder.path()};
        const TryOutPorts ports = freePorts();
        const QSet<quint16> all{ports.sandbox, ports.webhook, ports.console, ports.admin};
        QCOMPARE(all.size(), 4);
        QVERIFY(!all.contains(0));
        const QJsonObject daemon = daemonConfig(places, ports, u"Deneme"_s, u"tr"_s);
        QCOMPARE(daemon["webhook"_L1]["address"_L1].toString(), u"127.0.0.1"_s);
        QCOMPARE(daemon["console"_L1]["port"_L1].toInt(), int(ports.console));
        const QJsonObject sandbox = sandboxConfig(places, ports);
        QCOMPARE(sandbox["token_file"_L1], daemon["graph"_L1]["tokenFile"_L1]);
        QVERIFY(sandbox["callback"_L1].toString().contains(QString::number(ports.webhook)));
        // Secrets are named, never written into a configuration.
        const QByteArray text = QJsonDocument(daemon).toJson() + QJsonDocument(sandbox).toJson();
        QVERIFY(!text.toLower().contains("\"token\""));
    }

    void a_missing_program_is_said()
    {
        QTemporaryDir folder;
        TryOut tryOut(folder.path(), folder.filePath(u"try"_s));
        QSignalSpy failed(&tryOut, &TryOut::failed);
        tryOut.start(u"Deneme"_s, u"tr"_s);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<TryOut::Failure>(), TryOut::Failure::ProgramMissing);
    }

    void the_two_programs_are_started_in_turn()
    {
#ifndef Q_OS_UNIX
        QSKIP("shell scripts stand in for the programs");
#endif
        QTemporaryDir folder;
        const auto script = [&](const QString &name, const QByteArray &text) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("#!/bin/sh\n" + text);
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                QFileDevice::ExeOwner);
        };
        script(u"destek-sandbox"_s, "echo '{\"ready\":true,\"port\":1}'; exec sleep 60\n");
        script(u"destekd"_s, "echo noise; echo '{\"event\":\"ready\",\"pairingUri\":\"destek://x\","
                             "\"setupCode\":\"123\"}'; exec sleep 60\n");
        TryOut tryOut(folder.path(), folder.filePath(u"try"_s));
        QString uri;
        bool hasCode = false;
        connect(&tryOut, &TryOut::ready, this, [&](const TryOut::Ready &ready) {
            uri = ready.pairingUri;
            hasCode = ready.setupCode.has_value();
        });
        tryOut.start(u"Deneme"_s, u"tr"_s);
        QTRY_COMPARE(uri, u"destek://x"_s);
        QVERIFY(hasCode);
        const TryOutPlaces places{folder.filePath(u"try"_s)};
        for (const QString &path : {places.tokenFile(), places.daemonConfig()})
            QVERIFY(!(QFileInfo(path).permissions() &
                      (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        tryOut.stop();
        QVERIFY(!tryOut.isRunning());
    }
};

DESTEK_TEST(Start)
#include "tst_start.moc"
