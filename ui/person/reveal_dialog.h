#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

class QLineEdit;

namespace destek::ui
{

/// Asks why before a number is shown in full; the daemon records it first.
class RevealDialog : public Dialog
{
    Q_OBJECT
public:
    RevealDialog(const Desk &desk, ContactId contact, QWidget *parent = nullptr);

Q_SIGNALS:
    void revealed(const QString &number);

protected:
    void retranslate() override;

private:
    void start();
    Desk m_desk;
    ContactId m_contact;
    Label *m_intro;
    Label *m_caption;
    QLineEdit *m_reason;
    Button *m_cancel;
    Button *m_reveal;
};

} // namespace destek::ui
