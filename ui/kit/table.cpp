#include "ui/kit/table.h"

#include "ui/kit/painted_text.h"

#include <QHeaderView>

namespace destek::ui
{

Table::Table(const Theme &theme, QWidget *parent) : QTableView(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setItemDelegate(new TableDelegate(theme, this));
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    connect(&theme, &Theme::changed, this, &Table::restyle);
    restyle();
}

void Table::restyle()
{
    verticalHeader()->setDefaultSectionSize(m_theme.px(30));
    horizontalHeader()->setFixedHeight(m_theme.px(32));
    horizontalHeader()->setFont(m_theme.font(TextRole::SmallStrong));
    QPalette colors = palette();
    colors.setColor(QPalette::ButtonText, m_theme.color(Token::TextMuted));
    horizontalHeader()->setPalette(colors);
    viewport()->update();
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, m_theme.color(selected ? Token::Selection : Token::Surface));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      m_theme.color(Token::Line));
    const QVariant ink = index.data(Qt::ForegroundRole);
    const auto align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    drawLine(*painter, m_theme, index.data().toString(), m_theme.font(TextRole::Body),
             ink.canConvert<QBrush>() && ink.value<QBrush>().style() != Qt::NoBrush
                 ? ink.value<QBrush>().color()
                 : m_theme.color(Token::Text),
             QRectF(option.rect).adjusted(8, 0, -8, 0), align);
}

} // namespace destek::ui
