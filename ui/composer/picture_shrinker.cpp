#include "ui/composer/picture_shrinker.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>

namespace destek::ui
{

namespace
{

constexpr qint64 kMostPixels = 60'000'000; ///< of a source: what a camera makes, no bomb
constexpr int kLongestSide = 4096;         ///< more than any telephone shows
constexpr int kQualities[]{88, 78, 68};

/// Nothing of a picture is decoded before its size has been read from its header.
bool isDecodable(QImageReader &reader)
{
    // Formats that draw instead of storing pixels (SVG, PDF) may read files: never from here.
    static const QList<QByteArray> kFormats{"jpeg", "jpg",  "png",  "gif", "bmp",
                                            "webp", "heic", "heif", "avif"};
    const QSize size = reader.size();
    return kFormats.contains(reader.format()) && size.isValid() && !size.isEmpty() &&
           qint64(size.width()) * size.height() <= kMostPixels;
}

QImage decoded(const QByteArray &bytes, QSize most)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    if (!isDecodable(reader))
        return {};
    if (reader.size().width() > most.width() || reader.size().height() > most.height())
        reader.setScaledSize(reader.size().scaled(most, Qt::KeepAspectRatio));
    return reader.read();
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

QImage thumbnailOf(const QByteArray &bytes, QSize most)
{
    return decoded(bytes, most);
}

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
    QThreadPool::globalInstance()->start(
        [bytes, limit, owner = QPointer(owner), then = std::move(then)] {
            const QByteArray jpeg = shrunkPicture(bytes, limit);
            auto *home = QCoreApplication::instance(); // the pool is emptied before it goes
            if (!home)
                return;
            const auto back = [owner, then, jpeg] {
                if (owner)
                    then(jpeg);
            };
            QMetaObject::invokeMethod(home, back, Qt::QueuedConnection);
        });
}

} // namespace destek::ui
