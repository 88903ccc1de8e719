#include "ui/work/claim_bar.h"

#include "models/format/work_words.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"
#include "ui/work/work_actions.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

namespace destek::ui
{

namespace
{

constexpr int kRoomForAll = 640;

} // namespace

class ClaimBar::Mark : public QWidget
{
public:
    explicit Mark(const Theme &theme) : m_theme(theme) { setFixedSize(16, 16); }
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

ClaimBar::ClaimBar(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Surface, Qt::BottomEdge, parent), m_desk(desk),
      m_mark(new Mark(*desk.theme)),
      m_who(new Label(*desk.theme, TextRole::Small, Token::TextMuted)),
      m_claim(new Button(*desk.theme, Button::Kind::Flat)),
      m_handOver(new Button(*desk.theme, Button::Kind::Flat)),
      m_snooze(new Button(*desk.theme, Button::Kind::Flat)),
      m_resolve(new Button(*desk.theme, Button::Kind::Flat)),
      m_more(new Button(*desk.theme, Button::Kind::Flat))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 2, 8, 3);
    row->setSpacing(2);
    row->addWidget(m_mark);
    row->addSpacing(6);
    row->addWidget(m_who, 1);
    for (Button *button : {m_claim, m_handOver, m_snooze, m_resolve, m_more})
        row->addWidget(button);
    m_who->setElided(true);
    m_who->setObjectName(QStringLiteral("who"));
    m_more->setGlyph(Glyph::More);
    auto *team = desk.state->team();
    connect(team, &models::TeamBook::changed, this, &ClaimBar::refresh);
    connect(team, &models::TeamBook::presenceChanged, this, &ClaimBar::refresh);
    retranslate();
}

void ClaimBar::setActions(WorkActions *actions)
{
    m_actions = actions;
    connect(m_claim, &QPushButton::clicked, actions, &WorkActions::claim);
    connect(m_handOver, &QPushButton::clicked, actions, &WorkActions::handOver);
    connect(m_snooze, &QPushButton::clicked, this, [this] { m_actions->popUpSnooze(m_snooze); });
    connect(m_resolve, &QPushButton::clicked, this, [this] {
        if (m_summary && m_summary->work.status == WorkStatus::Resolved)
            m_actions->reopen();
        else
            m_actions->resolve();
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions->fill(menu);
        menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
}

void ClaimBar::show(const ConversationSummary &summary)
{
    m_summary = summary;
    setVisible(true);
    refresh();
}

void ClaimBar::clear()
{
    m_summary.reset();
    m_who->clear();
    setVisible(false);
}

QString ClaimBar::sentence() const
{
    return m_who->text();
}

QWidget *ClaimBar::snoozeButton() const
{
    return m_snooze->isVisible() ? m_snooze : m_more;
}

void ClaimBar::refresh()
{
    if (!m_summary)
        return;
    showWho();
    showButtons();
}

QString ClaimBar::ownerWords() const
{
    const WorkState &work = m_summary->work;
    const AgentId me = m_desk.state->agent().id;
    const auto name = [this](AgentId id) { return isolatedName(m_desk.state->team()->nameOf(id)); };
    const Instant now = m_desk.clock->now();
    if (isHeldByOther(work, me, now))
        return tr("Answering now: %1").arg(name(work.holder));
    if (work.status == WorkStatus::Resolved)
        return tr("Resolved");
    if (work.status == WorkStatus::Snoozed && work.snoozedUntil)
        return tr("Snoozed %1", "until when").arg(words::snoozedWords(*work.snoozedUntil, now));
    if (work.holder == me && work.heldUntil > now)
        return tr("You are answering");
    if (work.assignee == me && me.isValid())
        return tr("Yours");
    return work.assignee.isValid() ? tr("Assigned to: %1").arg(name(work.assignee))
                                   : tr("Unassigned");
}

QString ClaimBar::companyWords() const
{
    QStringList here;
    QStringList typing;
    const QList<Attendance> attending = m_desk.state->team()->attending(m_summary->id);
    for (const Attendance &one : attending) {
        const QString name = isolatedName(m_desk.state->team()->nameOf(one.agent));
        (one.typing ? typing : here) << name;
    }
    return words::attendingWords(here, typing);
}

void ClaimBar::showWho()
{
    const WorkState &work = m_summary->work;
    const AgentId me = m_desk.state->agent().id;
    const Instant now = m_desk.clock->now();
    const bool held = isHeldByOther(work, me, now);
    const bool mine = work.holder == me && work.heldUntil > now;
    const QString company = companyWords();
    m_who->setText(company.isEmpty()
                       ? ownerWords()
                       : tr("%1 · %2", "whose it is, who else is here").arg(ownerWords(), company));
    m_who->setAccessibleName(m_who->text());
    m_who->setLook(held || mine ? TextRole::SmallStrong : TextRole::Small, held ? Token::Warn
                                                                           : mine
                                                                               ? Token::Accent
                                                                               : Token::TextMuted);
    m_mark->set(held                                  ? Glyph::Lock
                : work.status == WorkStatus::Resolved ? Glyph::Tick
                : work.status == WorkStatus::Snoozed  ? Glyph::Clock
                                                      : Glyph::Person,
                held   ? Token::Warn
                : mine ? Token::Accent
                       : Token::TextFaint);
}

void ClaimBar::showButtons()
{
    const WorkState &work = m_summary->work;
    const AgentId me = m_desk.state->agent().id;
    const Instant now = m_desk.clock->now();
    const bool may = m_desk.state->may(Permission::ShareWork);
    const bool held = isHeldByOther(work, me, now);
    const bool mine = work.holder == me && work.heldUntil > now;
    const bool room = width() >= m_desk.theme->px(kRoomForAll);
    const bool open = work.status != WorkStatus::Resolved;
    m_claim->setText(held ? tr("Take over") : tr("Claim"));
    m_resolve->setText(open ? tr("Resolve") : tr("Reopen"));
    const auto tip = [this](const char *id) { return m_desk.commands->tip(QLatin1StringView(id)); };
    m_claim->setToolTip(tip("work.claim"));
    m_handOver->setToolTip(tip("work.handOver"));
    m_snooze->setToolTip(tip("work.snooze"));
    m_resolve->setToolTip(open ? tip("work.resolve") : QString());
    m_claim->setVisible(may && !mine && open);
    m_handOver->setVisible(may && room && open && !held);
    m_snooze->setVisible(may && room && open && !held);
    m_resolve->setVisible(may && !held);
    m_more->setVisible(may);
}

void ClaimBar::retranslate()
{
    m_handOver->setText(tr("Hand over…"));
    m_snooze->setText(tr("Snooze"));
    m_more->setAccessibleName(tr("More to do with this conversation"));
    m_more->setToolTip(m_more->accessibleName());
    refresh();
}

void ClaimBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

void ClaimBar::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    if (m_summary)
        showButtons();
}

} // namespace destek::ui
