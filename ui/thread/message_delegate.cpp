#include "ui/thread/message_delegate.h"

#include "models/thread/thread_model.h"

#include <QPainter>

#include <utility>

namespace destek::ui
{

using models::ThreadModel;

namespace
{

/// Asked for every row on every layout: no text is made and nothing is copied.
MessageId idOf(const QModelIndex &index)
{
    if (const auto *model = qobject_cast<const ThreadModel *>(index.model()))
        return model->at(index.row()).id;
    return MessageId::fromString(index.data(ThreadModel::IdRole).toString());
}

} // namespace

MessageDelegate::MessageDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

Bubble MessageDelegate::bubble(const QModelIndex &index) const
{
    const MessageId id = idOf(index);
    Bubble::Options options;
    options.width = m_width;
    options.mayDecide = m_mayDecide;
    options.showAll = m_shownWhole.contains(id);
    options.flash = m_flash.isValid() && m_flash == id;
    options.look.store = m_store;
    options.look.player = m_player;
    options.look.frame = m_frame >= 0 && m_moving == id ? m_frame : -1;
    return Bubble(m_theme, index, options);
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    bubble(index).paint(*painter, option.rect.topLeft(), option.state & QStyle::State_Selected,
                        option.state & QStyle::State_HasFocus);
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const MessageId id = idOf(index);
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

void MessageDelegate::setMedia(MediaStore *store, Player *player)
{
    m_store = store;
    m_player = player;
}

void MessageDelegate::setFrame(MessageId id, int frame)
{
    m_moving = id;
    m_frame = frame;
}

bool MessageDelegate::remeasure(const QModelIndex &index)
{
    int &known = m_heights[idOf(index)];
    const int height = bubble(index).height();
    return std::exchange(known, height) == height;
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
