#pragma once

#include <QObject>
#include <QTest>

#include <functional>
#include <memory>

/// Registration of test classes: one executable per room, each class its own ctest entry; and how
/// long tests wait.
namespace destek::test
{

using Factory = std::function<std::unique_ptr<QObject>()>;

/// Called by DESTEK_TEST before main(); the name is what ctest passes as first argument.
bool registerTest(const char *name, Factory factory);

/// How long a test waits for what must come, in milliseconds: generous, for a machine that does
/// much else besides. No test asserts how long anything took; only one that fails takes as long.
/// A failing QTRY waits twice as long again to say whether more time would have helped: together
/// they stay below the time ctest gives.
constexpr int kPatience = 30'000;

} // namespace destek::test

// Qt's own five seconds are too short beside sanitizers and other work.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), destek::test::kPatience)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expression, expected)                                                         \
    QTRY_COMPARE_WITH_TIMEOUT((expression), (expected), destek::test::kPatience)

/// Put once at the end of tst_<snake_name>.cpp: DESTEK_TEST(SnakeName)
#define DESTEK_TEST(Class)                                                                         \
    static const bool registered_##Class =                                                         \
        destek::test::registerTest(#Class, [] { return std::make_unique<Class>(); });
