#include "ui/channel/fact_tile.h"

#include <QVBoxLayout>

namespace destek::ui
{

FactTile::FactTile(const Theme &theme, QWidget *parent)
    : Panel(theme, Token::Surface, Qt::LeftEdge | Qt::RightEdge | Qt::TopEdge | Qt::BottomEdge,
            parent),
      m_caption(new Label(theme, TextRole::SmallStrong, Token::TextMuted)),
      m_value(new Label(theme, TextRole::Title, Token::Text)),
      m_detail(new Label(theme, TextRole::Small, Token::TextMuted))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(2);
    column->addWidget(m_caption);
    column->addWidget(m_value);
    column->addWidget(m_detail);
    column->addStretch(1);
    for (Label *label : {m_caption, m_value, m_detail})
        label->setWordWrap(true);
    setFocusPolicy(Qt::NoFocus);
}

void FactTile::say(const QString &caption, const QString &value, const QString &detail, Token ink)
{
    m_caption->setText(caption);
    m_value->setText(value);
    m_value->setLook(TextRole::Title, ink);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(caption + QStringLiteral(": ") + value + u' ' + detail);
}

} // namespace destek::ui
