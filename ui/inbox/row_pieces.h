#pragma once

#include "core/domain/work.h"
#include "ui/theme/theme.h"

#include <QPainter>

/// The small signs of an inbox row. Each has a shape of its own, so that colour is never the
/// only sign. All are right-aligned in `rect` and answer the width they took.
namespace destek::ui
{

/// Filled: not seen yet. Hollow: seen, but it still waits for an answer.
qreal paintBadge(QPainter &painter, const Theme &theme, int count, bool filled, const QRectF &rect);

/// Initials in a circle: filled while that colleague answers, hollow while it is only theirs.
qreal paintInitials(QPainter &painter, const Theme &theme, const QString &name, bool answering,
                    const QRectF &rect);

/// One arrow head upwards for high, two for urgent; nothing for normal.
qreal paintPriority(QPainter &painter, const Theme &theme, Priority priority, const QRectF &rect);

} // namespace destek::ui
