#include "ui/team/hue_slider.h"

#include "ui/work/label_paint.h"

#include <QPainter>
#include <QStyleOptionSlider>

namespace destek::ui
{

namespace
{

constexpr int kHues = 360;
constexpr int kStop = 30; ///< between two colours of the band

} // namespace

HueSlider::HueSlider(const Theme &theme, QWidget *parent)
    : QSlider(Qt::Horizontal, parent), m_theme(theme)
{
    setRange(0, kHues - 1);
    setPageStep(kStop);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize HueSlider::sizeHint() const
{
    return {m_theme.px(200), m_theme.px(30)};
}

void HueSlider::paintEvent(QPaintEvent *)
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRectF knob =
        style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    const qreal high = m_theme.px(12);
    const QRectF band(0.5, (height() - high) / 2, width() - 1, high);
    QLinearGradient colours(band.topLeft(), band.topRight());
    for (int hue = 0; hue <= kHues; hue += kStop)
        colours.setColorAt(double(hue) / kHues, labelColors(m_theme, hue % kHues).ink);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::LineStrong), 1));
    painter.setBrush(colours);
    painter.drawRoundedRect(band, high / 2, high / 2);
    const qreal radius = m_theme.px(10);
    const QPointF middle(qBound(radius + 1, knob.center().x(), width() - radius - 1),
                         height() / 2.0);
    painter.setPen(
        QPen(m_theme.color(hasFocus() ? Token::Focus : Token::Text), hasFocus() ? 3 : 2));
    painter.setBrush(labelColors(m_theme, value()).back);
    painter.drawEllipse(middle, radius, radius);
}

} // namespace destek::ui
