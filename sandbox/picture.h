#pragma once

#include <QByteArray>
#include <QString>

namespace destek::sandbox
{

/// A small real PNG, drawn here so that no photograph of anybody is needed. Kinds: "letter"
/// (a printed page), "smudged" (a page with a bad print), "envelope"; anything else: a plain card.
[[nodiscard]] QByteArray drawPicture(const QString &kind);

} // namespace destek::sandbox
