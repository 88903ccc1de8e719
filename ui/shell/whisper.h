#pragma once

#include "ui/kit/banner.h"

class QTimer;

namespace destek::ui
{

/// One sentence in the corner of the content, never over the navigation, a notice or the composer,
/// that goes away by itself: why a key did nothing, where the window went. Takes no focus and is
/// spoken to screen readers.
class Whisper : public Banner
{
    Q_OBJECT
public:
    Whisper(const Theme &theme, QWidget *window);
    void say(Tone tone, const QString &sentence);
    /// It lies over the corner of `content`, which outlives it, and so below what stands above
    /// that.
    void setUnder(const QWidget *content);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void place();
    QTimer *m_timer;
    const QWidget *m_under = nullptr;
};

} // namespace destek::ui
