// How the rows of a thread get their heights: what can be seen at once, the rest when nothing else
// waits. Laying out every row on every switch took longer than everything else together.
#include "models/thread/thread_model.h"
#include "ui/thread/message_delegate.h"
#include "ui/thread/thread_view.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTimer>

#include <utility>

namespace destek::ui
{

namespace
{

constexpr int kPasses = 8; ///< of laying out until all that is seen is measured
constexpr int kSlice = 4;  ///< milliseconds of measuring before others have their turn

} // namespace

void ThreadView::rememberPlace()
{
    m_anchor = indexAt(QPoint(viewport()->width() / 2, viewport()->height() / 2));
    if (!m_anchor.isValid())
        m_anchor = indexAt(QPoint(viewport()->width() / 2, 2));
    m_anchorTop = visualRect(m_anchor).top();
}

void ThreadView::restorePlace()
{
    keepPlace();
    m_anchor = QPersistentModelIndex();
    settle();
}

/// Lays the rows out anew; what was remembered stands where it stood.
void ThreadView::keepPlace()
{
    const bool moving = std::exchange(m_moving, true);
    QListView::doItemsLayout();
    if (m_stick) {
        scrollToBottom();
    } else if (m_anchor.isValid()) {
        const int moved = visualRect(m_anchor).top() - m_anchorTop;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    }
    m_moving = moving;
}

void ThreadView::doItemsLayout()
{
    const bool moving = std::exchange(m_moving, true);
    QListView::doItemsLayout();
    if (m_stick)
        scrollToBottom();
    m_moving = moving;
    settle();
}

/// False if a row that can be seen has another height than was assumed.
bool ThreadView::measureVisible()
{
    const QModelIndex first = indexAt(QPoint(0, 0));
    if (!first.isValid())
        return true;
    bool right = true;
    const int bottom = viewport()->height();
    for (int row = first.row(); row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (visualRect(index).top() > bottom)
            break;
        right = m_delegate->measure(index) && right;
    }
    return right;
}

/// Until everything that can be seen has its true height: no row is painted with another.
void ThreadView::settle()
{
    if (m_settling || !m_model || m_model->rowCount() == 0)
        return;
    m_settling = true;
    const QPersistentModelIndex anchor = m_anchor; // of a change that is under way
    const int top = m_anchorTop;
    for (int pass = 0; pass < kPasses; ++pass) {
        rememberPlace();
        if (measureVisible())
            break;
        keepPlace();
    }
    m_anchor = anchor;
    m_anchorTop = top;
    m_settling = false;
    m_measuring->start();
}

/// A few rows out of sight, nearest the end first, as long as nothing else waits.
void ThreadView::measureMore()
{
    QElapsedTimer clock;
    clock.start();
    bool right = true;
    int row = m_model->rowCount() - 1;
    for (; row >= 0 && clock.elapsed() < kSlice; --row)
        right = m_delegate->measure(m_model->index(row)) && right;
    if (row < 0)
        m_measuring->stop();
    if (right)
        return;
    rememberPlace();
    restorePlace();
}

} // namespace destek::ui
