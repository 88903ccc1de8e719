#include "ui/inbox/bulk_bar.h"

#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/work/work_actions.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace destek::ui
{

BulkBar::BulkBar(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::AccentSoft, Qt::BottomEdge, parent), m_desk(desk),
      m_count(new Label(*desk.theme, TextRole::SmallStrong, Token::Text)),
      m_handOver(new Button(*desk.theme, Button::Kind::Flat)),
      m_snooze(new Button(*desk.theme, Button::Kind::Flat)),
      m_resolve(new Button(*desk.theme, Button::Kind::Flat)),
      m_more(new Button(*desk.theme, Button::Kind::Flat))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 4, 4);
    column->setSpacing(0);
    column->addWidget(m_count);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (Button *button : {m_handOver, m_snooze, m_resolve, m_more})
        row->addWidget(button);
    row->addStretch(1);
    column->addLayout(row);
    m_more->setGlyph(Glyph::More);
    retranslate();
    hide();
}

void BulkBar::setActions(WorkActions *actions)
{
    m_actions = actions;
    connect(m_handOver, &QPushButton::clicked, actions, &WorkActions::handOver);
    connect(m_snooze, &QPushButton::clicked, this, [this] { m_actions->popUpSnooze(m_snooze); });
    connect(m_resolve, &QPushButton::clicked, actions, &WorkActions::resolve);
    connect(m_more, &QPushButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions->fill(menu);
        menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
}

void BulkBar::setCount(int count)
{
    m_selected = count;
    setVisible(count > 1 && m_desk.state->may(Permission::ShareWork));
    m_count->setText(tr("%n conversation(s) selected", nullptr, count));
}

void BulkBar::retranslate()
{
    m_handOver->setText(tr("Hand over…"));
    m_snooze->setText(tr("Snooze"));
    m_resolve->setText(tr("Resolve"));
    m_more->setAccessibleName(tr("More to do with the selected conversations"));
    m_more->setToolTip(m_more->accessibleName());
    m_count->setText(tr("%n conversation(s) selected", nullptr, m_selected));
}

void BulkBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
