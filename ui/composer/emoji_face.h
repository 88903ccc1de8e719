#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

class QPainter;
class QRectF;

namespace destek::ui
{

/// One emoji in the middle of `area`, in the colour font.
void paintEmoji(QPainter &painter, const Theme &theme, const QString &emoji, const QRectF &area);

/// A button that shows one emoji.
class EmojiFace : public QAbstractButton
{
    Q_OBJECT
public:
    EmojiFace(const Theme &theme, const QString &emoji, const QString &name,
              QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

/// Moves a window that is about to be shown to `at` on the screen, or as near as it has room.
void moveOntoScreen(QWidget *window, const QWidget *beside, QPoint at);

} // namespace destek::ui
