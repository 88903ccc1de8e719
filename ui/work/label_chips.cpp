#include "ui/work/label_chips.h"

#include "ui/kit/painted_text.h"
#include "ui/work/label_paint.h"

#include <QLocale>
#include <QPainter>

namespace destek::ui
{

namespace
{

constexpr qreal kGap = 5;

} // namespace

LabelChips::LabelChips(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void LabelChips::setLabels(const QList<destek::Label> &labels)
{
    m_labels = labels;
    QStringList names;
    for (const destek::Label &label : labels)
        names << isolatedName(label.name);
    setAccessibleName(QLocale().createSeparatedList(names));
    setVisible(!labels.isEmpty());
    updateGeometry();
    update();
}

QList<QRectF> LabelChips::places(qreal width) const
{
    QList<QRectF> rects;
    const qreal height = m_theme.px(20);
    QPointF at(0, 0);
    for (const destek::Label &label : m_labels) {
        const qreal wide = chipWidth(m_theme, label.name, width);
        if (at.x() > 0 && at.x() + wide > width)
            at = QPointF(0, at.y() + height + kGap);
        rects << QRectF(at, QSizeF(wide, height));
        at.rx() += wide + kGap;
    }
    return rects;
}

int LabelChips::heightForWidth(int width) const
{
    const QList<QRectF> rects = places(width);
    return rects.isEmpty() ? 0 : qCeil(rects.constLast().bottom());
}

void LabelChips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QList<QRectF> rects = places(width());
    for (qsizetype i = 0; i < rects.size(); ++i)
        paintChip(painter, m_theme, m_labels.at(i).name, m_labels.at(i).hue, rects.at(i));
}

} // namespace destek::ui
