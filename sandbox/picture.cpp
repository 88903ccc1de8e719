#include "sandbox/picture.h"

#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

constexpr int kWidth = 240;
constexpr int kHeight = 320;

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffffu;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1u) ? 0xedb88320u : 0u);
    }
    return ~crc;
}

void addChunk(QByteArray &png, const QByteArray &type, const QByteArray &data)
{
    std::array<char, 4> number{};
    qToBigEndian(quint32(data.size()), number.data());
    png.append(number.data(), 4);
    png += type + data;
    qToBigEndian(crc32(type + data), number.data());
    png.append(number.data(), 4);
}

quint8 greyAt(const QString &kind, int x, int y)
{
    const bool margin = x < 24 || x > kWidth - 24 || y < 30 || y > kHeight - 30;
    if (kind == "envelope"_L1) {
        const int fold = y < 160 ? std::abs(x - kWidth / 2) * 160 / (kWidth / 2) : 0;
        return y < 160 && std::abs(160 - fold - y) < 3 ? 120
                                                       : (x > 180 && y > 190 && y < 240 ? 90 : 226);
    }
    const bool line = !margin && y % 16 < 4 && (x * 7 + y / 16 * 31) % 53 > 8;
    if (kind == "letter"_L1)
        return line ? 60 : 250;
    if (kind == "smudged"_L1) {
        const bool smear = x > 60 && x < 150 && y > 110 && y < 190;
        return smear ? quint8(90 + (x * 13 + y * 7) % 90) : (line ? 60 : 250);
    }
    return margin ? 170 : 210;
}

void addOggPage(QByteArray &file, const QByteArray &packet, int count, quint8 flags,
                quint64 granule, quint32 sequence)
{
    QByteArray page("OggS\0", 5);
    page += char(flags);
    std::array<char, 8> number{};
    qToLittleEndian(granule, number.data());
    page.append(number.data(), 8);
    qToLittleEndian(quint32(0x64737462), number.data());
    page.append(number.data(), 4);
    qToLittleEndian(sequence, number.data());
    page.append(number.data(), 4);
    page += QByteArray(4, '\0'); // checksum, filled in below
    page += char(count);
    page += QByteArray(count, char(packet.size()));
    for (int i = 0; i < count; ++i)
        page += packet;
    quint32 crc = 0;
    for (const char byte : page) {
        crc ^= quint32(quint8(byte)) << 24;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc << 1) ^ ((crc & 0x80000000u) ? 0x04c11db7u : 0u);
    }
    qToLittleEndian(crc, number.data());
    page.replace(22, 4, QByteArray(number.data(), 4));
    file += page;
}

} // namespace

QByteArray drawPicture(const QString &kind)
{
    QByteArray rows;
    rows.reserve((kWidth + 1) * kHeight);
    for (int y = 0; y < kHeight; ++y) {
        rows += '\0'; // no filter
        for (int x = 0; x < kWidth; ++x)
            rows += char(greyAt(kind, x, y));
    }
    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    QByteArray head(13, '\0');
    qToBigEndian(quint32(kWidth), head.data());
    qToBigEndian(quint32(kHeight), head.data() + 4);
    head[8] = 8; // bits, and colour type 0: grey
    addChunk(png, "IHDR", head);
    addChunk(png, "IDAT", qCompress(rows, 9).mid(4)); // Qt puts the length in front
    addChunk(png, "IEND", {});
    return png;
}

QByteArray silentVoice()
{
    QByteArray file;
    QByteArray head("OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0", 19);
    QByteArray tags("OpusTags\x07\0\0\0sandbox\0\0\0\0", 23);
    addOggPage(file, head, 1, 2, 0, 0);
    addOggPage(file, tags, 1, 0, 0, 1);
    addOggPage(file, QByteArray("\xf8\xff\xfe", 3), 50, 4, 48'000, 2); // fifty times 20 ms
    return file;
}

} // namespace destek::sandbox
