#include "ui/shell/desk_page.h"

#include "models/format/words.h"
#include "ui/composer/composer.h"
#include "ui/inbox/inbox_pane.h"
#include "ui/logs/logs_page.h"
#include "ui/person/person_pane.h"
#include "ui/requests/erase_dialog.h"
#include "ui/requests/export_dialog.h"
#include "ui/requests/records_page.h"
#include "ui/thread/thread_pane.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kHealthEvery = 4; ///< ticks

} // namespace

DeskPage::DeskPage(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_top(new TopLine(desk)), m_stack(new QStackedWidget),
      m_panes(new QSplitter(Qt::Horizontal)), m_inbox(new InboxPane(desk)),
      m_thread(new ThreadPane(desk)), m_person(new PersonPane(desk)), m_logs(new LogsPage(desk)),
      m_records(new RecordsPage(desk))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_stack, 1);
    m_panes->setChildrenCollapsible(false);
    m_panes->addWidget(m_inbox);
    m_panes->addWidget(m_thread);
    m_panes->addWidget(m_person);
    m_panes->setStretchFactor(0, 0);
    m_panes->setStretchFactor(1, 1);
    m_panes->setStretchFactor(2, 0);
    m_inbox->setMinimumWidth(240);
    m_thread->setMinimumWidth(360);
    m_person->setMinimumWidth(260);
    m_panes->setSizes({320, 660, 300});
    m_stack->addWidget(m_panes);
    m_stack->addWidget(m_logs);
    m_stack->addWidget(m_records);

    auto *state = desk.state;
    connect(m_top, &TopLine::screenChosen, this, &DeskPage::go);
    connect(m_inbox, &InboxPane::chosen, this, &DeskPage::openConversation);
    connect(m_person, &PersonPane::exportRequested, this, &DeskPage::openExport);
    connect(m_person, &PersonPane::eraseRequested, this, &DeskPage::openErase);
    connect(state, &models::ConsoleState::conversationChanged, this, &DeskPage::onChanged);
    connect(state, &models::ConsoleState::personErased, this, &DeskPage::onErased);
    connect(state, &models::ConsoleState::feedStateChanged, this, [this](net::FeedState feed) {
        if (feed == net::FeedState::Live)
            askHealth();
    });
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
    }
}

void DeskPage::openConversation(ConversationId id)
{
    const ConversationSummary *summary = m_desk.state->inbox()->find(id);
    if (!summary)
        return;
    m_open = id;
    m_openContact = summary->contact;
    m_inbox->mark(id);
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
    for (const ConversationId id : gone)
        m_thread->forget(id);
    if (contact == m_openContact || gone.contains(m_open))
        close();
}

void DeskPage::close()
{
    m_open = {};
    m_openContact = {};
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
                                      m_top->setHealth(answer ? std::optional(*answer)
                                                              : std::nullopt);
                                  }});
}

void DeskPage::tick()
{
    m_top->refresh();
    m_thread->tick();
    if (m_desk.state->phase() == models::ConsolePhase::Running && m_ticks++ % kHealthEvery == 0)
        askHealth();
}

void DeskPage::reset()
{
    close();
    m_thread->forgetAll();
    m_logs->clear();
    m_records->clear();
    m_top->applyRoles();
    m_top->setHealth(std::nullopt);
    m_ticks = 0;
    if (m_desk.state->may(Permission::ReadConversations) ||
        !m_desk.state->may(Permission::ReadAudit))
        go(Screen::Inbox);
    else
        go(Screen::Logs);
}

QByteArray DeskPage::saveLayout() const
{
    return m_panes->saveState();
}

void DeskPage::restoreLayout(const QByteArray &layout)
{
    if (!layout.isEmpty())
        m_panes->restoreState(layout);
}

} // namespace destek::ui
