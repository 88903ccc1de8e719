#include "tests/kit/test_main.h"

#include <QStandardPaths>
#include <QTest>

#if defined(QT_WIDGETS_LIB)
#include "tests/kit/watched_application.h"

#include <QTemporaryFile>
using TestApplication = destek::test::WatchedApplication;
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
using TestApplication = QGuiApplication;
#else
#include <QCoreApplication>
using TestApplication = QCoreApplication;
#endif

#include <cstdio>
#include <map>
#include <string>

namespace
{

std::map<std::string, destek::test::Factory> &registry()
{
    static std::map<std::string, destek::test::Factory> tests;
    return tests;
}

#if defined(QT_WIDGETS_LIB)

/// Runs one class; windows are tested, so that a warning of Qt's and an event that keeps the GUI
/// thread busy are failures as well. Warnings are read from a second log: what a test has asked to
/// ignore does not stand in it.
int run(QObject &test, const std::string &name, QStringList arguments,
        destek::test::WatchedApplication &application)
{
    QTemporaryFile log;
    if (!log.open())
        return 1;
    if (!arguments.contains(QStringLiteral("-o")))
        arguments << QStringLiteral("-o") << QStringLiteral("-,txt");
    arguments << QStringLiteral("-o") << log.fileName() + QStringLiteral(",txt");
    int failures = QTest::qExec(&test, arguments);
    const QList<QByteArray> lines = log.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (!line.startsWith("QWARN") && !line.startsWith("QCRITICAL") &&
            !line.startsWith("QSYSTEM"))
            continue;
        if (destek::test::WatchedApplication::isOfThePlatform(QString::fromUtf8(line)))
            continue;
        std::fprintf(stderr, "WARNED : %s: %s\n", name.c_str(), line.constData());
        ++failures;
    }
    const QStringList stalls = application.takeStalls();
    for (const QString &stall : stalls)
        std::fprintf(stderr, "STALL  : %s: %s\n", name.c_str(), qPrintable(stall));
    return failures + int(stalls.size());
}

#else

int run(QObject &test, const std::string &, const QStringList &arguments, QCoreApplication &)
{
    return QTest::qExec(&test, arguments);
}

#endif

} // namespace

bool destek::test::registerTest(const char *name, Factory factory)
{
    return registry().emplace(name, std::move(factory)).second;
}

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    TestApplication application(argc, argv);
    std::string wanted;
    QStringList arguments{QString::fromLocal8Bit(argv[0])};
    for (int i = 1; i < argc; ++i) {
        if (i == 1 && argv[i][0] != '-')
            wanted = argv[i];
        else
            arguments << QString::fromLocal8Bit(argv[i]);
    }
    if (!wanted.empty() && registry().count(wanted) == 0) {
        std::fprintf(stderr, "no test class named %s in this executable\n", wanted.c_str());
        return 2;
    }
    int failures = 0;
    for (const auto &[name, factory] : registry()) {
        if (!wanted.empty() && name != wanted)
            continue;
        const auto test = factory();
        failures += run(*test, name, arguments, application);
    }
    return failures == 0 ? 0 : 1;
}
