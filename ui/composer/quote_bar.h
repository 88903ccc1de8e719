#pragma once

#include "core/domain/message.h"
#include "ui/kit/panel.h"

namespace destek::ui
{

class Button;
class Label;

/// Above the field: the message that is being answered. A click goes to it; × takes it away.
class QuoteBar : public Panel
{
    Q_OBJECT
public:
    explicit QuoteBar(const Theme &theme, QWidget *parent = nullptr);
    /// `person`: what the customer is called here.
    void show(const MessageView &message, const QString &person);
    void clear();
    [[nodiscard]] MessageId quoted() const { return m_message.id; }
    void retranslate();

Q_SIGNALS:
    void removed();
    void jumpRequested(destek::MessageId id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    MessageView m_message;
    QString m_person;
    Label *m_author;
    Label *m_line;
    Button *m_close;
};

} // namespace destek::ui
