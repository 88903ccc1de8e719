#include "ui/inbox/inbox_delegate.h"

#include "models/inbox/inbox_model.h"
#include "ui/inbox/row_pieces.h"
#include "ui/kit/painted_text.h"
#include "ui/work/label_paint.h"

#include <QPainter>

namespace destek::ui
{

using models::InboxModel;
using models::WindowUrgency;

namespace
{

constexpr int kGlyphSide = 14;
constexpr int kGap = 6; ///< between the pieces of a line

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
    case SendState::Withdrawn:
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

/// Whose it is: mine solid and coloured, a colleague's solid and grey, nobody's dotted.
void InboxDelegate::paintBar(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    using Owner = InboxModel::Owner;
    const auto owner = Owner(index.data(InboxModel::OwnerRole).toInt());
    const QRect bar(row.left(), row.top(), 4, row.height() - 1);
    if (owner != Owner::Nobody) {
        painter.fillRect(bar,
                         m_theme.color(owner == Owner::Mine ? Token::Accent : Token::LineStrong));
        return;
    }
    if (index.data(InboxModel::WaitingRole).toInt() == 0)
        return; // nobody's, and nobody waits
    const int dot = m_theme.px(4);
    for (int y = bar.top() + dot; y + dot <= bar.bottom(); y += 2 * dot)
        painter.fillRect(QRect(bar.left(), y, bar.width(), dot), m_theme.color(Token::Warn));
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
    paintBar(*painter, option.rect, index);
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
    const QString sleeps = index.data(InboxModel::SnoozedWordsRole).toString();
    const QString right = !left.isEmpty()     ? left
                          : !sleeps.isEmpty() ? sleeps
                                              : index.data(InboxModel::TimeRole).toString();
    const QFont small = m_theme.font(left.isEmpty() ? TextRole::Small : TextRole::SmallStrong);
    const QColor ink =
        m_theme.color(left.isEmpty() ? Token::TextFaint : urgencyColor(urgencyAt(index)));
    QRectF rest = line;
    // Of our last message; away from the customer's words, which it says nothing about.
    const auto summary = index.data(InboxModel::SummaryRole).value<ConversationSummary>();
    if (const StateMark mark = markOf(summary.lastOwnState); mark.glyph != Glyph::None) {
        const QRectF at = glyphBox(rest.right() - m_theme.px(kGlyphSide), rest);
        paintGlyph(painter, mark.glyph, at, m_theme.color(mark.color));
        rest.setRight(at.left() - kGap);
    }
    const qreal rightWidth = QFontMetricsF(small).horizontalAdvance(right) + 2;
    drawLine(painter, m_theme, right, small, ink,
             QRectF(rest.right() - rightWidth, rest.y(), rightWidth, rest.height()),
             Qt::AlignRight);
    rest.setRight(rest.right() - rightWidth - 8);
    const auto priority = Priority(index.data(InboxModel::PriorityRole).toInt());
    if (const qreal mark = paintPriority(painter, m_theme, priority, rest); mark > 0)
        rest.setRight(rest.right() - mark - kGap);
    drawLine(painter, m_theme, isolatedName(index.data(InboxModel::NameRole).toString()),
             m_theme.font(waits ? TextRole::Strong : TextRole::Body), m_theme.color(Token::Text),
             rest);
}

QRectF InboxDelegate::glyphBox(qreal left, const QRectF &line) const
{
    const qreal side = m_theme.px(kGlyphSide);
    return {left, line.center().y() - side / 2, side, side};
}

/// The signs at the right end, outermost first; answers where the last line may end.
qreal InboxDelegate::paintSigns(QPainter &painter, const QRectF &line,
                                const QModelIndex &index) const
{
    QRectF rest = line;
    const auto took = [&rest](qreal width) {
        if (width > 0)
            rest.setRight(rest.right() - width - kGap);
    };
    const auto glyph = [&](Glyph which, Token color) {
        const QRectF at = glyphBox(rest.right() - m_theme.px(kGlyphSide), rest);
        paintGlyph(painter, which, at, m_theme.color(color));
        took(at.width());
    };
    const int unread = index.data(InboxModel::UnreadRole).toInt();
    const int waiting = index.data(InboxModel::WaitingRole).toInt();
    if (unread > 0 || waiting > 0)
        took(paintBadge(painter, m_theme, unread > 0 ? unread : waiting, unread > 0, rest));
    const QString holder = index.data(InboxModel::HolderRole).toString();
    const QString name =
        holder.isEmpty() ? index.data(InboxModel::AssigneeRole).toString() : holder;
    if (!name.isEmpty())
        took(paintInitials(painter, m_theme, name, !holder.isEmpty(), rest));
    if (index.data(InboxModel::DraftRole).toBool()) // away from the customer's words
        took(drawLine(painter, m_theme, tr("Draft"), m_theme.font(TextRole::SmallStrong),
                      m_theme.color(Token::Warn), rest, Qt::AlignRight));
    if (index.data(InboxModel::OptOutQuestionRole).toBool())
        glyph(Glyph::Question, Token::Warn);
    if (index.data(InboxModel::OptedOutRole).toBool())
        glyph(Glyph::OptedOut, Token::Mark);
    if (index.data(InboxModel::SummaryRole).value<ConversationSummary>().standby)
        glyph(Glyph::Eye, Token::TextMuted); // we only look on
    if (const QString label = index.data(InboxModel::LabelRole).toString(); !label.isEmpty()) {
        const int more = index.data(InboxModel::MoreLabelsRole).toInt();
        QRectF space = rest;
        space.setLeft(std::max(rest.left(), rest.right() - m_theme.px(86)));
        took(paintChip(painter, m_theme,
                       more > 0 ? QStringLiteral("%1 +%2").arg(label).arg(more) : label,
                       index.data(InboxModel::LabelHueRole).toInt(), space));
    }
    return rest.right();
}

void InboxDelegate::paintSecondLine(QPainter &painter, const QRectF &line,
                                    const QModelIndex &index) const
{
    const qreal right = paintSigns(painter, line, index);
    qreal left = line.x();
    const auto summary = index.data(InboxModel::SummaryRole).value<ConversationSummary>();
    if (index.data(InboxModel::MentionedRole).toBool())
        left += drawLine(painter, m_theme, QStringLiteral("@"), m_theme.font(TextRole::Strong),
                         m_theme.color(Token::Accent),
                         QRectF(left, line.y(), line.width(), line.height())) +
                kGap;
    if (const Glyph glyph = glyphFor(summary.lastKind); glyph != Glyph::None) {
        const QRectF at = glyphBox(left, line);
        paintGlyph(painter, glyph, at, m_theme.color(Token::TextFaint));
        left = at.right() + kGap;
    }
    drawLine(painter, m_theme, index.data(InboxModel::LastLineRole).toString(),
             m_theme.font(TextRole::Body), m_theme.color(Token::TextMuted),
             QRectF(left, line.y(), std::max<qreal>(0, right - left - 2), line.height()));
}

} // namespace destek::ui
