#include "daemon/admin_commands.h"
#include "daemon/cli/admin_client.h"
#include "daemon/cli/command_line.h"
#include "daemon/daemon_root.h"
#include "daemon/process.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;

namespace
{

constexpr int kUsage = 64;
constexpr int kConfigError = 78;

void say(std::FILE *where, const QString &text)
{
    const QByteArray utf8 = text.toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, size_t(utf8.size()), where);
    std::fflush(where);
}

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void report(const CommandLine &line, int exitCode, const QJsonObject &answer)
{
    if (line.json)
        say(stdout, compact(answer));
    else if (answer.contains("error"_L1))
        say(stderr, u"destekd: "_s + answer.value("error"_L1).toString());
    else
        say(stdout, QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Indented)));
    Q_UNUSED(exitCode)
}

void fail(const CommandLine &line, const QString &sentence)
{
    if (line.json)
        say(stdout, compact({{"error"_L1, sentence}}));
    say(stderr, u"destekd: "_s + sentence);
}

/// From a file of the owner's, or one line of standard input.
std::optional<QString> readPassword(const QString &file)
{
    QFile source(file);
    bool open = false;
    if (file == "-"_L1) {
        open = source.open(stdin, QIODevice::ReadOnly);
    } else {
        const auto others = QFile::ReadGroup | QFile::ReadOther;
        open = !(QFileInfo(file).permissions() & others) && source.open(QIODevice::ReadOnly);
    }
    if (!open)
        return std::nullopt;
    return QString::fromUtf8(source.readLine(1024)).remove(u'\n').remove(u'\r');
}

void announce(const CommandLine &line, const DaemonRoot::Ports &ports)
{
    if (line.json) {
        QJsonObject ready{{"event"_L1, "ready"_L1},
                          {"webhookPort"_L1, ports.webhook},
                          {"consolePort"_L1, ports.console},
                          {"adminPort"_L1, ports.admin}};
        if (!ports.setupCode.isEmpty())
            ready.insert("setupCode"_L1, ports.setupCode);
        if (!ports.pairingUri.isEmpty())
            ready.insert("pairingUri"_L1, ports.pairingUri);
        say(stdout, compact(ready));
        return;
    }
    say(stdout, u"destekd is ready: webhooks on port %1, consoles on port %2, admin on port %3"_s
                    .arg(ports.webhook)
                    .arg(ports.console)
                    .arg(ports.admin));
    if (!ports.setupCode.isEmpty())
        say(stdout, u"Nobody can sign in yet. One-time set-up code, valid for 24 hours: %1"_s.arg(
                        ports.setupCode));
    if (!ports.pairingUri.isEmpty())
        say(stdout, u"Pair the first console with this link, valid for 10 minutes:\n%1"_s.arg(
                        ports.pairingUri));
}

int serve(QCoreApplication &application, const CommandLine &line, Config config)
{
    const SystemClock clock;
    auto root = DaemonRoot::open(std::move(config), clock);
    if (!root) {
        fail(line, root.error().sentence);
        return root.error().exitCode;
    }
    const auto ports = (*root)->serve();
    if (!ports) {
        fail(line, ports.error().sentence);
        return ports.error().exitCode;
    }
    const SignalWatch signals_([&application] { application.exit(0); });
    QObject::connect(root->get(), &DaemonRoot::broken, &application,
                     [&application](int exitCode) { application.exit(exitCode); });
    announce(line, *ports);
    const int exitCode = application.exec();
    (*root)->stop();
    return exitCode;
}

/// On the stopped daemon's data; the lock file keeps a second one out.
int runOffline(QCoreApplication &application, const CommandLine &line, Config config)
{
    const SystemClock clock;
    auto root = DaemonRoot::open(std::move(config), clock);
    if (!root) {
        fail(line, root.error().sentence);
        return root.error().exitCode;
    }
    (*root)->commands().run(line.command, line.arguments,
                            [&](int exitCode, const QJsonObject &answer) {
                                QMetaObject::invokeMethod(
                                    &application,
                                    [&line, &application, exitCode, answer] {
                                        report(line, exitCode, answer);
                                        application.exit(exitCode);
                                    },
                                    Qt::QueuedConnection);
                            });
    const int exitCode = application.exec();
    if (!(*root)->sealNow())
        say(stderr, u"destekd: the log is not sealed yet; the next start seals it."_s);
    (*root)->stop();
    return exitCode;
}

int runCommand(QCoreApplication &application, const CommandLine &line, Config config)
{
    const auto door = AdminClient::find(config.dataDir);
    if (!door)
        return runOffline(application, line, std::move(config));
    AdminClient client;
    bool nobody = false;
    client.run(*door, line.command, line.arguments,
               [&](std::optional<int> exitCode, const QJsonObject &answer) {
                   nobody = !exitCode;
                   if (exitCode)
                       report(line, *exitCode, answer);
                   application.exit(exitCode.value_or(0));
               });
    const int exitCode = application.exec();
    // The door was left open by a daemon that was killed.
    return nobody ? runOffline(application, line, std::move(config)) : exitCode;
}

} // namespace

int main(int argc, char **argv)
{
    hardenProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"destekd"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DESTEK_VERSION));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(u"--version"_s)) {
        say(stdout, u"destekd " DESTEK_VERSION ""_s);
        return 0;
    }
    if (arguments.contains(u"--help"_s) || arguments.size() == 1) {
        say(stdout, usageText());
        return arguments.size() == 1 ? kUsage : 0;
    }
    auto line = parseCommandLine(arguments);
    if (!line) {
        say(stderr, u"destekd: "_s + line.error());
        return kUsage;
    }
    if (!line->passwordFile.isEmpty()) {
        const auto password = readPassword(line->passwordFile);
        if (!password) {
            fail(*line, u"--password-file: %1 cannot be read, or others can read it too."_s.arg(
                            line->passwordFile));
            return kUsage;
        }
        line->arguments.insert("password"_L1, *password);
    }
    auto config = readConfig(line->configFile);
    if (!config) {
        fail(*line, config.error().sentence);
        return kConfigError;
    }
    QLoggingCategory::setFilterRules(config->logLevel == "debug"_L1 ? u"destek.*=true"_s
                                                                    : u"destek.*.debug=false"_s);
    if (line->command == "check-config"_L1) {
        report(*line, 0, {{"ok"_L1, true}});
        return 0;
    }
    if (line->command == "serve"_L1)
        return serve(application, *line, std::move(*config));
    return runCommand(application, *line, std::move(*config));
}
