#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

class QLineEdit;

namespace destek::ui
{

/// A fact about a person that WhatsApp does not know: order number, branch, …
class FieldDialog : public Dialog
{
    Q_OBJECT
public:
    /// An empty name: a new field.
    FieldDialog(const Desk &desk, ContactId contact, const PersonField &field,
                QWidget *parent = nullptr);

Q_SIGNALS:
    void kept(const destek::PersonView &person);

protected:
    void retranslate() override;

private:
    void keep();
    void grey();

    Desk m_desk;
    ContactId m_contact;
    bool m_new;
    Label *m_nameCaption;
    QLineEdit *m_name;
    Label *m_valueCaption;
    QLineEdit *m_value;
    Button *m_cancel;
    Button *m_keep;
};

} // namespace destek::ui
