#pragma once

#include "core/base/result.h"
#include "ui/media/picture_header.h"

#include <QImage>
#include <QList>

namespace destek::ui
{

enum class PictureTrouble : quint8 {
    NotAPicture, ///< none of the four formats we decode
    TooLarge,    ///< more pixels or frames than we decode
    Broken,      ///< the decoder gave up
};

struct Picture {
    QImage image;  ///< first frame, no metadata, turned as the camera says
    QSize natural; ///< pixels of the original, turned
    bool animated = false;
};

struct Frame {
    QImage image;
    int milliseconds = 0; ///< how long it stays
};

/// Decodes at most `most` pixels large, by the format the bytes have. Slow; from a worker thread.
[[nodiscard]] Result<Picture, PictureTrouble> readPicture(const QByteArray &bytes, QSize most);
/// All frames of something that moves.
[[nodiscard]] Result<QList<Frame>, PictureTrouble> readFrames(const QByteArray &bytes, QSize most);

} // namespace destek::ui
