#include "ui/person/field_dialog.h"

#include "models/format/words.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kNameMost = 40;
constexpr int kValueMost = 400;

} // namespace

FieldDialog::FieldDialog(const Desk &desk, ContactId contact, const PersonField &field,
                         QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_contact(contact), m_new(field.name.isEmpty()),
      m_name(new QLineEdit(field.name)), m_value(new QLineEdit(field.value)),
      m_cancel(new Button(*desk.theme, Button::Kind::Normal)),
      m_keep(new Button(*desk.theme, Button::Kind::Primary))
{
    m_nameCaption = addField(body(), m_name);
    m_valueCaption = addField(body(), m_value);
    m_name->setMaxLength(kNameMost);
    m_value->setMaxLength(kValueMost);
    m_name->setEnabled(m_new); // another name would be another field
    addButton(m_cancel);
    addButton(m_keep);
    connect(m_cancel, &QPushButton::clicked, this, &FieldDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, &FieldDialog::keep);
    for (QLineEdit *line : {m_name, m_value}) {
        connect(line, &QLineEdit::returnPressed, this, &FieldDialog::keep);
        connect(line, &QLineEdit::textChanged, this, &FieldDialog::grey);
    }
    retranslate();
    grey();
    (m_new ? m_name : m_value)->setFocus();
}

void FieldDialog::grey()
{
    m_keep->setEnabled(!m_name->text().trimmed().isEmpty() && !m_value->text().trimmed().isEmpty());
}

void FieldDialog::keep()
{
    if (isBusy() || !m_keep->isEnabled())
        return;
    clearTrouble();
    setBusy(true);
    m_desk.work->keepField(m_contact, {m_name->text().trimmed(), m_value->text().trimmed()},
                           {this, [this](const net::Answer<PersonView> &answer) {
                                setBusy(false);
                                if (!answer)
                                    return sayTrouble(words::apiErrorSentence(answer.error()));
                                Q_EMIT kept(*answer);
                                accept();
                            }});
}

void FieldDialog::retranslate()
{
    setTitle(m_new ? tr("Add a field") : tr("Edit the field"));
    m_nameCaption->setText(tr("Name, for example: order number"));
    m_valueCaption->setText(tr("Value"));
    m_cancel->setText(tr("Cancel"));
    m_keep->setText(tr("Save"));
}

} // namespace destek::ui
