#pragma once

#include "ui/kit/glyph.h"
#include "ui/kit/label.h"

#include <QWidget>

class QHBoxLayout;

namespace destek::ui
{

enum class Tone : quint8 { Calm, Good, Warn, Bad };

/// One sentence on a coloured strip with a mark, and room for buttons. Never modal. Colour is
/// never the only sign: each tone has its mark.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(const Theme &theme, QWidget *parent = nullptr);
    void say(Tone tone, const QString &sentence);
    void setGlyph(Glyph glyph);
    void addButton(QWidget *button);
    [[nodiscard]] QString sentence() const { return m_label->text(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Label *m_label;
    QHBoxLayout *m_row;
    Tone m_tone = Tone::Calm;
    Glyph m_glyph = Glyph::None;
};

} // namespace destek::ui
