#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace destek::ui
{

/// A surface with a theme colour and hairlines on chosen edges.
class Panel : public QWidget
{
    Q_OBJECT
public:
    Panel(const Theme &theme, Token back, Qt::Edges lines = {}, QWidget *parent = nullptr);
    void setBack(Token back);

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
    Token m_back;
    Qt::Edges m_lines;
};

} // namespace destek::ui
