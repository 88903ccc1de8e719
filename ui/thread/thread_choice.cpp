// What is chosen in the thread: letters of one message, or messages, by pointer and by keyboard.
#include "models/format/words.h"
#include "models/thread/thread_model.h"
#include "ui/thread/message_delegate.h"
#include "ui/thread/thread_view.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace destek::ui
{

void ThreadView::mousePressEvent(QMouseEvent *event)
{
    const bool mayStart = event->button() == Qt::LeftButton && !event->modifiers();
    if (event->button() == Qt::LeftButton)
        forgetLetters();
    m_dragged = false;
    const auto row = mayStart ? under(event->pos()) : std::nullopt;
    m_pressed = row ? row->index : QModelIndex();
    m_pressedWords = row ? row->words() : std::nullopt;
    // What is chosen stays so under a menu.
    const bool onChosen = selectionModel()->isSelected(indexAt(event->pos()));
    if (event->button() != Qt::RightButton || !onChosen)
        QListView::mousePressEvent(event);
}

void ThreadView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto row = event->button() == Qt::LeftButton ? under(event->pos()) : std::nullopt;
    const auto place = row ? row->words() : std::nullopt;
    if (!place)
        return QListView::mouseDoubleClickEvent(event);
    const auto [from, to] = row->bubble.wordAround(*place);
    choose(row->index, from, to);
    m_dragged = true;
}

/// Within the message where it began letters are chosen; beyond it, messages.
void ThreadView::dragTo(QPoint at)
{
    if (!m_pressed.isValid())
        return;
    const int edge = at.y() < 0 ? at.y() : std::max(0, at.y() - viewport()->height());
    if (edge != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + edge);
    const QPoint inside(std::clamp(at.x(), 0, viewport()->width() - 1),
                        std::clamp(at.y(), 0, viewport()->height() - 1));
    const QModelIndex over = indexAt(inside);
    if (!over.isValid())
        return;
    if (over != m_pressed) {
        forgetLetters();
        m_dragged = true;
        const QItemSelection rows(m_model->index(std::min(over.row(), m_pressed.row())),
                                  m_model->index(std::max(over.row(), m_pressed.row())));
        selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
        return;
    }
    if (chosenRows().size() > 1)
        selectionModel()->select(m_pressed, QItemSelectionModel::ClearAndSelect);
    if (!m_pressedWords)
        return;
    const auto to = laidOut(m_pressed, at).words(m_pressedWords->part);
    if (to && *to != *m_pressedWords) {
        m_dragged = true;
        choose(m_pressed, *m_pressedWords, *to);
    }
}

void ThreadView::choose(const QModelIndex &index, WordsPlace from, WordsPlace to)
{
    m_delegate->setChosen(MessageDelegate::Chosen{m_model->at(index.row()).id, from, to});
    update(index);
}

void ThreadView::forgetLetters()
{
    if (!m_delegate->chosen())
        return;
    const MessageId message = m_delegate->chosen()->message;
    m_delegate->setChosen(std::nullopt);
    repaintOf(message);
}

bool ThreadView::clearChoice()
{
    const bool some = m_delegate->chosen() || chosenRows().size() > 1;
    forgetLetters();
    if (some && currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    return some;
}

void ThreadView::selectionChanged(const QItemSelection &now, const QItemSelection &before)
{
    QListView::selectionChanged(now, before);
    const bool several = chosenRows().size() > 1;
    if (several)
        forgetLetters();
    m_delegate->setMarksRows(several);
    viewport()->update();
}

QList<int> ThreadView::chosenRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectedIndexes())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

QString ThreadView::lineOf(int row) const
{
    const MessageView &message = m_model->at(row);
    const QString time = words::fullTime(message.at);
    if (message.direction == Direction::Event)
        return QCoreApplication::translate("ThreadView", "[%1] %2", "when, what happened")
            .arg(time, words::copyText(message));
    return QCoreApplication::translate("ThreadView", "[%1] %2: %3", "when, who, words")
        .arg(time, message.direction == Direction::Inbound ? m_partner : message.author,
             words::copyText(message));
}

QString ThreadView::chosenText() const
{
    if (const auto &chosen = m_delegate->chosen()) {
        const QModelIndex index = m_model->index(m_model->rowOf(chosen->message));
        return index.isValid() ? m_delegate->bubble(index).chosenWords() : QString();
    }
    const QList<int> rows = chosenRows();
    if (rows.size() <= 1)
        return currentIndex().isValid() ? words::copyText(m_model->at(currentIndex().row()))
                                        : QString();
    QStringList lines;
    for (const int row : rows)
        lines << lineOf(row);
    return lines.join(u'\n');
}

} // namespace destek::ui
