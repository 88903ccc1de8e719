#include "ui/kit/focus_sight.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QPlainTextEdit>
#include <QScrollArea>

namespace destek::ui
{

FocusSight::FocusSight(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

FocusSight::~FocusSight()
{
    delete m_frame;
}

bool FocusSight::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && m_frame && m_frame->widget() == watched) {
        m_frame->setWidget(nullptr);
    } else if (event->type() == QEvent::FocusIn && watched->isWidgetType()) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
            show(static_cast<QWidget *>(watched));
    }
    return false;
}

void FocusSight::show(QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(widget);
    }
    const bool isPane = qobject_cast<QAbstractScrollArea *>(widget) != nullptr;
    if (!isPane || qobject_cast<QPlainTextEdit *>(widget))
        return;
    if (!m_frame)
        m_frame = new QFocusFrame(widget->window());
    m_frame->setWidget(widget);
}

} // namespace destek::ui
