#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

class QCheckBox;
class QLineEdit;

namespace destek::ui
{

/// A name for the present view, and whether the team sees it.
class SaveViewDialog : public Dialog
{
    Q_OBJECT
public:
    SaveViewDialog(const Desk &desk, const InboxFilter &filter, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void save();

    Desk m_desk;
    InboxFilter m_filter;
    Label *m_caption;
    QLineEdit *m_name;
    QCheckBox *m_shared;
    Button *m_cancel;
    Button *m_save;
};

} // namespace destek::ui
