#include "ui/person/reveal_dialog.h"

#include "models/format/words.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace destek::ui
{

RevealDialog::RevealDialog(const Desk &desk, ContactId contact, QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_contact(contact),
      m_intro(new Label(*desk.theme)), m_reason(new QLineEdit),
      m_cancel(new Button(*desk.theme, Button::Kind::Normal)),
      m_reveal(new Button(*desk.theme, Button::Kind::Primary))
{
    m_intro->setWordWrap(true);
    body()->addWidget(m_intro);
    m_caption = addField(body(), m_reason);
    m_reason->setMaxLength(200);
    addButton(m_cancel);
    addButton(m_reveal);
    connect(m_cancel, &QPushButton::clicked, this, &RevealDialog::reject);
    connect(m_reveal, &QPushButton::clicked, this, &RevealDialog::start);
    connect(m_reason, &QLineEdit::returnPressed, this, &RevealDialog::start);
    connect(m_reason, &QLineEdit::textChanged, this,
            [this] { m_reveal->setEnabled(!isBusy() && !m_reason->text().trimmed().isEmpty()); });
    m_reveal->setEnabled(false);
    retranslate();
    m_reason->setFocus();
}

void RevealDialog::retranslate()
{
    setTitle(tr("Reveal the number"));
    m_intro->setText(tr("The number is shown to you for one minute. Your name, the time and your "
                        "reason are written to the log first."));
    m_caption->setText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("For example: the courier asks for the number"));
    m_cancel->setText(tr("Cancel"));
    m_reveal->setText(tr("Reveal"));
}

void RevealDialog::start()
{
    if (!m_reveal->isEnabled())
        return;
    clearTrouble();
    setBusy(true);
    m_reveal->setEnabled(false);
    m_desk.persons->revealNumber(m_contact, m_reason->text().trimmed(),
                                 {this, [this](const net::Answer<QString> &answer) {
                                      setBusy(false);
                                      if (!answer) {
                                          m_reveal->setEnabled(true);
                                          return sayTrouble(
                                              words::apiErrorSentence(answer.error()));
                                      }
                                      Q_EMIT revealed(*answer);
                                      accept();
                                  }});
}

} // namespace destek::ui
