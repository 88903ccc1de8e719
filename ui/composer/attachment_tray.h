#pragma once

#include "models/outgoing/attachment_list.h"
#include "ui/shell/desk.h"

#include <QScrollArea>

class QVBoxLayout;

namespace destek::ui
{

class AttachmentCard;

/// The files that will be sent, one card each, between quote and field. At most three cards tall.
class AttachmentTray : public QScrollArea
{
    Q_OBJECT
public:
    AttachmentTray(const Desk &desk, models::AttachmentList *list, QWidget *parent = nullptr);
    void show(ConversationId id);
    [[nodiscard]] QList<AttachmentCard *> cards() const { return m_cards; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendRequested(); ///< Enter in a caption

private:
    void rebuild();
    void fit();

    Desk m_desk;
    models::AttachmentList *m_list;
    ConversationId m_conversation;
    QWidget *m_inner;
    QVBoxLayout *m_column;
    QList<AttachmentCard *> m_cards;
};

} // namespace destek::ui
