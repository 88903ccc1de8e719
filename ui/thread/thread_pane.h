#pragma once

#include "ui/kit/banner.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

#include <QDate>

class QStackedWidget;
class QTimer;

namespace destek::ui
{

class Banner;
class Button;
class ClaimBar;
class Composer;
class EmptyState;
class Label;
class ThreadMedia;
class ThreadSearch;
class ThreadView;
class WorkActions;

/// The middle pane: who, how long the window stays open, the messages, the composer.
class ThreadPane : public Panel
{
    Q_OBJECT
public:
    explicit ThreadPane(const Desk &desk, QWidget *parent = nullptr);
    void open(const ConversationSummary &summary);
    /// Newer facts about what is open.
    void update(const ConversationSummary &summary);
    void close();
    /// Erased or signed out: also the words that were being written.
    void forget(ConversationId id);
    void forgetAll();
    void tick();
    [[nodiscard]] Composer *composer() const { return m_composer; }
    [[nodiscard]] ThreadView *view() const { return m_view; }
    [[nodiscard]] ThreadMedia *media() const { return m_media; }
    [[nodiscard]] ClaimBar *claimBar() const { return m_claim; }
    [[nodiscard]] ThreadSearch *search() const { return m_find; }
    /// Brings a message of the open conversation into sight, wherever it stands in it.
    void showMessage(MessageId id, net::ThreadCursor place);
    /// The first message of that day, local time; else what is nearest after it, in words.
    void showDay(QDate day);
    /// The acts behind the claim bar; outlives this.
    void setActions(WorkActions *actions);
    /// A word about what was done or refused; goes by itself.
    void say(Tone tone, const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    /// Up in an empty composer selects the newest message; Esc goes back to writing.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void retranslate();
    void showState();
    void showGap();
    void loadAgain();
    void showHeader();
    void decide(MessageId id, bool resend);
    void answerQuestion(ConversationId id, bool isOptOut);
    void tellRead();
    /// Colleagues are told where one looks; what was really seen is no longer unread.
    void tellWhere();
    void tellSeen();
    void goTo(MessageId id);
    void addCommands();
    void askForDay();
    void arrive();
    void sayTrouble(const ApiError &error);

    Desk m_desk;
    std::optional<ConversationSummary> m_summary;
    std::optional<ApiError> m_error;
    Panel *m_header;
    Label *m_name;
    Label *m_number;
    Label *m_window;
    ClaimBar *m_claim;
    Banner *m_trouble;
    Banner *m_gap; ///< the rows are not all there is
    Button *m_again;
    QTimer *m_saidLong;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ThreadView *m_view;
    ThreadMedia *m_media;
    Composer *m_composer;
    ThreadSearch *m_find;
    MessageId m_wanted; ///< to be shown once its page is there
    QDate m_wantedDay;
};

} // namespace destek::ui
