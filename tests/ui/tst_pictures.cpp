// Holds screens against the pictures in tests/references, which somebody has looked at.
// scripts/screens draws them anew.
#include "tests/kit/places.h"
#include "tests/kit/test_main.h"
#include "tests/ui/scenes.h"
#include "tests/ui/shot.h"

#include <QDir>

using namespace destek;
using namespace Qt::StringLiterals;

namespace
{

QString referenceOf(const test::Shot &shot)
{
    return QStringLiteral(DESTEK_SOURCE_DIR) + u"/tests/references/"_s + shot.name() + u".webp"_s;
}

} // namespace

class Pictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QGuiApplication::platformName() != "offscreen"_L1)
            QSKIP("pictures are compared on the offscreen platform only");
        QApplication::setCursorFlashTime(0);
    }

    void everyReferenceIsOfAScreen()
    {
        QStringList wanted;
        for (const test::Shot &shot : test::referenceShots())
            wanted << shot.name() + u".webp"_s;
        const QDir folder(QStringLiteral(DESTEK_SOURCE_DIR) + u"/tests/references"_s);
        for (const QString &name : folder.entryList({u"*.png"_s, u"*.webp"_s}, QDir::Files))
            QVERIFY2(wanted.contains(name), qPrintable(name));
    }

    void screensLookAsTheyDid_data()
    {
        QTest::addColumn<test::Shot>("shot");
        for (const test::Shot &shot : test::referenceShots())
            QTest::newRow(qPrintable(shot.name())) << shot;
    }

    /// A screen may take its time, on a busy machine and with pictures in it, but it gets there.
    /// It is built a second time before it counts as different: the hands that lead to it act at
    /// their own times, and a machine that stands still for a moment can let one come too early.
    void screensLookAsTheyDid()
    {
        QFETCH(test::Shot, shot);
        const QImage reference = test::loadReference(referenceOf(shot));
        QVERIFY2(!reference.isNull(), "no reference; see scripts/screens --keep");
        shot.size = reference.size();
        QString problem = whatDiffers(shot, reference);
        if (!problem.isEmpty() && m_failures < 5)
            problem = whatDiffers(shot, reference);
        m_failures += problem.isEmpty() ? 0 : 1;
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

private:
    /// Empty: the screen looks as it did.
    [[nodiscard]] QString whatDiffers(const test::Shot &shot, const QImage &reference) const
    {
        test::UiWorld world({60, 14, 160});
        if (!test::arrange(world, shot))
            return u"the screen cannot be reached"_s;
        QImage now;
        test::Difference difference;
        const auto looksSame = [&] {
            now = test::pictureOf(world);
            difference = test::differenceOf(shot, reference, now);
            return !difference.matters();
        };
        if (QTest::qWaitFor(looksSame, m_failures < 5 ? test::kPatience : 1500))
            return {};
        const QDir out(QDir::current().filePath(u"differences"_s));
        out.mkpath(u"."_s);
        difference.shown.save(out.filePath(shot.name() + u".png"_s));
        now.save(out.filePath(u"now-"_s + shot.name() + u".png"_s));
        return u"%1 % of the pixels differ, %2 % of those in one place; look at %3 and, if "
               "it is meant, run scripts/screens --keep"_s.arg(100 * difference.changed, 0, 'f', 2)
                   .arg(100 * difference.changedInTile, 0, 'f', 0)
                   .arg(out.filePath(shot.name() + u".png"_s));
    }

    int m_failures = 0; ///< when everything looks different, nobody waits for everything
};

DESTEK_TEST(Pictures)
#include "tst_pictures.moc"
