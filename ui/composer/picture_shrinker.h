#pragma once

#include <QByteArray>
#include <QImage>
#include <QObject>

#include <functional>

namespace destek::ui
{

/// Makes a small picture of these bytes in the background; null if they are none, or one too large
/// to decode safely (facts/trust.md 4.9). Follows the camera's orientation. `then` runs on the GUI
/// thread unless `owner` is gone by then.
void thumbnail(const QByteArray &bytes, QSize most, QObject *owner,
               std::function<void(QImage)> then);

/// A JPEG of at most `limit` bytes that shows the same: scaled and compressed until it fits, on
/// white where it was transparent, without the metadata of the original (place, camera, owner).
/// Empty if it cannot be done. Slow; any thread.
[[nodiscard]] QByteArray shrunkPicture(const QByteArray &bytes, qint64 limit);

/// The same in the background; `then` runs on the GUI thread unless `owner` is gone by then.
void shrinkPicture(const QByteArray &bytes, qint64 limit, QObject *owner,
                   std::function<void(QByteArray)> then);

} // namespace destek::ui
