#include "ui/kit/list_rows.h"

#include "ui/kit/painted_text.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace destek::ui
{

namespace
{

constexpr int kSide = 10;
constexpr int kBox = 16;

} // namespace

ListRows::ListRows(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

QRect ListRows::box(const QRect &row) const
{
    const int side = m_theme.px(kBox);
    return {row.left() + kSide, row.center().y() - side / 2, side, side};
}

QSize ListRows::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.px(120), m_theme.px(30)};
}

void ListRows::paint(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const
{
    painter->save();
    const bool chosen = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, m_theme.color(chosen ? Token::Selection : Token::Surface));
    QRectF text = QRectF(option.rect).adjusted(kSide, 0, -kSide, 0);
    if (const QVariant ticked = index.data(Qt::CheckStateRole); ticked.isValid()) {
        QStyleOptionButton mark;
        mark.rect = box(option.rect);
        mark.state = QStyle::State_Enabled |
                     (ticked.toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
        QApplication::style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &mark, painter);
        text.setLeft(mark.rect.right() + kSide);
    }
    drawLine(*painter, m_theme, index.data().toString(), m_theme.font(TextRole::Body),
             m_theme.color(Token::Text), text);
    if (chosen && option.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect frame;
        frame.rect = option.rect;
        QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &frame, painter);
    }
    painter->restore();
}

bool ListRows::editorEvent(QEvent *event, QAbstractItemModel *model,
                           const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    bool toggles = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        toggles = mouse->button() == Qt::LeftButton && box(option.rect).contains(mouse->pos());
    } else if (event->type() == QEvent::KeyPress) {
        toggles = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    }
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return toggles && model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace destek::ui
