#pragma once

#include <QByteArray>
#include <QSize>

/// Real bytes of small pictures and recordings, made in memory, and some that lie.
namespace destek::test
{

[[nodiscard]] QByteArray jpegBytes(QSize size);
[[nodiscard]] QByteArray pngBytes(QSize size);
[[nodiscard]] QByteArray webpBytes(QSize size);
/// A GIF of this many frames, each of another colour.
[[nodiscard]] QByteArray gifBytes(int frames);
/// A PNG whose header claims to be this large.
[[nodiscard]] QByteArray pngClaiming(QSize size);
/// Speech-like sound, Opus in Ogg.
[[nodiscard]] QByteArray opusBytes(int milliseconds);

} // namespace destek::test
