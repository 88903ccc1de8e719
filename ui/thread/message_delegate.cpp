#include "ui/thread/message_delegate.h"

#include "models/thread/thread_model.h"

#include <QPainter>

namespace destek::ui
{

using models::ThreadModel;

namespace
{

QString idOf(const QModelIndex &index)
{
    return index.data(ThreadModel::IdRole).toString();
}

} // namespace

MessageDelegate::MessageDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

Bubble MessageDelegate::bubble(const QModelIndex &index) const
{
    return Bubble(
        m_theme, index,
        {m_width, m_mayDecide, !m_shownWhole.isEmpty() && m_shownWhole.contains(idOf(index))});
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    bubble(index).paint(*painter, option.rect.topLeft(), option.state & QStyle::State_Selected,
                        option.state & QStyle::State_HasFocus);
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString id = idOf(index);
    const auto known = m_heights.constFind(id);
    if (known != m_heights.constEnd())
        return {m_width, *known};
    const int height = bubble(index).height();
    m_heights.insert(id, height);
    return {m_width, height};
}

void MessageDelegate::setWidth(int width)
{
    if (width == m_width || width <= 0)
        return;
    m_width = width;
    m_heights.clear();
}

void MessageDelegate::setMayDecide(bool may)
{
    m_mayDecide = may;
    m_heights.clear();
}

void MessageDelegate::forgetHeight(const QModelIndex &index)
{
    m_heights.remove(idOf(index));
}

void MessageDelegate::forgetAll()
{
    m_heights.clear();
    m_shownWhole.clear();
}

void MessageDelegate::showAllOf(const QModelIndex &index)
{
    m_shownWhole.insert(idOf(index));
    forgetHeight(index);
}

} // namespace destek::ui
