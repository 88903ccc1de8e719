#pragma once

#include "ui/theme/theme.h"

#include <QSlider>

namespace destek::ui
{

/// Chooses the hue of a label, 0 to 359, on a band of the colours that labels have in this theme.
class HueSlider : public QSlider
{
    Q_OBJECT
public:
    explicit HueSlider(const Theme &theme, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace destek::ui
