#pragma once

#include <QObject>

#include <functional>
#include <memory>

/// Registration of test classes: one executable per room, each class its own ctest entry.
namespace destek::test
{

using Factory = std::function<std::unique_ptr<QObject>()>;

/// Called by DESTEK_TEST before main(); the name is what ctest passes as first argument.
bool registerTest(const char *name, Factory factory);

} // namespace destek::test

/// Put once at the end of tst_<snake_name>.cpp: DESTEK_TEST(SnakeName)
#define DESTEK_TEST(Class)                                                                         \
    static const bool registered_##Class =                                                         \
        destek::test::registerTest(#Class, [] { return std::make_unique<Class>(); });
