#pragma once

#include "ui/theme/theme.h"

#include <QPainter>

namespace destek::ui
{

struct LabelColors {
    QColor back;
    QColor ink;
};

/// A readable pair for any hue in either theme (WCAG AA, tested for every hue).
[[nodiscard]] LabelColors labelColors(const Theme &theme, int hue);

/// What a chip with this text takes, at most `most` wide.
[[nodiscard]] qreal chipWidth(const Theme &theme, const QString &text, qreal most);

/// A rounded word in its colour, right-aligned in `rect`, cut if it does not fit. Hostile text.
/// Returns the width used.
qreal paintChip(QPainter &painter, const Theme &theme, const QString &text, int hue,
                const QRectF &rect);

} // namespace destek::ui
