#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

class QDateTimeEdit;

namespace destek::ui
{

/// A time of one's own choosing, in local time.
class SnoozeDialog : public Dialog
{
    Q_OBJECT
public:
    explicit SnoozeDialog(const Desk &desk, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(destek::Instant until);

protected:
    void retranslate() override;

private:
    void choose();

    Desk m_desk;
    Label *m_caption;
    QDateTimeEdit *m_time;
    Button *m_cancel;
    Button *m_snooze;
};

} // namespace destek::ui
