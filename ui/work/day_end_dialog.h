#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

#include <QSet>

class QListWidget;

namespace destek::ui
{

/// What is left at the end of the day. Conversations that are mine: handed over or put off until
/// tomorrow, those that are ticked. What I have begun to write or what has not gone out yet,
/// whosever the conversation is: opened or deleted, one at a time.
class DayEndDialog : public Dialog
{
    Q_OBJECT
public:
    DayEndDialog(const Desk &desk, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested(destek::ConversationId id);
    /// What was begun there is not wanted any more.
    void discardRequested(destek::ConversationId id);

protected:
    void retranslate() override;

private:
    /// Something begun, or, with a message, something that waits to go out.
    struct Begun {
        ConversationId conversation;
        MessageId message;
        bool operator==(const Begun &) const = default;
    };
    void layOut();
    void connectState();
    void fill();
    void fillMine();
    void fillBegun();
    [[nodiscard]] QString nameOf(ConversationId id) const;
    [[nodiscard]] QList<ConversationId> ticked() const;
    [[nodiscard]] std::optional<Begun> chosen() const;
    void showButtons();
    void act(const WorkAct &act);
    void handOver();
    void snooze();
    void openChosen();
    void deleteChosen();

    Desk m_desk;
    Label *m_intro;
    QListWidget *m_list;
    Label *m_begunIntro;
    QListWidget *m_begun;
    Button *m_open;
    Button *m_delete;
    Button *m_handOver;
    Button *m_snooze;
    Button *m_away;
    Button *m_close;
    QSet<ConversationId> m_left; ///< unticked, or came while the list was open
    std::optional<QList<ConversationId>> m_mine;
    QList<Begun> m_rows;         ///< of m_begun
    QSet<MessageId> m_maybeGone; ///< of those: the daemon may have it
    std::optional<Begun> m_sure; ///< asked once: a second time deletes it
};

} // namespace destek::ui
