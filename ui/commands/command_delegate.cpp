#include "ui/commands/command_delegate.h"

#include "ui/commands/palette_model.h"
#include "ui/kit/glyph.h"
#include "ui/kit/painted_text.h"

#include <QPainter>

namespace destek::ui
{

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, m_theme.px(32)};
}

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, m_theme.color(selected ? Token::Selection : Token::Surface));
    const QString whyNot = index.data(PaletteModel::WhyNotRole).toString();
    const QString keys = index.data(PaletteModel::KeysRole).toString();
    const bool command = !index.data(PaletteModel::CommandRole).toString().isEmpty();
    const bool person = index.data(PaletteModel::ConversationRole).toLongLong() != 0;
    const qreal space = m_theme.px(12);
    QRectF line = QRectF(option.rect).adjusted(space, 0, -space, 0);
    const QFont small = m_theme.font(TextRole::Small);
    if (!command && !person) {
        drawLine(*painter, m_theme, index.data().toString(), m_theme.font(TextRole::SmallStrong),
                 m_theme.color(Token::TextMuted), line);
        painter->restore();
        return;
    }
    if (person) {
        const qreal side = m_theme.px(15);
        paintGlyph(*painter, Glyph::Person, {line.x(), line.center().y() - side / 2, side, side},
                   m_theme.color(Token::TextMuted));
        line.setLeft(line.x() + side + m_theme.px(8));
    }
    if (!keys.isEmpty()) {
        const qreal wide = QFontMetricsF(small).horizontalAdvance(keys) + 2;
        drawLine(*painter, m_theme, keys, small, m_theme.color(Token::TextMuted),
                 {line.right() - wide, line.y(), wide, line.height()}, Qt::AlignRight);
        line.setRight(line.right() - wide - space);
    }
    const QString title = index.data().toString();
    const qreal used = drawLine(
        *painter, m_theme, person ? isolatedName(title) : title, m_theme.font(TextRole::Body),
        m_theme.color(whyNot.isEmpty() ? Token::Text : Token::TextMuted), line);
    line.setLeft(line.x() + used + space);
    if (!whyNot.isEmpty() && line.width() > m_theme.px(60))
        drawLine(*painter, m_theme, whyNot, small, m_theme.color(Token::Warn), line);
    painter->restore();
}

} // namespace destek::ui
