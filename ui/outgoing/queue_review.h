#pragma once

#include "models/outgoing/offline_queue.h"
#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

class QPlainTextEdit;

namespace destek::ui
{

/// One after the other: what was written offline, what happened meanwhile, and what is to become
/// of it: send, edit, discard. Later is a choice too: the messages stay sealed.
class QueueReview : public Dialog
{
    Q_OBJECT
public:
    QueueReview(const Desk &desk, QWidget *parent);
    [[nodiscard]] QString sentence() const { return m_why->sentence(); }
    /// What was said meanwhile, as it is shown.
    [[nodiscard]] QString said() const { return m_said->text(); }
    [[nodiscard]] Button *sendButton() const { return m_send; }
    [[nodiscard]] Button *editButton() const { return m_edit; }
    [[nodiscard]] Button *discardButton() const { return m_discard; }

Q_SIGNALS:
    /// The conversation that its writer wants to see.
    void conversationWanted(destek::ConversationId id);

protected:
    void retranslate() override;

private:
    void refresh();
    void act(void (models::OfflineQueue::*what)(const MessageId &));

    Desk m_desk;
    models::OfflineQueue *m_queue;
    MessageId m_shown;
    Label *m_person;
    Label *m_when;
    Banner *m_why;
    Label *m_said;
    QPlainTextEdit *m_text;
    Button *m_later;
    Button *m_discard;
    Button *m_edit;
    Button *m_send;
};

} // namespace destek::ui
