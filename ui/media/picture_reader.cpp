#include "ui/media/picture_reader.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>

namespace destek::ui
{

namespace
{

constexpr int kAllocationMegabytes = 64; ///< facts/trust.md 4.9
constexpr int kShortestFrame = 20;       ///< milliseconds
constexpr int kLongestFrame = 10000;

QByteArray nameOf(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Jpeg:
        return "jpeg";
    case PictureFormat::Png:
        return "png";
    case PictureFormat::Gif:
        return "gif";
    case PictureFormat::WebP:
        break;
    }
    return "webp";
}

QSize fitted(QSize size, QSize most)
{
    if (size.width() <= most.width() && size.height() <= most.height())
        return size;
    return size.scaled(most, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

/// Only the pixels: a copy knows nothing of texts, profiles or dots per metre of the original.
QImage bare(const QImage &image)
{
    QImage copy = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    for (const QString &key : copy.textKeys())
        copy.setText(key, QString());
    copy.setColorSpace({});
    copy.setDevicePixelRatio(1);
    return copy;
}

Result<PictureHeader, PictureTrouble> judged(const QByteArray &bytes)
{
    const auto header = pictureHeader(bytes);
    if (!header)
        return failure(PictureTrouble::NotAPicture);
    if (!isWithinLimits(*header))
        return failure(PictureTrouble::TooLarge);
    return *header;
}

void prepare(QImageReader &reader, const PictureHeader &header)
{
    QImageReader::setAllocationLimit(kAllocationMegabytes);
    reader.setAutoDetectImageFormat(false);
    reader.setDecideFormatFromContent(false);
    reader.setFormat(nameOf(header.format));
    reader.setAutoTransform(true);
}

} // namespace

Result<Picture, PictureTrouble> readPicture(const QByteArray &bytes, QSize most)
{
    const auto header = judged(bytes);
    if (!header)
        return failure(header.error());
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, nameOf(header->format));
    prepare(reader, *header);
    // The decoder must see what the header check saw.
    if (reader.size().isValid() && reader.size() != header->size)
        return failure(PictureTrouble::Broken);
    const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    const QSize room = turned ? most.transposed() : most;
    if (fitted(header->size, room) != header->size)
        reader.setScaledSize(fitted(header->size, room));
    const QImage image = reader.read();
    if (image.isNull())
        return failure(PictureTrouble::Broken);
    const QImage small = image.size() == fitted(image.size(), most)
                             ? image
                             : image.scaled(fitted(image.size(), most), Qt::IgnoreAspectRatio,
                                            Qt::SmoothTransformation);
    return Picture{bare(small), turned ? header->size.transposed() : header->size,
                   header->frames > 1};
}

Result<QList<Frame>, PictureTrouble> readFrames(const QByteArray &bytes, QSize most)
{
    const auto header = judged(bytes);
    if (!header)
        return failure(header.error());
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, nameOf(header->format));
    prepare(reader, *header);
    QList<Frame> frames;
    while (frames.size() < kMostPictureFrames && reader.canRead()) {
        const QImage image = reader.read();
        if (image.isNull())
            break;
        frames << Frame{bare(image.scaled(fitted(image.size(), most), Qt::IgnoreAspectRatio,
                                          Qt::SmoothTransformation)),
                        qBound(kShortestFrame, reader.nextImageDelay(), kLongestFrame)};
    }
    if (frames.isEmpty())
        return failure(PictureTrouble::Broken);
    return frames;
}

} // namespace destek::ui
