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

} // namespace destek::sandbox
