#include "tests/kit/test_main.h"

#include <QStandardPaths>
#include <QTest>

#if defined(QT_WIDGETS_LIB)
#include <QApplication>
using TestApplication = QApplication;
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
        failures += QTest::qExec(test.get(), arguments);
    }
    return failures == 0 ? 0 : 1;
}
