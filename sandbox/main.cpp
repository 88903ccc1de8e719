#include "sandbox/sandbox.h"

#include <QCoreApplication>

#include <QSocketNotifier>

#include <csignal>
#include <cstdio>

#include <unistd.h>

using namespace destek::sandbox;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kUsage = 2;
int wakeUp[2]; ///< signal handlers may do little more than write into a pipe

void quitOnSignals(QCoreApplication &application)
{
    if (::pipe(wakeUp) != 0)
        return;
    const auto handler = [](int) { static_cast<void>(::write(wakeUp[1], "q", 1) == 1); };
    std::signal(SIGTERM, handler);
    std::signal(SIGINT, handler);
    auto *notifier = new QSocketNotifier(wakeUp[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
}

int complain(const QString &text)
{
    std::fprintf(stderr, "destek-sandbox: %s\n", qUtf8Printable(text));
    return kUsage;
}

int explain(const OptionError &error)
{
    switch (error.fault) {
    case OptionFault::Help:
        std::fputs(qUtf8Printable(error.what), stdout);
        return 0;
    case OptionFault::Unknown:
        return complain(u"unknown option %1 (see --help)"_s.arg(error.what));
    case OptionFault::BadValue:
        return complain(u"%1 has no usable value"_s.arg(error.what));
    case OptionFault::BadConfig:
        return complain(u"cannot use the file %1"_s.arg(error.what));
    case OptionFault::SecretOnCommandLine:
        return complain(
            u"%1 is a secret: use the environment or the config file"_s.arg(error.what));
    case OptionFault::NoSecret:
        return complain(u"%1 is not set"_s.arg(error.what));
    }
    return kUsage;
}

int explain(const ScenarioError &error)
{
    const QString line = error.line > 0 ? u"line %1: "_s.arg(error.line) : QString();
    switch (error.fault) {
    case ScenarioFault::Unreadable:
        return complain(u"cannot read %1"_s.arg(error.where));
    case ScenarioFault::NotJson:
        return complain(line + u"the scenario is not a JSON object: "_s + error.why);
    case ScenarioFault::UnknownKey:
    case ScenarioFault::WrongKind:
    case ScenarioFault::BadLine:
    case ScenarioFault::BadStep:
        return complain(u"%1%2: %3"_s.arg(line, error.where, error.why));
    case ScenarioFault::NoIdentity:
        return complain(u"person \"%1\" has neither phone nor bsuid"_s.arg(error.where));
    case ScenarioFault::RealNumber:
        return complain(u"the number of \"%1\" could be real: use 90555000…"_s.arg(error.where));
    case ScenarioFault::DuplicateKey:
        return complain(u"person key \"%1\" is empty or used twice"_s.arg(error.where));
    case ScenarioFault::NoSuchDialogue:
        return complain(u"\"%1\" names a dialogue that does not exist"_s.arg(error.where));
    }
    return kUsage;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto options =
        readOptions(application.arguments().mid(1), QProcessEnvironment::systemEnvironment());
    if (!options)
        return explain(options.error());
    const auto scenario = loadScenario(options->scenario);
    if (!scenario)
        return explain(scenario.error());
    quitOnSignals(application);
    Sandbox sandbox(*options, *scenario);
    QObject::connect(&sandbox, &Sandbox::verified, [](bool ok) {
        std::printf("{\"verified\":%s}\n", ok ? "true" : "false");
        std::fflush(stdout);
    });
    const auto port = sandbox.start();
    if (!port)
        return complain(port.error() == ListenError::PortTaken ? u"the port is taken"_s
                                                               : u"cannot listen"_s);
    std::printf("{\"ready\":true,\"port\":%d}\n", int(*port));
    std::fflush(stdout);
    return application.exec();
}
