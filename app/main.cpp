#include "app/console_root.h"
#include "app/options.h"
#include "app/platform/hardening.h"
#include "app/platform/single_instance.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// Empty if it cannot be made.
QString profileFolder(const destek::app::Options &options)
{
    const QString path = options.profile.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
                             : options.profile;
    if (!QDir().mkpath(path))
        return {};
    QFile::setPermissions(path,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return QDir(path).absolutePath();
}

} // namespace

int main(int argc, char **argv)
{
    using namespace destek::app;
    forbidCoreDumps();
    // Before QApplication: help must not need a display.
    const Options options = parseOptions(argumentsOf(argc, argv));
    if (options.help || !options.mistake.isEmpty()) {
        std::FILE *out = options.help ? stdout : stderr;
        if (!options.mistake.isEmpty())
            std::fprintf(out, "%s\n\n", qPrintable(options.mistake));
        std::fprintf(out, "%s", qPrintable(helpText()));
        return options.help ? 0 : 2;
    }
    if (options.version) {
        std::printf("destek %s (Qt %s)\n", DESTEK_VERSION, qVersion());
        return 0;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"destek"_s);
    QApplication::setApplicationVersion(QStringLiteral(DESTEK_VERSION));
    const QString profile = profileFolder(options);
    if (profile.isEmpty()) {
        std::fprintf(stderr, "destek: the profile folder cannot be written to\n");
        return 1;
    }
    SingleInstance instance(profile);
    if (!instance.claim()) {
        std::fprintf(stderr, "destek: already running with this profile\n");
        return 0;
    }
    ConsoleRoot root(application, options, profile);
    QObject::connect(&instance, &SingleInstance::called, &root, &ConsoleRoot::comeForward);
    root.start();
    return QApplication::exec();
}
