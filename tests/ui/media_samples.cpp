#include "tests/ui/media_samples.h"

#include <QBuffer>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>

#include <cmath>
#include <vector>

#include <ogg/ogg.h>
#include <opus.h>

namespace destek::test
{

namespace
{

QImage parcel(QSize size, bool clear)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(clear ? Qt::transparent : QColor(214, 220, 226));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(size.width() * 0.2, size.height() * 0.25, size.width() * 0.6,
                     size.height() * 0.55);
    QLinearGradient ground(box.topLeft(), box.bottomRight());
    ground.setColorAt(0, QColor(222, 176, 120));
    ground.setColorAt(1, QColor(170, 120, 70));
    painter.setBrush(ground);
    painter.setPen(QPen(QColor(120, 80, 40), 3));
    painter.drawRoundedRect(box, 6, 6);
    painter.fillRect(
        QRectF(box.center().x() - box.width() * 0.06, box.top(), box.width() * 0.12, box.height()),
        QColor(235, 214, 180));
    return image;
}

QByteArray saved(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 85);
    return bytes;
}

void addPage(QByteArray &out, const ogg_page &page)
{
    out.append(reinterpret_cast<const char *>(page.header), page.header_len);
    out.append(reinterpret_cast<const char *>(page.body), page.body_len);
}

void addPacket(ogg_stream_state &stream, QByteArray bytes, qint64 at, int number, bool last)
{
    ogg_packet packet{};
    packet.packet = reinterpret_cast<unsigned char *>(bytes.data());
    packet.bytes = long(bytes.size());
    packet.b_o_s = number == 0;
    packet.e_o_s = last;
    packet.granulepos = at;
    packet.packetno = number;
    ogg_stream_packetin(&stream, &packet);
}

void flush(ogg_stream_state &stream, QByteArray &out)
{
    ogg_page page{};
    while (ogg_stream_flush(&stream, &page) != 0)
        addPage(out, page);
}

QByteArray little(quint32 value, int count)
{
    QByteArray out;
    for (int i = 0; i < count; ++i)
        out.append(char(value >> (8 * i)));
    return out;
}

} // namespace

QByteArray jpegBytes(QSize size)
{
    return saved(parcel(size, false), "JPEG");
}

QByteArray pngBytes(QSize size)
{
    return saved(parcel(size, false), "PNG");
}

QByteArray webpBytes(QSize size)
{
    return saved(parcel(size, true), "WEBP");
}

QByteArray gifBytes(int frames)
{
    // 2 × 2 pixels; "clear, four pixels of colour n, end" in codes of three bits.
    QByteArray out("GIF89a\x02\x00\x02\x00\x81\x00\x00", 13);
    out.append(QByteArray::fromHex("ff000000ff000000ffffff00"));
    for (int i = 0; i < frames; ++i) {
        out.append(QByteArray::fromHex("21f9040105000000"));
        out.append(QByteArray::fromHex("2c000000000200020000"));
        out.append(QByteArray::fromHex("0202845100"));
    }
    out.append(';');
    return out;
}

QByteArray pngClaiming(QSize size)
{
    QByteArray bytes = pngBytes({4, 4});
    for (int i = 0; i < 4; ++i) {
        bytes[16 + i] = char(quint32(size.width()) >> (24 - 8 * i));
        bytes[20 + i] = char(quint32(size.height()) >> (24 - 8 * i));
    }
    return bytes;
}

QByteArray opusBytes(int milliseconds)
{
    constexpr int kRate = 48000;
    constexpr int kFrame = 960; // 20 ms
    int error = 0;
    OpusEncoder *encoder = opus_encoder_create(kRate, 1, OPUS_APPLICATION_VOIP, &error);
    ogg_stream_state stream{};
    ogg_stream_init(&stream, 7);
    QByteArray out;
    addPacket(stream,
              "OpusHead" + little(1, 1) + little(1, 1) + little(312, 2) + little(kRate, 4) +
                  little(0, 2) + little(0, 1),
              0, 0, false);
    flush(stream, out);
    addPacket(stream, "OpusTags" + little(6, 4) + "destek" + little(0, 4), 0, 1, false);
    flush(stream, out);
    const int packets = qMax(1, milliseconds / 20);
    std::vector<qint16> samples(kFrame);
    for (int n = 0; n < packets; ++n) {
        for (int i = 0; i < kFrame; ++i) {
            const double t = double(n * kFrame + i) / kRate;
            const double loud = 0.15 + 0.85 * std::pow(std::sin(t * 2.1) * std::sin(t * 5.3), 2);
            samples[size_t(i)] = qint16(9000 * loud * std::sin(t * 2 * 3.14159265 * 180));
        }
        QByteArray packet(1500, '\0');
        const int size =
            opus_encode(encoder, samples.data(), kFrame,
                        reinterpret_cast<unsigned char *>(packet.data()), int(packet.size()));
        packet.truncate(qMax(size, 0));
        addPacket(stream, packet, qint64(n + 1) * kFrame, n + 2, n + 1 == packets);
    }
    flush(stream, out);
    ogg_stream_clear(&stream);
    opus_encoder_destroy(encoder);
    return out;
}

} // namespace destek::test
