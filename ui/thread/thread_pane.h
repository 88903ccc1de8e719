#pragma once

#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

class QStackedWidget;

namespace destek::ui
{

class Banner;
class Composer;
class EmptyState;
class Label;
class ThreadMedia;
class ThreadView;

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

protected:
    void changeEvent(QEvent *event) override;
    /// Up in an empty composer selects the newest message; Esc goes back to writing.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void retranslate();
    void showState();
    void showHeader();
    void decide(MessageId id, bool resend);
    void answerQuestion(ConversationId id, bool isOptOut);
    void tellRead();
    void goTo(MessageId id);
    void sayTrouble(const ApiError &error);

    Desk m_desk;
    std::optional<ConversationSummary> m_summary;
    std::optional<ApiError> m_error;
    Panel *m_header;
    Label *m_name;
    Label *m_number;
    Label *m_window;
    Banner *m_trouble;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ThreadView *m_view;
    ThreadMedia *m_media;
    Composer *m_composer;
};

} // namespace destek::ui
