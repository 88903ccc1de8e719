#include "tests/ui/shot.h"

#include "tests/ui/scenes.h"

#include <QImageWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::test
{

namespace
{

constexpr int kSameColour = 48;         ///< of 255, in each channel: edges of letters may differ
constexpr int kSameInHighContrast = 72; ///< white on black is all edge
constexpr double kMostChanged = 0.004;  ///< share of the pixels
/// Squares of so many pixels are compared by their mean: machines draw the same letters thinner or
/// bolder, but none draws them elsewhere.
constexpr int kSquare = 4;
constexpr int kTile = 32 / kSquare;
constexpr double kMostChangedInTile = 0.08; ///< a word of a caption is more, a caret is less

QImage meansOf(const QImage &picture)
{
    return picture
        .scaled(picture.width() / kSquare, picture.height() / kSquare, Qt::IgnoreAspectRatio,
                Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

bool isSame(QRgb a, QRgb b, int allowed)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                     std::abs(qBlue(a) - qBlue(b))}) <= allowed;
}

int faded(int channel)
{
    return 255 - (255 - channel) / 4;
}

/// One of 32 levels; black stays black, white stays white and grey stays grey.
int levelled(int channel)
{
    return (channel * 31 + 127) / 255 * 255 / 31;
}

} // namespace

QString Shot::name() const
{
    return u"%1-%2-%3"_s.arg(scene, language, theme);
}

QList<Shot> referenceShots()
{
    QList<Shot> shots;
    for (const QString &scene : sceneNames()) {
        for (const QString &theme : {u"light"_s, u"dark"_s})
            shots << Shot{scene, u"tr"_s, theme} << Shot{scene, u"en"_s, theme};
        shots << Shot{scene, u"tr"_s, u"contrast"_s};
    }
    return shots;
}

bool arrange(UiWorld &world, const Shot &shot)
{
    world.theme.choose(themeOf(shot.theme));
    world.theme.setZoom(shot.zoom);
    world.speech.choose(shot.language == "tr"_L1 ? text::Language::Turkish
                                                 : text::Language::English);
    world.window->resize(shot.size);
    return arrangeScene(world, shot.scene);
}

bool saveReference(const QImage &picture, const QString &path)
{
    QImage kept = picture.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < kept.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(kept.scanLine(y));
        for (int x = 0; x < kept.width(); ++x)
            line[x] =
                qRgb(levelled(qRed(line[x])), levelled(qGreen(line[x])), levelled(qBlue(line[x])));
    }
    QImageWriter writer(path, "webp");
    writer.setQuality(100); // nothing is lost
    return writer.write(kept);
}

QImage loadReference(const QString &path)
{
    return QImage(path).convertToFormat(QImage::Format_RGB32);
}

bool Difference::matters() const
{
    return changed > kMostChanged || changedInTile > kMostChangedInTile;
}

Difference differenceOf(const Shot &shot, const QImage &referencePicture, const QImage &nowPicture)
{
    const int allowed = shot.theme == "contrast"_L1 ? kSameInHighContrast : kSameColour;
    Difference difference;
    if (referencePicture.isNull() || referencePicture.size() != nowPicture.size())
        return difference;
    const QImage reference = meansOf(referencePicture);
    const QImage now = meansOf(nowPicture);
    difference.shown = reference.copy();
    qint64 changed = 0;
    const int tilesAcross = reference.width() / kTile + 1;
    QList<int> tiles(tilesAcross * (reference.height() / kTile + 1));
    for (int y = 0; y < reference.height(); ++y) {
        const auto *before = reinterpret_cast<const QRgb *>(reference.constScanLine(y));
        const auto *after = reinterpret_cast<const QRgb *>(now.constScanLine(y));
        auto *line = reinterpret_cast<QRgb *>(difference.shown.scanLine(y));
        for (int x = 0; x < reference.width(); ++x) {
            const bool same = isSame(before[x], after[x], allowed);
            if (!same) {
                ++changed;
                ++tiles[y / kTile * tilesAcross + x / kTile];
            }
            line[x] = same ? qRgb(faded(qRed(before[x])), faded(qGreen(before[x])),
                                  faded(qBlue(before[x])))
                           : qRgb(220, 0, 0);
        }
    }
    difference.changedInTile =
        double(*std::max_element(tiles.begin(), tiles.end())) / (kTile * kTile);
    difference.changed = double(changed) / (double(reference.width()) * double(reference.height()));
    difference.shown = difference.shown.scaled(referencePicture.size());
    return difference;
}

} // namespace destek::test
