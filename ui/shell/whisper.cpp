#include "ui/shell/whisper.h"

#include <QEvent>
#include <QTimer>

namespace destek::ui
{

namespace
{

constexpr auto kShown = std::chrono::seconds(7);
constexpr int kWidest = 420;
constexpr int kFromEdge = 10;

} // namespace

Whisper::Whisper(const Theme &theme, QWidget *window)
    : Banner(theme, window), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    window->installEventFilter(this);
    hide();
}

void Whisper::say(Tone tone, const QString &sentence)
{
    const bool again = isVisible() && sentence == this->sentence();
    Banner::say(tone, sentence);
    place();
    show();
    raise();
    m_timer->start(kShown);
    if (again) // as news, the banner has spoken it
        speak();
}

void Whisper::setUnder(const QWidget *content)
{
    m_under = content;
}

void Whisper::place()
{
    const QSize room = parentWidget()->size();
    const int width = qMin(kWidest, room.width() - 2 * kFromEdge);
    const int height = hasHeightForWidth() ? heightForWidth(width) : sizeHint().height();
    const int top =
        m_under && m_under->isVisible() ? m_under->mapTo(parentWidget(), QPoint()).y() : 0;
    setGeometry(room.width() - width - kFromEdge, top + kFromEdge, width, height);
}

bool Whisper::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return Banner::eventFilter(watched, event);
}

void Whisper::mousePressEvent(QMouseEvent *)
{
    hide();
}

} // namespace destek::ui
