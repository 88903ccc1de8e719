#include "ui/person/standing_dialog.h"

#include "models/format/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr std::array kSources{ConsentSource::Email, ConsentSource::Call,
                              ConsentSource::AgentRecord};

} // namespace

StandingDialog::StandingDialog(const Desk &desk, const PersonView &person, QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_contact(person.contact),
      m_stoppedAtWhatsApp(person.stoppedAtWhatsApp),
      m_wanted(person.standing == Standing::Open ? Standing::OptedOut : Standing::Open),
      m_intro(new Label(*desk.theme)), m_how(new QComboBox), m_note(new QLineEdit),
      m_cancel(new Button(*desk.theme, Button::Kind::Normal)),
      m_record(new Button(*desk.theme, Button::Kind::Primary))
{
    m_intro->setWordWrap(true);
    body()->addWidget(m_intro);
    m_howCaption = addField(body(), m_how);
    m_noteCaption = addField(body(), m_note);
    m_note->setMaxLength(200);
    addButton(m_cancel);
    addButton(m_record);
    connect(m_cancel, &QPushButton::clicked, this, &StandingDialog::reject);
    connect(m_record, &QPushButton::clicked, this, &StandingDialog::record);
    connect(m_note, &QLineEdit::returnPressed, this, &StandingDialog::record);
    retranslate();
    m_how->setFocus();
}

void StandingDialog::retranslate()
{
    setTitle(optsOut() ? tr("Record that they want no more messages")
                       : tr("Record that they want messages again"));
    QString intro =
        optsOut() ? tr("From the moment you record it, nobody here can write to this person, and "
                       "what is still waiting is not sent. Your name and the time are kept as "
                       "proof.")
                  : tr("Only if the person asked for it. They can be written to again, within "
                       "WhatsApp's 24 hours or with a template. Your name and the time are kept "
                       "as proof.");
    if (m_stoppedAtWhatsApp)
        intro += u' ' + tr("Their own switch in WhatsApp stays off; nobody here can lift it.");
    m_intro->setText(intro);
    m_howCaption->setText(tr("How did they say it?"));
    const int chosen = qMax(0, m_how->currentIndex());
    m_how->clear();
    m_how->addItems({tr("In an e-mail"), tr("On the telephone"), tr("In another way")});
    m_how->setCurrentIndex(chosen);
    m_noteCaption->setText(tr("Note (optional)"));
    m_note->setPlaceholderText(tr("For example: e-mail of 21 November, ticket 4821"));
    m_cancel->setText(tr("Cancel"));
    m_record->setText(tr("Record"));
}

void StandingDialog::record()
{
    if (isBusy())
        return;
    clearTrouble();
    setBusy(true);
    m_record->setEnabled(false);
    const ConsentSource source = kSources[std::size_t(qMax(0, m_how->currentIndex()))];
    m_desk.persons->recordStanding(m_contact, m_wanted, source, m_note->text().trimmed(),
                                   {this, [this](const net::Answer<PersonView> &answer) {
                                        setBusy(false);
                                        m_record->setEnabled(true);
                                        if (!answer)
                                            return sayTrouble(
                                                words::apiErrorSentence(answer.error()));
                                        Q_EMIT recorded(*answer);
                                        accept();
                                    }});
}

} // namespace destek::ui
