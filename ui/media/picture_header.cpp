#include "ui/media/picture_header.h"

namespace destek::ui
{

namespace
{

/// Reads numbers at places; outside of the bytes everything is 0 and broken() is true.
class Bytes
{
public:
    explicit Bytes(const QByteArray &bytes) : m_bytes(bytes) {}
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] bool broken() const { return m_broken; }

    [[nodiscard]] quint32 at(qsizetype place) const
    {
        if (place >= 0 && place < m_bytes.size())
            return quint8(m_bytes[place]);
        m_broken = true;
        return 0;
    }
    [[nodiscard]] quint32 little(qsizetype place, int count) const
    {
        quint32 value = 0;
        for (int i = 0; i < count; ++i)
            value |= at(place + i) << (8 * i);
        return value;
    }
    [[nodiscard]] quint32 big(qsizetype place, int count) const
    {
        quint32 value = 0;
        for (int i = 0; i < count; ++i)
            value = value << 8 | at(place + i);
        return value;
    }
    [[nodiscard]] bool says(qsizetype place, QByteArrayView word) const
    {
        return place >= 0 && place + word.size() <= m_bytes.size() &&
               QByteArrayView(m_bytes).sliced(place, word.size()) == word;
    }

private:
    const QByteArray &m_bytes;
    mutable bool m_broken = false;
};

using Found = std::optional<PictureHeader>;

Found whole(const Bytes &bytes, PictureHeader header)
{
    if (bytes.broken() || header.size.width() <= 0 || header.size.height() <= 0)
        return std::nullopt;
    return header;
}

QSize sized(quint32 width, quint32 height)
{
    // What does not fit into an int is above every limit anyway.
    constexpr quint32 kLargest = 0x7FFFFFFF;
    return {int(qMin(width, kLargest)), int(qMin(height, kLargest))};
}

Found png(const Bytes &bytes)
{
    if (!bytes.says(12, "IHDR"))
        return std::nullopt;
    return whole(bytes, {PictureFormat::Png, sized(bytes.big(16, 4), bytes.big(20, 4)), 1});
}

bool isFrameStart(quint32 marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

Found jpeg(const Bytes &bytes)
{
    for (qsizetype at = 2; at + 4 <= bytes.size();) {
        if (bytes.at(at) != 0xFF)
            return std::nullopt;
        const quint32 marker = bytes.at(at + 1);
        if (marker == 0xFF) { // padding
            ++at;
            continue;
        }
        if (isFrameStart(marker))
            return whole(
                bytes, {PictureFormat::Jpeg, sized(bytes.big(at + 7, 2), bytes.big(at + 5, 2)), 1});
        const bool alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
        if (marker == 0xD9 || marker == 0xDA)
            return std::nullopt;
        at += alone ? 2 : 2 + qsizetype(qMax<quint32>(bytes.big(at + 2, 2), 2));
    }
    return std::nullopt;
}

qsizetype pastGifBlocks(const Bytes &bytes, qsizetype at)
{
    while (!bytes.broken()) {
        const quint32 length = bytes.at(at++);
        if (length == 0)
            break;
        at += length;
    }
    return at;
}

Found gif(const Bytes &bytes)
{
    PictureHeader header{PictureFormat::Gif, sized(bytes.little(6, 2), bytes.little(8, 2)), 0};
    const auto table = [](quint32 flags) {
        return flags & 0x80 ? qsizetype(3) << ((flags & 7) + 1) : 0;
    };
    qsizetype at = 13 + table(bytes.at(10));
    if (bytes.broken())
        return std::nullopt;
    while (at < bytes.size() && header.frames <= kMostPictureFrames) {
        const quint32 kind = bytes.at(at);
        if (kind == 0x21) {
            at = pastGifBlocks(bytes, at + 2);
        } else if (kind == 0x2C) {
            ++header.frames;
            at = pastGifBlocks(bytes, at + 11 + table(bytes.at(at + 9)));
        } else {
            break;
        }
    }
    // A file that breaks off in its last frame is for the decoder to judge.
    header.frames = qMax(header.frames, 1);
    return header.size.isEmpty() ? Found() : header;
}

Found webp(const Bytes &bytes)
{
    PictureHeader header{PictureFormat::WebP, {}, 1};
    if (bytes.says(12, "VP8 ")) {
        header.size = sized(bytes.little(26, 2) & 0x3FFF, bytes.little(28, 2) & 0x3FFF);
    } else if (bytes.says(12, "VP8L")) {
        const quint32 bits = bytes.little(21, 4);
        header.size = sized((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
    } else if (bytes.says(12, "VP8X")) {
        header.size = sized(bytes.little(24, 3) + 1, bytes.little(27, 3) + 1);
        int frames = 0;
        for (qsizetype at = 12; at + 8 <= bytes.size() && frames <= kMostPictureFrames;) {
            frames += bytes.says(at, "ANMF") ? 1 : 0;
            const qsizetype length = bytes.little(at + 4, 4);
            at += 8 + length + (length & 1);
        }
        header.frames = qMax(frames, 1);
    } else {
        return std::nullopt;
    }
    return whole(bytes, header);
}

} // namespace

std::optional<PictureHeader> pictureHeader(const QByteArray &given)
{
    const Bytes bytes(given);
    if (bytes.says(0, "\x89PNG\r\n\x1A\n"))
        return png(bytes);
    if (bytes.says(0, "\xFF\xD8\xFF"))
        return jpeg(bytes);
    if (bytes.says(0, "GIF87a") || bytes.says(0, "GIF89a"))
        return gif(bytes);
    if (bytes.says(0, "RIFF") && bytes.says(8, "WEBP"))
        return webp(bytes);
    return std::nullopt;
}

bool isWithinLimits(const PictureHeader &header)
{
    return header.size.width() <= kMostPictureSide && header.size.height() <= kMostPictureSide &&
           qint64(header.size.width()) * header.size.height() <= kMostPicturePixels &&
           header.frames <= kMostPictureFrames;
}

} // namespace destek::ui
