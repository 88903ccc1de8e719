#pragma once

#include "ui/kit/glyph.h"
#include "ui/theme/theme.h"

#include <QPushButton>

namespace destek::ui
{

/// A push button painted from theme tokens.
class Button : public QPushButton
{
    Q_OBJECT
public:
    enum class Kind : quint8 {
        Normal,  ///< hairline
        Primary, ///< the one thing this screen is for
        Danger,  ///< cannot be undone
        Flat,    ///< text only, in bars and rows
        Link,    ///< text only, flush with the text above and below
        Tab,     ///< checkable, navigation
    };

    Button(const Theme &theme, Kind kind, QWidget *parent = nullptr);
    void setGlyph(Glyph glyph);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QColor fill() const;
    [[nodiscard]] QColor ink() const;
    const Theme &m_theme;
    Kind m_kind;
    Glyph m_glyph = Glyph::None;
};

} // namespace destek::ui
