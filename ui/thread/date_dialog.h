#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

#include <QDate>

class QDateEdit;

namespace destek::ui
{

/// A day to go to in a conversation; local time, today at the latest, as far back as anything is
/// kept.
class DateDialog : public Dialog
{
    Q_OBJECT
public:
    DateDialog(const Desk &desk, QDate shown, QWidget *parent = nullptr);
    [[nodiscard]] QDateEdit *field() const { return m_day; }

Q_SIGNALS:
    void chosen(QDate day);

protected:
    void retranslate() override;

private:
    void choose();

    Label *m_caption;
    QDateEdit *m_day;
    Button *m_cancel;
    Button *m_go;
};

} // namespace destek::ui
