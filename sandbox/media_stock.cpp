#include "sandbox/media_stock.h"

#include "sandbox/picture.h"

#include <QFile>
#include <QMap>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

const QMap<QString, QString> &mimes()
{
    static const QMap<QString, QString> table{{u"parcel.jpg"_s, u"image/jpeg"_s},
                                              {u"sticker.webp"_s, u"image/webp"_s},
                                              {u"sticker_animated.webp"_s, u"image/webp"_s},
                                              {u"video.mp4"_s, u"video/mp4"_s},
                                              {u"voice.ogg"_s, u"audio/ogg; codecs=opus"_s},
                                              {u"music.mp3"_s, u"audio/mpeg"_s},
                                              {u"memo.aac"_s, u"audio/aac"_s},
                                              {u"order.pdf"_s, u"application/pdf"_s},
                                              {u"note.txt"_s, u"text/plain"_s},
                                              {u"letter.png"_s, u"image/png"_s},
                                              {u"smudged.png"_s, u"image/png"_s},
                                              {u"envelope.png"_s, u"image/png"_s},
                                              {u"card.png"_s, u"image/png"_s}};
    return table;
}

} // namespace

std::optional<StockFile> stockFile(const QString &name)
{
    const QString mime = mimes().value(name);
    if (mime.isEmpty())
        return std::nullopt;
    if (mime == "image/png"_L1)
        return StockFile{mime, drawPicture(name.chopped(4))};
    QFile file(u":/sandbox/media/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return StockFile{mime, file.readAll()};
}

QStringList stockNames()
{
    return mimes().keys();
}

QString usualFile(const QString &type, bool voice, bool animated)
{
    if (type == "image"_L1)
        return u"parcel.jpg"_s;
    if (type == "video"_L1)
        return u"video.mp4"_s;
    if (type == "audio"_L1)
        return voice ? u"voice.ogg"_s : u"music.mp3"_s;
    if (type == "sticker"_L1)
        return animated ? u"sticker_animated.webp"_s : u"sticker.webp"_s;
    return type == "document"_L1 ? u"order.pdf"_s : QString();
}

} // namespace destek::sandbox
