#include "ui/composer/picture_shrinker.h"

#include "ui/composer/background.h"
#include "ui/media/picture_reader.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

namespace destek::ui
{

namespace
{

constexpr int kLongestSide = 4096; ///< more than any telephone shows
constexpr int kQualities[]{88, 78, 68};

/// What an agent's own computer makes and WhatsApp does not take, within the same limits. Formats
/// that draw instead of storing pixels (SVG, PDF) may read files: never from here.
QImage decodedForeign(const QByteArray &bytes, QSize most)
{
    static const QList<QByteArray> kFormats{"bmp", "heic", "heif", "avif"};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    PictureHeader header;
    header.size = size;
    if (!kFormats.contains(reader.format()) || size.isEmpty() || !isWithinLimits(header))
        return {};
    if (reader.size().width() > most.width() || reader.size().height() > most.height())
        reader.setScaledSize(reader.size().scaled(most, Qt::KeepAspectRatio));
    return reader.read();
}

QImage decoded(const QByteArray &bytes, QSize most)
{
    const auto picture = readPicture(bytes, most);
    if (picture)
        return picture->image;
    return picture.error() == PictureTrouble::NotAPicture ? decodedForeign(bytes, most) : QImage();
}

QByteArray jpegOf(const QImage &picture, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    return writer.write(picture) ? bytes : QByteArray();
}

/// Pixels only, on white: texts, colour profile and everything else of the original stay behind.
QImage onWhite(const QImage &picture)
{
    QImage plain(picture.size(), QImage::Format_RGB32);
    plain.fill(Qt::white);
    QPainter painter(&plain);
    painter.drawImage(0, 0, picture);
    return plain;
}

} // namespace

QByteArray shrunkPicture(const QByteArray &bytes, qint64 limit)
{
    const QImage source = decoded(bytes, QSize(kLongestSide, kLongestSide));
    if (source.isNull())
        return {};
    QImage picture = onWhite(source);
    while (qMax(picture.width(), picture.height()) >= 320) {
        for (const int quality : kQualities) {
            const QByteArray jpeg = jpegOf(picture, quality);
            if (!jpeg.isEmpty() && jpeg.size() <= limit)
                return jpeg;
        }
        picture =
            picture.scaled(picture.size() * 3 / 4, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    const QByteArray jpeg = jpegOf(picture, kQualities[0]);
    return jpeg.size() <= limit ? jpeg : QByteArray();
}

void shrinkPicture(const QByteArray &bytes, qint64 limit, QObject *owner,
                   std::function<void(QByteArray)> then)
{
    inBackground<QByteArray>(
        owner, [bytes, limit] { return shrunkPicture(bytes, limit); }, std::move(then));
}

void thumbnail(const QByteArray &bytes, QSize most, QObject *owner,
               std::function<void(QImage)> then)
{
    inBackground<QImage>(
        owner, [bytes, most] { return decoded(bytes, most); }, std::move(then));
}

} // namespace destek::ui
