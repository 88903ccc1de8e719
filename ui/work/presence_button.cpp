#include "ui/work/presence_button.h"

#include "models/format/work_words.h"

#include <QEvent>
#include <QMenu>

namespace destek::ui
{

namespace
{

/// A shape for each, so that colour is not needed.
Glyph glyphOf(Presence presence)
{
    switch (presence) {
    case Presence::Online:
        return Glyph::Dot;
    case Presence::Busy:
        return Glyph::OptedOut;
    case Presence::Away:
        return Glyph::Clock;
    case Presence::Offline:
        break;
    }
    return Glyph::Offline;
}

} // namespace

PresenceButton::PresenceButton(const Desk &desk, QWidget *parent)
    : Button(*desk.theme, Kind::Flat, parent), m_desk(desk)
{
    setObjectName(QStringLiteral("presence"));
    connect(this, &QPushButton::clicked, this, &PresenceButton::openMenu);
    connect(desk.state->team(), &models::TeamBook::presenceChanged, this, &PresenceButton::refresh);
    connect(desk.state->team(), &models::TeamBook::changed, this, &PresenceButton::refresh);
    connect(desk.state, &models::ConsoleState::feedStateChanged, this, &PresenceButton::refresh);
    refresh();
}

void PresenceButton::applyRoles()
{
    setVisible(m_desk.state->may(Permission::ShareWork));
    refresh();
}

void PresenceButton::refresh()
{
    const Presence presence = m_desk.state->team()->presenceOf(m_desk.state->agent().id);
    const net::FeedState feed = m_desk.state->feedState();
    setEnabled(feed == net::FeedState::Connecting || feed == net::FeedState::CatchingUp ||
               feed == net::FeedState::Live);
    setGlyph(glyphOf(presence));
    setText(words::presenceWords(presence));
    setAccessibleName(tr("Your presence: %1").arg(text()));
    setToolTip(tr("Your presence: colleagues see it, and new conversations come only while you "
                  "are available"));
}

void PresenceButton::choose(Presence presence)
{
    m_desk.own->setPresence(presence, {this, [this](const net::Answer<Done> &) { refresh(); }});
}

void PresenceButton::toggle()
{
    if (!m_desk.state->may(Permission::ShareWork))
        return;
    const Presence now = m_desk.state->team()->presenceOf(m_desk.state->agent().id);
    choose(now == Presence::Online ? Presence::Away : Presence::Online);
}

void PresenceButton::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("presenceMenu"));
    const Presence now = m_desk.state->team()->presenceOf(m_desk.state->agent().id);
    for (const Presence presence : {Presence::Online, Presence::Busy, Presence::Away}) {
        QAction *action = menu->addAction(words::presenceWords(presence), this,
                                          [this, presence] { choose(presence); });
        action->setCheckable(true);
        action->setChecked(presence == now);
    }
    menu->popup(mapToGlobal(QPoint(0, height())));
}

void PresenceButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Button::changeEvent(event);
}

} // namespace destek::ui
