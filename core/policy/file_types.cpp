// What a file is, by its first bytes, and what WhatsApp takes (facts/whatsapp.md 4.1, 4.3).
#include "core/policy/content_limits.h"

#include <QStringDecoder>

#include <iterator>

using namespace Qt::StringLiterals;

namespace destek
{

namespace
{

constexpr qint64 kKiB = 1024;
constexpr qint64 kMiB = 1024 * kKiB;

constexpr QLatin1StringView kText("text/plain");
constexpr QLatin1StringView kWebp("image/webp");
constexpr QLatin1StringView kOpus("audio/ogg");

/// A name's ending and the type it stands for, for containers that look alike.
struct Ending {
    QLatin1StringView ending;
    QLatin1StringView type;
};
constexpr Ending kZipBased[]{
    {"docx"_L1, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"_L1},
    {"xlsx"_L1, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_L1},
    {"pptx"_L1, "application/vnd.openxmlformats-officedocument.presentationml.presentation"_L1},
};
constexpr Ending kOle[]{
    {"doc"_L1, "application/msword"_L1},
    {"xls"_L1, "application/vnd.ms-excel"_L1},
    {"ppt"_L1, "application/vnd.ms-powerpoint"_L1},
};

template <std::size_t N>
QString byEnding(const Ending (&endings)[N], const QString &fileName)
{
    for (const Ending &row : endings) {
        const QString ending = u'.' + row.ending;
        if (fileName.endsWith(ending, Qt::CaseInsensitive)) // protocol word
            return row.type;
    }
    return {};
}

/// ISO base media: box length, "ftyp", major brand.
QString isoMediaType(const QByteArray &head)
{
    const QByteArray brand = head.mid(8, 4);
    if (brand.startsWith("3g"))
        return u"video/3gpp"_s;
    if (brand == "M4A " || brand == "M4B ")
        return u"audio/mp4"_s;
    static constexpr const char *kFilms[] = {"isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42",
                                             "avc1", "M4V ", "MSNV", "dash", "mmp4", "M4VP"};
    for (const char *film : kFilms) {
        if (brand == film)
            return u"video/mp4"_s;
    }
    return {}; // HEIC, AVIF, QuickTime: alike in build, taken by nobody
}

/// MPEG audio: 11 bits of one; the layer bits are 0 in AAC's ADTS.
QString mpegAudioType(const QByteArray &head)
{
    if (head.size() < 3 || quint8(head.at(0)) != 0xFF || (quint8(head.at(1)) & 0xE0) != 0xE0)
        return {};
    const int layer = (quint8(head.at(1)) >> 1) & 3;
    if (layer == 0)
        return (quint8(head.at(1)) & 0xF0) == 0xF0 ? u"audio/aac"_s : QString();
    const int bitRate = quint8(head.at(2)) >> 4;
    return layer == 1 && bitRate != 15 ? u"audio/mpeg"_s : QString();
}

bool isPlainText(const QByteArray &head)
{
    if (head.isEmpty())
        return false;
    for (const char byte : head) {
        const auto value = quint8(byte);
        const bool layout = value == '\t' || value == '\n' || value == '\r' || value == '\f';
        if ((value < 0x20 && !layout) || value == 0x7f)
            return false;
    }
    // The head may end inside a character: the decoder keeps that for later, no error.
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(head);
    return !decoder.hasError() && !text.contains(QChar(0xFFFD));
}

QString mediaType(const QByteArray &head)
{
    if (head.startsWith("\xFF\xD8\xFF"))
        return u"image/jpeg"_s;
    if (head.startsWith("\x89PNG\r\n\x1A\n"))
        return u"image/png"_s;
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP")
        return kWebp;
    if (head.mid(4, 4) == "ftyp")
        return isoMediaType(head);
    if (head.startsWith("#!AMR"))
        return u"audio/amr"_s;
    if (head.startsWith("OggS"))
        return head.contains("OpusHead") ? QString(kOpus) : QString();
    if (head.startsWith("ID3"))
        return u"audio/mpeg"_s;
    return mpegAudioType(head);
}

QString withoutParameters(const QString &mimeType)
{
    const qsizetype end = mimeType.indexOf(u';');
    QString bare = (end < 0 ? mimeType : mimeType.left(end)).trimmed();
    for (QChar &c : bare) { // protocol word, ASCII
        if (c >= u'A' && c <= u'Z')
            c = QChar(char16_t(c.unicode() + 32));
    }
    return bare;
}

} // namespace

FileLimit fileLimit(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Image:
        return {{u"image/jpeg"_s, u"image/png"_s}, 5 * kMiB};
    case MessageKind::Video:
        return {{u"video/mp4"_s, u"video/3gpp"_s}, 16 * kMiB};
    case MessageKind::Audio:
        return {{u"audio/aac"_s, u"audio/amr"_s, u"audio/mpeg"_s, u"audio/mp4"_s, kOpus},
                16 * kMiB};
    case MessageKind::Voice:
        return {{kOpus}, 16 * kMiB};
    case MessageKind::Sticker:
        return {{kWebp}, 500 * kKiB};
    case MessageKind::Document: {
        FileLimit limit{{kText, u"application/pdf"_s}, 100 * kMiB};
        for (const Ending &row : kZipBased)
            limit.mimeTypes << row.type;
        for (const Ending &row : kOle)
            limit.mimeTypes << row.type;
        limit.mimeTypes += fileLimit(MessageKind::Image).mimeTypes; // as they are, unshrunk
        return limit;
    }
    default:
        return {};
    }
}

std::optional<MessageKind> kindForFile(const QString &mimeType)
{
    const QString bare = withoutParameters(mimeType);
    for (MessageKind kind : {MessageKind::Image, MessageKind::Video, MessageKind::Audio,
                             MessageKind::Sticker, MessageKind::Document}) {
        if (fileLimit(kind).mimeTypes.contains(bare))
            return kind;
    }
    return std::nullopt;
}

QString sniffedType(const QByteArray &head, const QString &fileName)
{
    if (const QString media = mediaType(head); !media.isEmpty())
        return media;
    if (head.mid(4, 4) == "ftyp")
        return {};
    if (head.startsWith("%PDF-"))
        return u"application/pdf"_s;
    if (head.startsWith("PK\x03\x04"))
        return byEnding(kZipBased, fileName);
    if (head.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return byEnding(kOle, fileName);
    return isPlainText(head) ? QString(kText) : QString();
}

} // namespace destek
