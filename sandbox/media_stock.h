#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace destek::sandbox
{

struct StockFile {
    QString mime;
    QByteArray bytes;
};

/// The files people send: those of sandbox/media by file name, and the drawn pages "letter.png",
/// "smudged.png", "envelope.png" and "card.png". nullopt: no such file.
[[nodiscard]] std::optional<StockFile> stockFile(const QString &name);
[[nodiscard]] QStringList stockNames();

/// What somebody sends who says no more than "an image", "a sticker that moves", ….
[[nodiscard]] QString usualFile(const QString &type, bool voice, bool animated);

} // namespace destek::sandbox
