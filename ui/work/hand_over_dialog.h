#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

class QListWidget;
class QPlainTextEdit;

namespace destek::ui
{

/// To whom, and a word for them. The note stays in the thread; the customer never sees it.
class HandOverDialog : public Dialog
{
    Q_OBJECT
public:
    HandOverDialog(const Desk &desk, int conversations, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(destek::AgentId agent, const QString &note);

protected:
    void retranslate() override;

private:
    void fillColleagues();
    void choose();

    Desk m_desk;
    int m_conversations;
    Label *m_whoCaption;
    QListWidget *m_who;
    Label *m_noteCaption;
    QPlainTextEdit *m_note;
    Button *m_cancel;
    Button *m_give;
};

} // namespace destek::ui
