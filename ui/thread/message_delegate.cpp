#include "ui/thread/message_delegate.h"

#include "models/outgoing/held_sends.h"
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
    options.look.team = m_team;
    if (m_held) {
        options.held = m_held->left(id);
        options.heldShare = m_held->share(id);
    }
    options.look.frame = m_frame >= 0 && m_moving == id ? m_frame : -1;
    options.look.found = m_found;
    if (m_chosen && m_chosen->message == id) {
        options.from = m_chosen->from;
        options.to = m_chosen->to;
    }
    return Bubble(m_theme, index, options);
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    if (m_marksRows && option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(Token::Selection));
    bubble(index).paint(*painter, option.rect.topLeft(), option.state & QStyle::State_Selected,
                        option.state & QStyle::State_HasFocus);
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const MessageId id = idOf(index);
    const auto known = m_heights.constFind(id);
    return {m_width, known != m_heights.constEnd() ? *known : assumedHeight(index)};
}

/// From the number of letters alone; near enough that the scroll bar does not jump.
int MessageDelegate::assumedHeight(const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ThreadModel *>(index.model());
    if (!model)
        return m_theme.px(40);
    const MessageView &message = model->at(index.row());
    const int letters = qMax(20, m_width / m_theme.px(11));
    const int lines = 1 + int(qMin<qsizetype>(message.text.size(), 3000)) / letters;
    const bool tall = message.content.media &&
                      (message.kind == MessageKind::Image || message.kind == MessageKind::Video);
    return m_theme.px((tall ? 200 : 22) + 18 * lines);
}

bool MessageDelegate::isMeasured(const QModelIndex &index) const
{
    return m_heights.contains(idOf(index));
}

bool MessageDelegate::measure(const QModelIndex &index)
{
    const MessageId id = idOf(index);
    if (m_heights.contains(id))
        return true;
    const int height = bubble(index).height();
    m_heights.insert(id, height);
    return height == assumedHeight(index);
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
    m_chosen.reset();
}

void MessageDelegate::showAllOf(const QModelIndex &index)
{
    m_shownWhole.insert(idOf(index));
    forgetHeight(index);
}

} // namespace destek::ui
