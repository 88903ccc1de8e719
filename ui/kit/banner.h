#pragma once

#include "ui/kit/glyph.h"
#include "ui/kit/label.h"

#include <QWidget>

class QHBoxLayout;

namespace destek::ui
{

enum class Tone : quint8 { Calm, Good, Warn, Bad };

/// One sentence on a coloured strip with a mark, and room for buttons. Never modal. Colour is
/// never the only sign: each tone has its mark. What appears is also spoken, once.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(const Theme &theme, QWidget *parent = nullptr);
    void say(Tone tone, const QString &sentence);
    /// The same news in words that have moved on: shown, not spoken again.
    void reword(Tone tone, const QString &sentence);
    void setGlyph(Glyph glyph);
    void addButton(QWidget *button);
    [[nodiscard]] QString sentence() const { return m_label->text(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    /// To whoever cannot see it, whatever has the keyboard.
    void speak();

private:
    const Theme &m_theme;
    Label *m_label;
    QHBoxLayout *m_row;
    Tone m_tone = Tone::Calm;
    Glyph m_glyph = Glyph::None;
    bool m_spoken = false; ///< of what is shown now
};

} // namespace destek::ui
