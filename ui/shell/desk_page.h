#pragma once

#include "models/channel/channel_model.h"
#include "ui/shell/desk.h"
#include "ui/shell/top_line.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace destek::ui
{

class Banner;
class ChannelPage;
class Button;
class InboxPane;
class LogsPage;
class PersonPane;
class RecordsPage;
class ThreadPane;

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
    void focusFilter();
    void step(int rows);
    void openExport(ContactId contact, const QString &name);
    void openErase(ContactId contact, const QString &name);
    void openExportOfCurrent();
    void openEraseOfCurrent();
    /// Time went on: countdowns, age of the screen, health now and then.
    void tick();
    /// Signed in or out: which screens there are, and nothing of before.
    void reset();
    [[nodiscard]] ThreadPane *thread() const { return m_thread; }
    [[nodiscard]] InboxPane *inbox() const { return m_inbox; }
    [[nodiscard]] TopLine *topLine() const { return m_top; }
    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildNotices();
    void retranslate();
    /// What must be seen wherever one is: an altered log, sending that is stopped.
    void showNotices();
    void goToFound();
    void onChanged(const ConversationSummary &summary);
    void onErased(ContactId contact, const QList<ConversationId> &gone);
    void askHealth();
    void close();

    Desk m_desk;
    Screen m_screen = Screen::Inbox;
    TopLine *m_top;
    QStackedWidget *m_stack;
    QSplitter *m_panes;
    InboxPane *m_inbox;
    ThreadPane *m_thread;
    PersonPane *m_person;
    LogsPage *m_logs;
    RecordsPage *m_records;
    models::ChannelModel m_channel;
    ChannelPage *m_channelPage;
    QWidget *m_notices;
    Banner *m_logAlarm;
    Button *m_openLog;
    Banner *m_stopped;
    Button *m_openAccount;
    std::optional<net::ChannelHealth> m_health;
    MessageId m_found; ///< to be shown once its page is there
    ConversationId m_open;
    ContactId m_openContact;
    int m_ticks = 0;
};

} // namespace destek::ui
