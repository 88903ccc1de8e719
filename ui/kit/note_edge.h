#pragma once

#include "ui/theme/theme.h"

class QPainter;
class QRectF;

namespace destek::ui
{

/// How wide the edge is, in pixels at 100 %.
constexpr int kNoteEdge = 7;

/// The striped edge of whatever colleagues alone may read: a shape beside the colour, in the
/// field and in the thread alike. Inside `strip`; not rounded.
void paintNoteEdge(QPainter &painter, const Theme &theme, const QRectF &strip);

} // namespace destek::ui
