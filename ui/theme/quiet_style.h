#pragma once

#include <QProxyStyle>

namespace destek::ui
{

class Theme;

/// Fusion with our own frames: one hairline, small radius, a focus ring that can be seen, thin
/// scroll bars. Painted, not QSS (facts/desktop.md 2).
class QuietStyle : public QProxyStyle
{
    Q_OBJECT
public:
    explicit QuietStyle(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;

private:
    void frame(QPainter *painter, const QRect &rect, State state, const QColor &fill) const;
    const Theme &m_theme;
};

} // namespace destek::ui
