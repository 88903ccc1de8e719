#include "ui/shell/top_line.h"

#include "models/format/words.h"
#include "ui/kit/announcement.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/work/presence_button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace destek::ui
{

using net::FeedState;

/// A mark with a shape of its own per state, never colour alone.
class TopLine::Light : public QWidget
{
public:
    explicit Light(const Theme &theme) : m_theme(theme) { setFixedSize(16, 16); }
    void set(Glyph glyph, Token color)
    {
        m_glyph = glyph;
        m_color = color;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintGlyph(painter, m_glyph, rect(), m_theme.color(m_color));
    }

private:
    const Theme &m_theme;
    Glyph m_glyph = Glyph::None;
    Token m_color = Token::TextMuted;
};

TopLine::TopLine(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Surface, Qt::BottomEdge, parent), m_desk(desk),
      m_inbox(new Button(*desk.theme, Button::Kind::Tab)),
      m_logs(new Button(*desk.theme, Button::Kind::Tab)),
      m_records(new Button(*desk.theme, Button::Kind::Tab)),
      m_account(new Button(*desk.theme, Button::Kind::Tab)),
      m_team(new Button(*desk.theme, Button::Kind::Tab)), m_presence(new PresenceButton(desk)),
      m_channelLight(new Light(*desk.theme)),
      m_channel(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_feedLight(new Light(*desk.theme)),
      m_feed(new Label(*desk.theme, TextRole::Body, Token::TextMuted))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 16, 7);
    row->setSpacing(4);
    const std::array<std::pair<Button *, Glyph>, 5> tabs{{{m_inbox, Glyph::Inbox},
                                                          {m_logs, Glyph::Log},
                                                          {m_records, Glyph::Record},
                                                          {m_account, Glyph::Link},
                                                          {m_team, Glyph::Contacts}}};
    for (const auto &[tab, glyph] : tabs) {
        tab->setGlyph(glyph);
        row->addWidget(tab);
    }
    m_inbox->setChecked(true);
    m_channel->setElided(true); // the first to give way in a narrow window
    row->addStretch(1);
    row->addWidget(m_presence);
    row->addSpacing(12);
    row->addWidget(m_channelLight);
    row->addWidget(m_channel);
    row->addSpacing(16);
    row->addWidget(m_feedLight);
    row->addWidget(m_feed);
    connect(m_inbox, &QPushButton::clicked, this, [this] { Q_EMIT screenChosen(Screen::Inbox); });
    connect(m_logs, &QPushButton::clicked, this, [this] { Q_EMIT screenChosen(Screen::Logs); });
    connect(m_records, &QPushButton::clicked, this,
            [this] { Q_EMIT screenChosen(Screen::Records); });
    connect(m_account, &QPushButton::clicked, this,
            [this] { Q_EMIT screenChosen(Screen::Channel); });
    connect(m_team, &QPushButton::clicked, this, [this] { Q_EMIT screenChosen(Screen::Team); });
    connect(desk.state, &models::ConsoleState::feedStateChanged, this, [this] {
        refresh();
        announce(m_feed, m_feed->text()); // spoken, whatever has the focus
    });
    if (desk.outbox) {
        connect(desk.outbox, &net::Outbox::changed, this, &TopLine::refresh);
        connect(desk.outbox, &net::Outbox::waiting, this, &TopLine::refresh);
    }
    retranslate();
}

void TopLine::setScreen(Screen screen)
{
    // No button group: in one, Tab would reach only the tab that was last pressed.
    m_inbox->setChecked(screen == Screen::Inbox);
    m_logs->setChecked(screen == Screen::Logs);
    m_records->setChecked(screen == Screen::Records);
    m_account->setChecked(screen == Screen::Channel);
    m_team->setChecked(screen == Screen::Team);
}

void TopLine::applyRoles()
{
    m_inbox->setVisible(m_desk.state->may(Permission::ReadConversations));
    m_logs->setVisible(m_desk.state->may(Permission::ReadAudit));
    m_records->setVisible(m_desk.state->may(Permission::SeeDestructionRecords));
    m_account->setVisible(m_desk.state->may(Permission::SeeChannel));
    m_team->setVisible(m_desk.state->may(Permission::ManageTeam));
    m_presence->applyRoles();
}

void TopLine::setOpenAlerts(int alerts)
{
    m_alerts = alerts;
    m_account->setGlyph(alerts > 0 ? Glyph::Warning : Glyph::Link);
    m_account->setText(alerts > 0 ? tr("Account (%1)").arg(alerts) : tr("Account"));
    m_account->setAccessibleName(alerts > 0
                                     ? tr("WhatsApp account, %n new report(s)", nullptr, alerts)
                                     : tr("WhatsApp account"));
}

void TopLine::setHealth(const std::optional<net::ChannelHealth> &health)
{
    m_health = health;
    refresh();
}

QString TopLine::connectivity() const
{
    return m_feed->text();
}

void TopLine::refresh()
{
    const Instant now = m_desk.clock->now();
    const Instant synced = now - m_desk.state->age(now);
    const QString at = words::clockTime(synced);
    const int queued = m_desk.outbox ? int(m_desk.outbox->pending().size()) : 0;
    const bool offline = m_desk.state->feedState() == FeedState::Offline;
    switch (m_desk.state->feedState()) {
    case FeedState::Live:
        m_feedLight->set(Glyph::Live, Token::Good);
        m_feed->setText(queued > 0 ? tr("Live · synced %1 · %n queued", nullptr, queued).arg(at)
                                   : tr("Live · synced %1").arg(at));
        m_feed->setLook(TextRole::Body, Token::TextMuted);
        break;
    case FeedState::Offline:
        m_feedLight->set(Glyph::Offline, Token::Bad);
        m_feed->setText(queued > 0 ? tr("Offline · synced %1 · %n queued", nullptr, queued).arg(at)
                                   : tr("Offline · synced %1").arg(at));
        m_feed->setLook(TextRole::Strong, Token::Bad);
        break;
    case FeedState::Connecting:
    case FeedState::CatchingUp:
        m_feedLight->set(Glyph::Syncing, Token::Warn);
        m_feed->setText(
            queued > 0
                ? tr("Catching up… · what you see is from %1 · %n queued", nullptr, queued).arg(at)
                : tr("Catching up… · what you see is from %1").arg(at));
        m_feed->setLook(TextRole::Body, Token::Warn);
        break;
    case FeedState::Stopped:
    case FeedState::Ended:
        m_feedLight->set(Glyph::Offline, Token::TextMuted);
        m_feed->setText(tr("Not connected"));
        m_feed->setLook(TextRole::Body, Token::TextMuted);
        break;
    }
    if (!m_health || offline) {
        m_channelLight->set(Glyph::Question, Token::TextFaint);
        m_channel->setText(tr("Channel status unknown"));
        m_channel->setLook(TextRole::Body, Token::TextFaint);
    } else if (m_health->ok && m_health->restricted) {
        m_channelLight->set(Glyph::Warning, Token::Warn);
        m_channel->setText(tr("WhatsApp restricts the account"));
        m_channel->setLook(TextRole::Strong, Token::Warn);
    } else if (m_health->ok) {
        m_channelLight->set(Glyph::Tick, Token::Good);
        m_channel->setText(tr("Channel healthy"));
        m_channel->setLook(TextRole::Body, Token::TextMuted);
    } else {
        m_channelLight->set(Glyph::Alert, Token::Bad);
        m_channel->setText(tr("Channel stopped: messages wait"));
        m_channel->setLook(TextRole::Strong, Token::Bad);
    }
}

void TopLine::retranslate()
{
    m_inbox->setText(tr("Inbox"));
    m_logs->setText(tr("Logs"));
    m_records->setText(tr("Destruction records"));
    m_team->setText(tr("Team"));
    setOpenAlerts(m_alerts);
    refresh();
}

void TopLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
