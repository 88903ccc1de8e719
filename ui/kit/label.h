#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace destek::ui
{

/// The only label of the console: plain text whatever it contains (R-24 of the threat model:
/// rich text opens files), follows theme and zoom.
class Label : public QLabel
{
    Q_OBJECT
public:
    Label(const Theme &theme, TextRole role, Token color, QWidget *parent = nullptr);
    explicit Label(const Theme &theme, QWidget *parent = nullptr)
        : Label(theme, TextRole::Body, Token::Text, parent)
    {
    }
    void setLook(TextRole role, Token color);
    /// One line, cut with an ellipsis; a tool tip then shows the whole.
    void setElided(bool elided);
    [[nodiscard]] bool isElided() const { return m_elided; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    const Theme &m_theme;
    TextRole m_role;
    Token m_color;
    bool m_elided = false;
};

} // namespace destek::ui
