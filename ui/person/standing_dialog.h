#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

class QComboBox;
class QLineEdit;

namespace destek::ui
{

/// Writes down what the person said elsewhere: write no more, or write again.
class StandingDialog : public Dialog
{
    Q_OBJECT
public:
    StandingDialog(const Desk &desk, const PersonView &person, QWidget *parent = nullptr);

Q_SIGNALS:
    void recorded(const destek::PersonView &person);

protected:
    void retranslate() override;

private:
    void record();
    [[nodiscard]] bool optsOut() const { return m_wanted == Standing::OptedOut; }

    Desk m_desk;
    ContactId m_contact;
    bool m_stoppedAtWhatsApp;
    Standing m_wanted;
    Label *m_intro;
    Label *m_howCaption;
    QComboBox *m_how;
    Label *m_noteCaption;
    QLineEdit *m_note;
    Button *m_cancel;
    Button *m_record;
};

} // namespace destek::ui
