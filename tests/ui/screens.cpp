// Takes pictures of screens over the daemon in memory:
//   destek-screens SCENE tr|en light|dark|contrast FILE.png [WxH [ZOOM]]
//   destek-screens --all FOLDER [WxH]     every scene in both languages and all themes
//   destek-screens --keep FOLDER [SCENE…] draws the references anew that look different now
//   destek-screens --scenes               their names
// For looking at, for the manual and for the references of the tests; not installed.
#include "tests/ui/scenes.h"
#include "tests/ui/shot.h"

#include <QDir>

#include <cstdio>

using namespace destek;
using namespace Qt::StringLiterals;

namespace
{

/// What the test waits for, this waits out: the last picture is the one that stays.
QImage drawn(const test::Shot &shot)
{
    test::UiWorld world({60, 14, 160});
    if (!test::arrange(world, shot))
        return {};
    QTest::qWait(600);
    return test::pictureOf(world);
}

bool take(const test::Shot &shot, const QString &path)
{
    const QImage picture = drawn(shot);
    return !picture.isNull() && picture.save(path, "PNG");
}

QSize sizeFrom(const QString &word)
{
    const QStringList parts = word.split(u'x');
    return {parts.value(0).toInt(), parts.value(1).toInt()};
}

bool takeAll(const QString &folder, QSize size)
{
    QDir().mkpath(folder);
    bool all = true;
    for (const QString &scene : test::sceneNames()) {
        for (const QString &language : {u"tr"_s, u"en"_s}) {
            for (const QString &theme : {u"light"_s, u"dark"_s, u"contrast"_s}) {
                const test::Shot shot{scene, language, theme, size};
                const bool taken = take(shot, folder + u'/' + shot.name() + u".png"_s);
                if (!taken)
                    std::fprintf(stderr, "could not be drawn: %s\n", qPrintable(shot.name()));
                all = all && taken;
            }
        }
    }
    return all;
}

/// Only what looks different is written: the history of the others stays short. Of all scenes, or
/// of those named.
bool keepAll(const QDir &folder, const QStringList &scenes)
{
    QStringList wanted;
    bool all = true;
    for (const test::Shot &shot : test::referenceShots()) {
        const QString path = folder.filePath(shot.name() + u".webp"_s);
        if (!scenes.isEmpty() && !scenes.contains(shot.scene))
            continue;
        wanted << QFileInfo(path).fileName();
        const QImage picture = drawn(shot);
        const bool same = !test::differenceOf(shot, test::loadReference(path), picture).matters();
        if (!picture.isNull() && same)
            continue;
        const bool kept = !picture.isNull() && test::saveReference(picture, path);
        std::printf("%s: %s\n", kept ? "drawn" : "could not be drawn", qPrintable(shot.name()));
        std::fflush(stdout);
        all = all && kept;
    }
    if (!scenes.isEmpty())
        return all;
    for (const QString &name : folder.entryList({u"*.png"_s, u"*.webp"_s}, QDir::Files)) {
        if (!wanted.contains(name) && QFile::remove(folder.filePath(name)))
            std::printf("removed: %s\n", qPrintable(name));
    }
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setCursorFlashTime(0);
    const QStringList given = QApplication::arguments();
    if (given.value(1) == "--scenes"_L1) {
        for (const QString &scene : test::sceneNames())
            std::printf("%s\n", qPrintable(scene));
        return 0;
    }
    if (given.value(1) == "--keep"_L1 && given.size() > 2)
        return keepAll(QDir(given[2]), given.mid(3)) ? 0 : 1;
    if (given.value(1) == "--all"_L1 && given.size() > 2)
        return takeAll(given[2], sizeFrom(given.value(3, u"1280x800"_s))) ? 0 : 1;
    if (given.size() < 5) {
        std::fprintf(stderr,
                     "destek-screens SCENE tr|en light|dark|contrast FILE.png [WxH [ZOOM]]\n"
                     "destek-screens --all FOLDER [WxH]\n"
                     "destek-screens --keep FOLDER [SCENE…]\n"
                     "destek-screens --scenes\n");
        return 2;
    }
    const test::Shot shot{given[1], given[2], given[3], sizeFrom(given.value(5, u"1280x800"_s)),
                          given.value(6, u"100"_s).toInt()};
    return take(shot, given[4]) ? 0 : 1;
}
