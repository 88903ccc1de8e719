#pragma once

#include "ui/theme/theme.h"

#include <QPainter>
#include <QRectF>
#include <QTextLayout>

namespace destek::ui
{

/// Text as it is handed to the painter: emoji set in the colour font grapheme by grapheme and
/// without U+FE0F (facts/desktop.md 5). Never markup.
struct PaintedText {
    QString text;
    QList<QTextLayout::FormatRange> formats;
};

[[nodiscard]] PaintedText prepared(const QString &text, const Theme &theme);

/// Lays `layout` out in `width` pixels; returns what it takes. At most `maxLines` (0: all).
QSizeF layOut(QTextLayout &layout, const PaintedText &text, const QFont &font, qreal width,
              int maxLines = 0);

/// Marks in `line` what a search for these folded words found: whole words, the last one also as a
/// beginning. Empty words mark nothing.
[[nodiscard]] QList<QTextLayout::FormatRange>
foundFormats(const QString &line, const QStringList &words, const Theme &theme);

/// One line, cut with an ellipsis at the end of `rect`, vertically centred, with what was found of
/// `found` marked. Returns the width used.
qreal drawLine(QPainter &painter, const Theme &theme, const QString &text, const QFont &font,
               const QColor &color, const QRectF &rect, Qt::Alignment align = Qt::AlignLeft,
               const QStringList &found = {});

/// A foreign name for use inside our own line or sentence: controls shown, isolated so that its
/// direction cannot reach beyond it, at most 80 characters.
[[nodiscard]] QString isolatedName(const QString &name);

} // namespace destek::ui
