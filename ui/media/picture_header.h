#pragma once

#include <QByteArray>
#include <QSize>

#include <optional>

namespace destek::ui
{

enum class PictureFormat : quint8 { Jpeg, Png, Gif, WebP };

/// What the first bytes say, read without any decoder (facts/trust.md 4.9). `frames` counts no
/// further than one above the limit.
struct PictureHeader {
    PictureFormat format = PictureFormat::Jpeg;
    QSize size;
    int frames = 1;
    bool operator==(const PictureHeader &) const = default;
};

/// By the bytes alone, whatever name or type was announced. Nothing for everything else and for
/// headers that break off. Linear, safe from any thread.
[[nodiscard]] std::optional<PictureHeader> pictureHeader(const QByteArray &bytes);

constexpr int kMostPictureSide = 16384;
constexpr qint64 kMostPicturePixels = 40'000'000;
constexpr int kMostPictureFrames = 200;

/// May a decoder see it?
[[nodiscard]] bool isWithinLimits(const PictureHeader &header);

} // namespace destek::ui
