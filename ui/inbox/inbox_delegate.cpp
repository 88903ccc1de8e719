#include "ui/inbox/inbox_delegate.h"

#include "models/inbox/inbox_model.h"
#include "ui/kit/painted_text.h"

#include <QPainter>

namespace destek::ui
{

using models::InboxModel;
using models::WindowUrgency;

namespace
{

Token urgencyColor(WindowUrgency urgency)
{
    switch (urgency) {
    case WindowUrgency::Ample:
        return Token::Good;
    case WindowUrgency::Soon:
        return Token::Warn;
    case WindowUrgency::Urgent:
        return Token::Bad;
    case WindowUrgency::Closed:
    case WindowUrgency::None:
        break;
    }
    return Token::Closed;
}

Glyph glyphOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Image:
        return Glyph::Image;
    case MessageKind::Video:
        return Glyph::Video;
    case MessageKind::Audio:
    case MessageKind::Voice:
        return Glyph::Voice;
    case MessageKind::Document:
        return Glyph::Document;
    case MessageKind::Sticker:
        return Glyph::Sticker;
    case MessageKind::Location:
        return Glyph::Location;
    case MessageKind::Contacts:
        return Glyph::Contacts;
    case MessageKind::Button:
    case MessageKind::Interactive:
        return Glyph::Reply;
    case MessageKind::Template:
        return Glyph::Template;
    default:
        return Glyph::None;
    }
}

WindowUrgency urgencyAt(const QModelIndex &index)
{
    return WindowUrgency(index.data(InboxModel::UrgencyRole).toInt());
}

} // namespace

StateMark markOf(SendState state)
{
    switch (state) {
    case SendState::Queued:
    case SendState::Sending:
        return {Glyph::Clock, Token::TextFaint};
    case SendState::Accepted:
    case SendState::Sent:
        return {Glyph::Tick, Token::TextFaint};
    case SendState::Delivered:
        return {Glyph::TwoTicks, Token::TextFaint};
    case SendState::Read:
    case SendState::Played:
        return {Glyph::TwoTicks, Token::TickRead};
    case SendState::Failed:
    case SendState::Refused:
        return {Glyph::Alert, Token::Bad};
    case SendState::Unknown:
        return {Glyph::Question, Token::Warn};
    case SendState::Abandoned:
        return {Glyph::GiveUp, Token::TextFaint};
    case SendState::None:
        break;
    }
    return {};
}

InboxDelegate::InboxDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight()};
}

QColor InboxDelegate::barColor(const QModelIndex &index) const
{
    if (index.data(InboxModel::WaitingRole).toInt() == 0)
        return Qt::transparent;
    return m_theme.color(urgencyColor(urgencyAt(index)));
}

void InboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hover = option.state & QStyle::State_MouseOver;
    const Token back = selected ? Token::Selection : hover ? Token::Hover : Token::Surface;
    painter->fillRect(option.rect, m_theme.color(back));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      m_theme.color(Token::Line));
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), 4, option.rect.height() - 1),
                      barColor(index));
    const QRectF inner =
        QRectF(option.rect)
            .adjusted(m_theme.px(14), m_theme.px(9), -m_theme.px(12), -m_theme.px(9));
    const qreal half = inner.height() / 2;
    paintFirstLine(*painter, QRectF(inner.x(), inner.y(), inner.width(), half), index);
    paintSecondLine(*painter, QRectF(inner.x(), inner.y() + half, inner.width(), half), index);
    if (selected && option.state & QStyle::State_HasFocus) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.color(Token::Focus), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

void InboxDelegate::paintFirstLine(QPainter &painter, const QRectF &line,
                                   const QModelIndex &index) const
{
    const bool waits = index.data(InboxModel::WaitingRole).toInt() > 0;
    const QString left = index.data(InboxModel::WindowWordsRole).toString();
    const QString right = left.isEmpty() ? index.data(InboxModel::TimeRole).toString() : left;
    const QFont small = m_theme.font(left.isEmpty() ? TextRole::Small : TextRole::SmallStrong);
    const QColor ink =
        m_theme.color(left.isEmpty() ? Token::TextFaint : urgencyColor(urgencyAt(index)));
    const qreal rightWidth = QFontMetricsF(small).horizontalAdvance(right) + 2;
    drawLine(painter, m_theme, right, small, ink,
             QRectF(line.right() - rightWidth, line.y(), rightWidth, line.height()),
             Qt::AlignRight);
    drawLine(painter, m_theme, isolatedName(index.data(InboxModel::NameRole).toString()),
             m_theme.font(waits ? TextRole::Strong : TextRole::Body), m_theme.color(Token::Text),
             QRectF(line.x(), line.y(), line.width() - rightWidth - 10, line.height()));
}

void InboxDelegate::paintSecondLine(QPainter &painter, const QRectF &line,
                                    const QModelIndex &index) const
{
    const qreal side = m_theme.px(14);
    const auto middle = [&](qreal x) {
        return QRectF(x, line.y() + (line.height() - side) / 2, side, side);
    };
    qreal right = line.right();
    if (const int waiting = index.data(InboxModel::WaitingRole).toInt(); waiting > 0) {
        const QString count = waiting > 99 ? QStringLiteral("99+") : QString::number(waiting);
        const QFont face = m_theme.font(TextRole::SmallStrong);
        const qreal width = qMax(qreal(m_theme.px(18)),
                                 QFontMetricsF(face).horizontalAdvance(count) + m_theme.px(10));
        const qreal height = m_theme.px(17);
        const QRectF badge(right - width, line.y() + (line.height() - height) / 2, width, height);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Badge));
        painter.drawRoundedRect(badge, height / 2, height / 2);
        painter.setPen(m_theme.color(Token::BadgeText));
        painter.setFont(face);
        painter.drawText(badge, Qt::AlignCenter, count);
        right = badge.left() - 8;
    }
    if (index.data(InboxModel::OptOutQuestionRole).toBool()) {
        paintGlyph(painter, Glyph::Question, middle(right - side), m_theme.color(Token::Warn));
        right -= side + 6;
    }
    if (index.data(InboxModel::OptedOutRole).toBool()) {
        paintGlyph(painter, Glyph::OptedOut, middle(right - side), m_theme.color(Token::Mark));
        right -= side + 6;
    }
    qreal left = line.x();
    const auto summary = index.data(InboxModel::SummaryRole).value<ConversationSummary>();
    if (summary.standby) { // we only look on
        paintGlyph(painter, Glyph::Eye, middle(right - side), m_theme.color(Token::TextMuted));
        right -= side + 6;
    }
    if (const StateMark mark = markOf(summary.lastOwnState); mark.glyph != Glyph::None) {
        paintGlyph(painter, mark.glyph, middle(left), m_theme.color(mark.color));
        left += side + 6;
    }
    if (const Glyph glyph = glyphOf(summary.lastKind); glyph != Glyph::None) {
        paintGlyph(painter, glyph, middle(left), m_theme.color(Token::TextFaint));
        left += side + 6;
    }
    drawLine(painter, m_theme, index.data(InboxModel::LastLineRole).toString(),
             m_theme.font(TextRole::Body), m_theme.color(Token::TextMuted),
             QRectF(left, line.y(), right - left - 2, line.height()));
}

} // namespace destek::ui
