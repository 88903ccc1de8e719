#include "ui/work/label_paint.h"

#include "ui/kit/painted_text.h"

namespace destek::ui
{

LabelColors labelColors(const Theme &theme, int hue)
{
    const qreal turn = qreal((hue % 360 + 360) % 360) / 360;
    if (theme.name() == ThemeName::Light)
        return {QColor::fromHslF(float(turn), 0.55F, 0.91F),
                QColor::fromHslF(float(turn), 0.65F, 0.24F)};
    return {QColor::fromHslF(float(turn), 0.32F, 0.22F),
            QColor::fromHslF(float(turn), 0.60F, 0.84F)};
}

qreal chipWidth(const Theme &theme, const QString &text, qreal most)
{
    const QFontMetricsF metrics(theme.font(TextRole::Small));
    return std::min(most, metrics.horizontalAdvance(text) + theme.px(14));
}

qreal paintChip(QPainter &painter, const Theme &theme, const QString &text, int hue,
                const QRectF &rect)
{
    const qreal width = chipWidth(theme, text, rect.width());
    const qreal height = std::min<qreal>(rect.height(), theme.px(18));
    const QRectF chip(rect.right() - width, rect.center().y() - height / 2, width, height);
    const LabelColors colors = labelColors(theme, hue);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.back);
    painter.drawRoundedRect(chip, 4, 4);
    const qreal side = theme.px(6);
    drawLine(painter, theme, text, theme.font(TextRole::Small), colors.ink,
             chip.adjusted(side, 0, -side + 2, 0));
    return width;
}

} // namespace destek::ui
