#pragma once

#include "core/domain/work.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace destek::ui
{

/// The labels of something, in their colours, wrapped into as many lines as they need.
class LabelChips : public QWidget
{
    Q_OBJECT
public:
    explicit LabelChips(const Theme &theme, QWidget *parent = nullptr);
    void setLabels(const QList<destek::Label> &labels);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return {120, heightForWidth(240)}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QList<QRectF> places(qreal width) const;

    const Theme &m_theme;
    QList<destek::Label> m_labels;
};

} // namespace destek::ui
