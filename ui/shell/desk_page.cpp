#include "ui/shell/desk_page.h"

#include "models/format/words.h"
#include "ui/alerts/waiting_strip.h"
#include "ui/channel/channel_page.h"
#include "ui/composer/composer.h"
#include "ui/history/history_dialog.h"
#include "ui/inbox/inbox_pane.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/logs/logs_page.h"
#include "ui/outgoing/queue_review.h"
#include "ui/outgoing/queue_strip.h"
#include "ui/person/person_pane.h"
#include "ui/requests/erase_dialog.h"
#include "ui/requests/export_dialog.h"
#include "ui/requests/records_page.h"
#include "ui/team/team_page.h"
#include "ui/thread/thread_media.h"
#include "ui/thread/thread_pane.h"
#include "ui/thread/thread_view.h"
#include "ui/work/claim_bar.h"
#include "ui/work/day_end_dialog.h"
#include "ui/work/presence_button.h"
#include "ui/work/work_actions.h"

#include <QEvent>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace destek::ui
{

namespace
{

const QByteArray kWithoutPerson("no-person;"); ///< before the splitter's own bytes
constexpr int kHealthEvery = 4;                ///< ticks
constexpr int kChannelEvery = 8;               ///< ticks
constexpr int kWitnessEvery = 40;              ///< ticks
constexpr char kQueueMark = 'Q'; ///< before the digit of the queue that was shown last

} // namespace

DeskPage::DeskPage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_top(new TopLine(desk)), m_stack(new QStackedWidget),
      m_panes(new QSplitter(Qt::Horizontal)), m_inbox(new InboxPane(desk)),
      m_thread(new ThreadPane(desk)), m_person(new PersonPane(desk)),
      m_actions(new WorkActions(desk, this)), m_logs(new LogsPage(desk)),
      m_records(new RecordsPage(desk)), m_channel(desk.channel),
      m_channelPage(new ChannelPage(desk, &m_channel)), m_team(new TeamPage(desk)),
      m_notices(new QWidget), m_queue(new QueueStrip(desk)), m_waiting(new WaitingStrip(desk)),
      m_tryAlerts(new Banner(*desk.theme)),
      m_testAlerts(new Button(*desk.theme, Button::Kind::Normal)),
      m_laterAlerts(new Button(*desk.theme, Button::Kind::Flat)),
      m_logAlarm(new Banner(*desk.theme)), m_openLog(new Button(*desk.theme, Button::Kind::Normal)),
      m_stopped(new Banner(*desk.theme)),
      m_openAccount(new Button(*desk.theme, Button::Kind::Normal))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_notices);
    column->addWidget(m_stack, 1);
    m_panes->setChildrenCollapsible(false);
    m_panes->addWidget(m_inbox);
    m_panes->addWidget(m_thread);
    m_panes->addWidget(m_person);
    m_panes->setStretchFactor(0, 0);
    m_panes->setStretchFactor(1, 1);
    m_panes->setStretchFactor(2, 0);
    m_thread->setMinimumWidth(360);
    m_panes->setSizes({desk.theme->px(320), 660, desk.theme->px(300)});
    // The lists beside the thread grow with the letters in them.
    auto widen = [this, zoom = desk.theme->zoom()]() mutable {
        const Theme &theme = *m_desk.theme;
        m_inbox->setMinimumWidth(qMax(240, theme.px(200)));
        m_person->setMinimumWidth(qMax(260, theme.px(230)));
        const int before = std::exchange(zoom, theme.zoom());
        QList<int> sizes = m_panes->sizes();
        if (before == zoom || sizes.size() < 3)
            return;
        sizes.first() = sizes.first() * zoom / before;
        sizes.last() = sizes.last() * zoom / before;
        m_panes->setSizes(sizes);
    };
    widen();
    connect(desk.theme, &Theme::changed, this, widen);
    m_stack->addWidget(m_panes);
    m_stack->addWidget(m_logs);
    m_stack->addWidget(m_records);
    m_stack->addWidget(m_channelPage);
    m_stack->addWidget(m_team);
    buildNotices();
    connectActions();

    auto *state = desk.state;
    connect(m_top, &TopLine::screenChosen, this, &DeskPage::go);
    connect(m_inbox, &InboxPane::chosen, this, &DeskPage::openConversation);
    connect(m_inbox, &InboxPane::hitChosen, this, &DeskPage::openMessage);
    connect(m_thread->view(), &ThreadView::historyRequested, this, &DeskPage::showHistory);
    connect(m_person, &PersonPane::exportRequested, this, &DeskPage::openExport);
    connect(m_person, &PersonPane::eraseRequested, this, &DeskPage::openErase);
    connect(state, &models::ConsoleState::conversationChanged, this, &DeskPage::onChanged);
    connect(state, &models::ConsoleState::personErased, this, &DeskPage::onErased);
    connect(state, &models::ConsoleState::feedStateChanged, this, [this](net::FeedState feed) {
        if (feed == net::FeedState::Live)
            askHealth();
    });
}

void DeskPage::buildNotices()
{
    auto *column = new QVBoxLayout(m_notices);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addWidget(m_waiting);
    column->addWidget(m_queue);
    connect(m_waiting, &WaitingStrip::wantedChanged, this, &DeskPage::showNotices);
    connect(m_waiting, &WaitingStrip::conversationWanted, this, [this](ConversationId id) {
        go(Screen::Inbox);
        openConversation(id);
    });
    connect(m_queue, &QueueStrip::wantedChanged, this, &DeskPage::showNotices);
    column->addWidget(m_tryAlerts);
    column->addWidget(m_logAlarm);
    m_tryAlerts->addButton(m_testAlerts);
    m_tryAlerts->addButton(m_laterAlerts);
    connect(m_testAlerts, &QPushButton::clicked, this,
            [this] { m_desk.commands->run(QStringLiteral("alerts.test")); });
    connect(m_laterAlerts, &QPushButton::clicked, this, [this] { offerAlertTest(false); });
    column->addWidget(m_stopped);
    m_logAlarm->addButton(m_openLog);
    m_stopped->addButton(m_openAccount);
    connect(m_openLog, &QPushButton::clicked, this, [this] { go(Screen::Logs); });
    connect(m_openAccount, &QPushButton::clicked, this, [this] { go(Screen::Channel); });
    connect(m_desk.state->witness(), &models::AuditWitness::checked, this, &DeskPage::showNotices);
    connect(&m_channel, &models::ChannelModel::changed, this, &DeskPage::showNotices);
    retranslate();
}

void DeskPage::connectActions()
{
    m_inbox->setActions(m_actions);
    m_thread->setActions(m_actions);
    connect(m_actions, &WorkActions::openRequested, this, [this](ConversationId id) {
        openConversation(id);
        m_thread->composer()->takeFocus();
    });
    connect(m_actions, &WorkActions::snoozeRequested, this, &DeskPage::openSnooze);
    connect(m_actions, &WorkActions::dayEndRequested, this, &DeskPage::openDayEnd);
    connect(m_actions, &WorkActions::presenceRequested, m_top->presence(), &PresenceButton::toggle);
    connect(m_actions, &WorkActions::said, this, [this](Tone tone, const QString &sentence) {
        if (m_open.isValid() && m_actions->targets().size() == 1)
            m_thread->say(tone, sentence);
        else
            m_inbox->say(tone, sentence);
    });
}

void DeskPage::openSnooze()
{
    m_actions->popUpSnooze(m_actions->targets().size() > 1 ? static_cast<QWidget *>(m_inbox->list())
                                                           : m_thread->claimBar()->snoozeButton());
}

void DeskPage::openDayEnd()
{
    auto *dialog = new DayEndDialog(m_desk, this);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    connect(m_desk.state, &models::ConsoleState::personErased, dialog, &QDialog::close);
    connect(dialog, &DayEndDialog::openRequested, this, [this](ConversationId id) {
        go(Screen::Inbox);
        openConversation(id);
    });
    connect(dialog, &DayEndDialog::discardRequested, m_thread->composer(), &Composer::discard);
    dialog->open();
}

void DeskPage::showNotices()
{
    const auto *state = m_desk.state;
    const bool altered = models::AuditWitness::isAlarm(m_desk.state->witness()->finding()) &&
                         state->may(Permission::ReadAudit) && m_screen != Screen::Logs;
    m_logAlarm->setVisible(altered);
    if (altered) {
        m_logAlarm->say(Tone::Bad, tr("The log does not verify: somebody may have changed it. "
                                      "Please tell your data-protection officer."));
        m_logAlarm->setGlyph(Glyph::ShieldBad);
    }
    const bool sees = state->may(Permission::SeeChannel);
    const bool stopped = (m_health && m_health->sendingStopped) ||
                         (m_channel.view() && m_channel.view()->sendingStopped);
    m_stopped->setVisible(stopped && m_screen != Screen::Channel);
    if (stopped)
        m_stopped->say(Tone::Warn,
                       sees ? tr("Sending is stopped: WhatsApp refuses the token or the account. "
                                 "What is written waits.")
                            : tr("Messages do not go out at the moment. What you write is kept "
                                 "and goes out by itself once your administrator has settled it "
                                 "with WhatsApp."));
    m_openAccount->setVisible(sees);
    m_tryAlerts->setVisible(m_offersAlertTest);
    m_notices->setVisible(m_waiting->isWanted() || m_queue->isWanted() || m_offersAlertTest ||
                          altered || (stopped && m_screen != Screen::Channel));
    m_top->setOpenAlerts(state->may(Permission::ManageChannel) ? m_channel.openAlerts() : 0);
}

void DeskPage::retranslate()
{
    m_openLog->setText(tr("Open the log"));
    m_testAlerts->setText(tr("Test alerts"));
    m_laterAlerts->setText(tr("Close"));
    if (m_offersAlertTest && m_testAlerts->isVisibleTo(m_tryAlerts))
        offerAlertTest(true);
    m_openAccount->setText(tr("Open the account"));
    showNotices();
}

void DeskPage::offerAlertTest(bool offered)
{
    m_offersAlertTest = offered;
    m_testAlerts->setVisible(true);
    m_tryAlerts->say(Tone::Calm, tr("Will new messages reach you when you look elsewhere? Please "
                                    "try it once on this computer."));
    showNotices();
}

void DeskPage::sayAlertTest(Tone tone, const QString &sentence)
{
    m_offersAlertTest = true;
    m_testAlerts->setVisible(false);
    m_tryAlerts->say(tone, sentence);
    showNotices();
}

QWidget *DeskPage::content() const
{
    return m_stack;
}

void DeskPage::walk(ConversationId id)
{
    if (!m_desk.state->inbox()->find(id))
        return;
    go(Screen::Inbox);
    openConversation(id); // the place in the list of visits is kept
}

void DeskPage::openQueueReview()
{
    auto *review = new QueueReview(m_desk, this);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, review, &QDialog::close);
    connect(review, &QueueReview::conversationWanted, this, [this](ConversationId id) {
        go(Screen::Inbox);
        openConversation(id);
    });
    review->open();
}

QString DeskPage::openWork() const
{
    const int drafts = m_thread->composer()->drafts();
    const int queued = m_desk.outbox ? int(m_desk.outbox->pending().size()) : 0;
    const int mine = m_desk.state->inbox()->countOf(models::Queue::Mine);
    QStringList parts;
    if (mine > 0)
        parts << tr("%n conversation(s) still yours.", nullptr, mine);
    if (drafts > 0)
        parts << tr("%n draft(s) not sent.", nullptr, drafts);
    if (queued > 0)
        parts << tr("%n message(s) not yet handed over to the server.", nullptr, queued);
    return parts.join(QLatin1Char(' '));
}

void DeskPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DeskPage::go(Screen screen)
{
    m_screen = screen;
    m_top->setScreen(screen);
    switch (screen) {
    case Screen::Inbox:
        m_stack->setCurrentWidget(m_panes);
        m_inbox->setFocus();
        break;
    case Screen::Logs:
        m_stack->setCurrentWidget(m_logs);
        m_logs->open();
        break;
    case Screen::Records:
        m_stack->setCurrentWidget(m_records);
        m_records->open();
        break;
    case Screen::Channel:
        m_stack->setCurrentWidget(m_channelPage);
        m_channelPage->open();
        break;
    case Screen::Team:
        m_stack->setCurrentWidget(m_team);
        m_team->open();
        break;
    }
    showNotices();
}

void DeskPage::openMessage(const net::SearchHit &hit)
{
    // It may be older than the rows that are loaded.
    if (!m_desk.state->inbox()->find(hit.conversation.id))
        m_desk.state->inbox()->learn(hit.conversation);
    openConversation(hit.conversation.id);
    if (hit.message.id.isValid()) // else the person was found
        m_thread->showMessage(hit.message.id, {hit.message.at, hit.message.order});
}

void DeskPage::showHistory(MessageId id)
{
    if (!m_desk.state->may(Permission::ReadMessageHistory))
        return;
    auto *dialog = new HistoryDialog(m_desk, id, this);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    connect(m_desk.state, &models::ConsoleState::personErased, dialog, &QDialog::close);
    dialog->open();
}

void DeskPage::openConversation(ConversationId id)
{
    const ConversationSummary *summary = m_desk.state->inbox()->find(id);
    if (!summary)
        return;
    m_open = id;
    m_openContact = summary->contact;
    m_actions->setOpen(id);
    m_inbox->mark(id);
    m_visits.visit(id);
    const ConversationSummary copy = *summary;
    m_thread->open(copy);
    m_person->show(copy);
    m_logs->offerContact(copy.contact, words::personWords(copy));
}

void DeskPage::onChanged(const ConversationSummary &summary)
{
    if (summary.id != m_open)
        return;
    m_thread->update(summary);
    m_person->show(summary);
}

void DeskPage::onErased(ContactId contact, const QList<ConversationId> &gone)
{
    for (const ConversationId id : gone) {
        m_thread->forget(id);
        m_visits.forget(id);
    }
    m_person->forget(contact);
    if (contact == m_openContact || gone.contains(m_open))
        close();
}

void DeskPage::close()
{
    m_open = {};
    m_openContact = {};
    m_actions->setOpen({});
    m_inbox->mark({});
    m_thread->close();
    m_person->clear();
    m_logs->offerContact({}, {});
}

void DeskPage::togglePerson()
{
    m_person->setVisible(m_person->isHidden());
}

void DeskPage::focusFilter()
{
    go(Screen::Inbox);
    m_inbox->focusFilter();
}

void DeskPage::step(int rows)
{
    go(Screen::Inbox);
    m_inbox->step(rows);
}

ConversationId DeskPage::nextTask() const
{
    return m_desk.state->inbox()->nextTask(m_open);
}

void DeskPage::openNextTask()
{
    const ConversationId next = nextTask();
    if (!next.isValid())
        return;
    go(Screen::Inbox);
    openConversation(next);
    m_thread->composer()->takeFocus();
}

void DeskPage::openExport(ContactId contact, const QString &name)
{
    auto *dialog = new ExportDialog(m_desk, contact, name, this);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    dialog->open();
}

void DeskPage::openErase(ContactId contact, const QString &name)
{
    auto *dialog = new EraseDialog(m_desk, contact, name, this);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    connect(dialog, &EraseDialog::erased, m_records, &RecordsPage::add);
    dialog->open();
}

void DeskPage::openExportOfCurrent()
{
    if (const auto *summary = m_desk.state->inbox()->find(m_open);
        summary && m_desk.state->may(Permission::ExportSubject))
        openExport(summary->contact, words::personWords(*summary));
}

void DeskPage::openEraseOfCurrent()
{
    if (const auto *summary = m_desk.state->inbox()->find(m_open);
        summary && m_desk.state->may(Permission::EraseSubject))
        openErase(summary->contact, words::personWords(*summary));
}

void DeskPage::askHealth()
{
    m_desk.conversations->health({this, [this](const net::Answer<net::ChannelHealth> &answer) {
                                      m_health = answer ? std::optional(*answer) : std::nullopt;
                                      m_top->setHealth(m_health);
                                      showNotices();
                                  }});
}

void DeskPage::tick()
{
    m_top->refresh();
    m_thread->tick();
    m_channelPage->tick();
    if (m_desk.state->phase() != models::ConsolePhase::Running)
        return;
    const int tick = m_ticks++;
    if (tick % kHealthEvery == 0)
        askHealth();
    if (tick % kChannelEvery == 0 && m_desk.state->may(Permission::SeeChannel))
        m_channel.load();
    if (tick % kWitnessEvery == kWitnessEvery - 1 && m_desk.state->may(Permission::ReadAudit))
        m_desk.state->witness()->check();
}

void DeskPage::conceal()
{
    m_concealed = m_open;
    close();
    m_thread->media()->clear();
    m_logs->clear();
    m_records->clear();
    m_inbox->forgetSearch();
    m_channel.clear();
    m_channelPage->clear();
}

void DeskPage::reveal()
{
    const ConversationId before = std::exchange(m_concealed, {});
    if (!before.isValid())
        return;
    go(m_screen);
    if (m_desk.state->inbox()->find(before))
        openConversation(before);
}

void DeskPage::reset()
{
    m_concealed = {};
    m_visits.clear();
    close();
    m_thread->forgetAll();
    m_logs->clear();
    m_records->clear();
    m_inbox->forgetSearch();
    m_channel.clear();
    m_channelPage->clear();
    m_team->clear();
    m_health.reset();
    m_top->applyRoles();
    m_top->setHealth(std::nullopt);
    m_ticks = 0;
    const auto *state = m_desk.state;
    if (state->may(Permission::ReadConversations))
        go(Screen::Inbox);
    else if (state->may(Permission::ReadAudit))
        go(Screen::Logs);
    else
        go(state->may(Permission::SeeChannel) ? Screen::Channel : Screen::Inbox);
}

QByteArray DeskPage::saveLayout() const
{
    return (m_person->isHidden() ? kWithoutPerson : QByteArray()) + m_panes->saveState() +
           kQueueMark + char('0' + int(m_desk.state->inbox()->queue()));
}

void DeskPage::restoreLayout(const QByteArray &layout)
{
    const bool withPerson = !layout.startsWith(kWithoutPerson);
    QByteArray panes = withPerson ? layout : layout.mid(kWithoutPerson.size());
    const qsizetype mark = panes.size() - 2;
    if (mark >= 0 && panes.at(mark) == kQueueMark) { // older ones have none
        const int queue = panes.at(mark + 1) - '0';
        if (queue >= 0 && queue < models::kQueues)
            m_inbox->setQueue(models::Queue(queue));
        panes.truncate(mark);
    }
    if (!panes.isEmpty())
        m_panes->restoreState(panes);
    m_person->setVisible(withPerson);
}

} // namespace destek::ui
