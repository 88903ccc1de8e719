// Random events against the real windows: no crash, no warning of Qt's, no stall (the last is
// watched by tests/kit/watched_application.h).
#include "tests/kit/test_main.h"
#include "tests/kit/watched_application.h"
#include "tests/ui/monkey.h"
#include "tests/ui/showcase.h"

#include <QScopeGuard>
#include <QTimer>

using namespace destek;
using namespace Qt::StringLiterals;

namespace
{

QStringList *s_warnings = nullptr;
QtMessageHandler s_before = nullptr;

void collect(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (test::WatchedApplication::isOfThePlatform(message))
        return;
    if (s_warnings && (type == QtWarningMsg || type == QtCriticalMsg))
        *s_warnings << message;
    else if (s_before)
        s_before(type, context, message);
}

} // namespace

class Monkey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// What every test of windows relies on. Twice what is allowed, on this machine as it is now;
    /// more than once, should it become slower in between.
    void anEventThatComputesTooLongIsNoticed()
    {
        const auto stallsOf = [this](int milliseconds) {
            bool done = false;
            QTimer::singleShot(0, this, [&] {
                compute(milliseconds);
                done = true;
            });
            const bool ran = QTest::qWaitFor([&] { return done; }, test::kPatience);
            const auto stalls = static_cast<test::WatchedApplication *>(qApp)->takeStalls();
            return ran ? stalls : QStringList{u"it never ran"_s};
        };
        QStringList stalls;
        for (int i = 0; i < 5 && stalls.isEmpty(); ++i)
            stalls = stallsOf(2 * test::WatchedApplication::kBusyMs);
        QCOMPARE(stalls.size(), 1);
        QVERIFY2(stalls.first().contains(u"busy"_s), qPrintable(stalls.first()));
        QCOMPARE(stallsOf(test::WatchedApplication::kBusyMs / 4), QStringList());
    }

    void nothingBreaks_data()
    {
        QTest::addColumn<quint32>("seed");
        bool given = false;
        const uint seed = qEnvironmentVariable("DESTEK_MONKEY_SEED").toUInt(&given);
        if (given)
            QTest::addRow("seed %u", seed) << quint32(seed);
        for (quint32 number = 1; !given && number <= 2; ++number)
            QTest::addRow("seed %u", number) << number;
    }

    /// 1,000 events a seed; scripts/monkey plays 50,000 and more.
    void nothingBreaks()
    {
        QFETCH(quint32, seed);
        const int asked = qEnvironmentVariableIntValue("DESTEK_MONKEY_EVENTS");
        const int events = asked > 0 ? asked : 1000;
        QStringList warnings;
        QStringList stalls;
        test::UiWorld world({60, 20, 200});
        test::Showcase showcase(world);
        world.server.setSendsAdvance(true);
        QVERIFY(world.enter());
        test::Monkey monkey(world, seed);
        s_warnings = &warnings;
        s_before = qInstallMessageHandler(collect);
        const auto restored = qScopeGuard([] {
            qInstallMessageHandler(s_before);
            s_warnings = nullptr;
        });
        for (int i = 0; i < events && warnings.isEmpty(); ++i) {
            monkey.act();
            stalls += stallsNow(monkey, i);
        }
        QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u"; "_s) + u"\nbefore that: "_s +
                                                monkey.lately().join(u", "_s)));
        QVERIFY2(stalls.isEmpty(), qPrintable(stalls.join(u'\n')));
    }

private:
    /// At least that long, and at least as much as is done in that time on a usual machine.
    static void compute(int milliseconds)
    {
        const double least = milliseconds / test::WatchedApplication::kUsualMs;
        const qint64 begun = test::WatchedApplication::threadMicroseconds();
        for (int i = 0; i < least || test::WatchedApplication::threadMicroseconds() - begun <
                                         qint64(milliseconds) * 1000;
             ++i)
            test::WatchedApplication::workALittle();
    }

    /// With what was done last: which event it was alone says too little.
    static QStringList stallsNow(const test::Monkey &monkey, int event)
    {
        QStringList stalls = static_cast<test::WatchedApplication *>(qApp)->takeStalls();
        for (QString &stall : stalls)
            stall += u" at event %1 after: %2"_s.arg(event).arg(
                QStringList(monkey.lately().last(qMin(3, int(monkey.lately().size()))))
                    .join(u", "_s));
        return stalls;
    }
};

DESTEK_TEST(Monkey)
#include "tst_monkey.moc"
