#pragma once

#include "models/channel/channel_model.h"
#include "models/session/visits.h"
#include "ui/kit/banner.h"
#include "ui/shell/desk.h"
#include "ui/shell/top_line.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace destek::ui
{

class ChannelPage;
class Button;
class InboxPane;
class LogsPage;
class PersonPane;
class QueueStrip;
class RecordsPage;
class TeamPage;
class ThreadPane;
class WaitingStrip;
class WorkActions;

/// The signed-in window: top line over three panes, the log, the destruction records or the
/// account. Places panes and passes on what was chosen.
class DeskPage : public QWidget
{
    Q_OBJECT
public:
    explicit DeskPage(const Desk &desk, QWidget *parent = nullptr);
    void go(Screen screen);
    [[nodiscard]] Screen screen() const { return m_screen; }
    void openConversation(ConversationId id);
    /// Its conversation at the place where it was written.
    void openMessage(const net::SearchHit &hit);
    /// Versions, attempts and statuses of a message; for supervisors.
    void showHistory(MessageId id);
    void togglePerson();
    /// The conversations one has been in: back, and forward again.
    [[nodiscard]] models::Visits &visits() { return m_visits; }
    void walk(ConversationId id);
    /// Above everything until it was tried or put aside: do alerts reach this person?
    void offerAlertTest(bool offered);
    void sayAlertTest(Tone tone, const QString &sentence);
    /// What would be lost or left behind: answers a sentence, empty if there is nothing.
    [[nodiscard]] QString openWork() const;
    void focusFilter();
    void step(int rows);
    /// Who needs an answer most, other than whoever is open.
    [[nodiscard]] ConversationId nextTask() const;
    void openNextTask();
    void openExport(ContactId contact, const QString &name);
    void openErase(ContactId contact, const QString &name);
    void openExportOfCurrent();
    void openEraseOfCurrent();
    [[nodiscard]] bool hasOpen() const { return m_open.isValid(); }
    /// Time went on: countdowns, age of the screen, health now and then.
    void tick();
    /// Locked: everything shown of customers goes, drafts stay; reveal() opens again what was open.
    void conceal();
    void reveal();
    /// Signed in or out: which screens there are, and nothing of before.
    void reset();
    [[nodiscard]] ThreadPane *thread() const { return m_thread; }
    [[nodiscard]] InboxPane *inbox() const { return m_inbox; }
    [[nodiscard]] TopLine *topLine() const { return m_top; }
    /// Whatever screen is shown, below the top line and the notices.
    [[nodiscard]] QWidget *content() const;
    [[nodiscard]] WaitingStrip *waitingStrip() const { return m_waiting; }
    [[nodiscard]] WorkActions *actions() const { return m_actions; }
    /// The small menu of F7 where it belongs.
    void openSnooze();
    void openDayEnd();
    /// What was written offline and waits for a word.
    void openQueueReview();
    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildNotices();
    void retranslate();
    /// What must be seen wherever one is: an altered log, sending that is stopped.
    void showNotices();
    void onChanged(const ConversationSummary &summary);
    void onErased(ContactId contact, const QList<ConversationId> &gone);
    void askHealth();
    void close();
    void connectActions();

    Desk m_desk;
    Screen m_screen = Screen::Inbox;
    TopLine *m_top;
    QStackedWidget *m_stack;
    QSplitter *m_panes;
    InboxPane *m_inbox;
    ThreadPane *m_thread;
    PersonPane *m_person;
    WorkActions *m_actions;
    LogsPage *m_logs;
    RecordsPage *m_records;
    models::ChannelModel m_channel;
    ChannelPage *m_channelPage;
    TeamPage *m_team;
    QWidget *m_notices;
    QueueStrip *m_queue;
    WaitingStrip *m_waiting;
    Banner *m_tryAlerts;
    Button *m_testAlerts;
    Button *m_laterAlerts;
    bool m_offersAlertTest = false;
    Banner *m_logAlarm;
    Button *m_openLog;
    Banner *m_stopped;
    Button *m_openAccount;
    std::optional<net::ChannelHealth> m_health;
    ConversationId m_open;
    ContactId m_openContact;
    models::Visits m_visits;
    ConversationId m_concealed; ///< open when the screen was locked
    int m_ticks = 0;
};

} // namespace destek::ui
