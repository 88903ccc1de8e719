#include "ui/requests/erase_dialog.h"

#include "core/text/dates.h"
#include "models/format/words.h"
#include "ui/kit/painted_text.h"
#include "ui/requests/package_writer.h"
#include "ui/requests/step_up_fields.h"

#include <QCheckBox>
#include <QDir>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

QString number(int value)
{
    return QLocale().toString(value);
}

} // namespace

EraseDialog::EraseDialog(const Desk &desk, ContactId contact, const QString &personName,
                         QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_contact(contact), m_name(personName),
      m_intro(new Label(*desk.theme)), m_counts(new QWidget), m_grid(new QGridLayout(m_counts)),
      m_form(new QWidget), m_reason(new QLineEdit), m_sure(new QCheckBox),
      m_stepUp(new StepUpFields(desk)), m_cancel(new Button(*desk.theme, Button::Kind::Normal)),
      m_erase(new Button(*desk.theme, Button::Kind::Danger)),
      m_save(new Button(*desk.theme, Button::Kind::Normal))
{
    m_intro->setWordWrap(true);
    body()->addWidget(m_intro);
    m_grid->setContentsMargins(0, 2, 0, 2);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(2, 1);
    body()->addWidget(m_counts);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(12);
    m_reasonCaption = addField(form, m_reason);
    form->addWidget(m_stepUp);
    form->addWidget(m_sure);
    body()->addWidget(m_form);
    m_reason->setMaxLength(200);

    addButton(m_save);
    addButton(m_cancel);
    addButton(m_erase);
    m_save->hide();
    connect(m_cancel, &QPushButton::clicked, this, &EraseDialog::reject);
    connect(m_erase, &QPushButton::clicked, this, &EraseDialog::start);
    connect(m_save, &QPushButton::clicked, this, &EraseDialog::saveRecord);
    connect(m_reason, &QLineEdit::textChanged, this, &EraseDialog::check);
    connect(m_sure, &QCheckBox::toggled, this, &EraseDialog::check);
    connect(m_stepUp, &StepUpFields::edited, this, &EraseDialog::check);
    retranslate();
    loadPreview();
}

void EraseDialog::loadPreview()
{
    setBusy(true);
    check();
    m_desk.subjects->previewErasure(m_contact,
                                    {this, [this](const net::Answer<ErasurePreview> &answer) {
                                         setBusy(false);
                                         if (answer)
                                             m_preview = *answer;
                                         else
                                             sayTrouble(words::apiErrorSentence(answer.error()));
                                         retranslate();
                                         check();
                                         m_reason->setFocus();
                                     }});
}

void EraseDialog::fillGrid(QGridLayout *grid, const QList<QPair<QString, QString>> &rows)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const auto &[name, value] : rows) {
        auto *left = new Label(theme(), TextRole::Body, Token::TextMuted);
        left->setText(name);
        auto *right = new Label(theme(), TextRole::Strong, Token::Text);
        right->setText(value);
        right->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(left, row, 0);
        grid->addWidget(right, row++, 1);
    }
}

void EraseDialog::showCounts()
{
    if (m_record) {
        const auto &r = *m_record;
        const auto language = m_desk.speech->language();
        fillGrid(m_grid, {{tr("Record no."), QString::number(r.order.value)},
                          {tr("Completed"), text::dateTime(r.completedAt, language)},
                          {tr("Ordered by"), isolatedName(r.orderedBy)},
                          {tr("Reason"), isolatedName(r.reason)},
                          {tr("Messages destroyed"), number(r.messages)},
                          {tr("Files destroyed"), number(r.files)},
                          {tr("Identities destroyed"), number(r.identities)},
                          {tr("Keys destroyed"), number(r.keys)},
                          {tr("Consoles that confirmed"),
                           tr("%1 of %2").arg(r.consolesConfirmed).arg(r.consolesTold)}});
        return;
    }
    if (!m_preview)
        return fillGrid(m_grid, {});
    const auto &p = *m_preview;
    QList<QPair<QString, QString>> rows{
        {tr("Messages"), number(p.messages)},
        {tr("Pictures, recordings and documents"), number(p.files)},
        {tr("Delivery statuses"), number(p.statuses)},
        {tr("Sending attempts"), number(p.attempts)},
        {tr("Names, numbers and other identities"), number(p.identities)},
        {tr("Search entries"), number(p.searchEntries)},
        {tr("Encryption keys"), number(p.keys)},
        {tr("Consoles that will be told"), number(p.consoles)}};
    if (p.pendingSends > 0)
        rows << QPair{tr("Messages not sent yet, which will be cancelled"), number(p.pendingSends)};
    fillGrid(m_grid, rows);
}

void EraseDialog::retranslate()
{
    m_reasonCaption->setText(tr("Reason"));
    m_reason->setPlaceholderText(tr("For example: application no. 2026-31"));
    m_sure->setText(tr("I understand that this cannot be undone, by anyone."));
    m_erase->setText(tr("Erase for good"));
    m_save->setText(tr("Save record…"));
    m_cancel->setText(m_record ? tr("Close") : tr("Cancel"));
    showCounts();
    if (m_record) {
        setTitle(tr("Destruction record"));
        m_intro->setText(tr("Everything held about this person was destroyed. This record proves "
                            "it; it holds no name, no number and no message."));
        if (!m_savedTo.isEmpty())
            say(Tone::Good,
                tr("Saved with its signature: %1").arg(QDir::toNativeSeparators(m_savedTo)));
        return;
    }
    setTitle(tr("Erase everything about one person"));
    m_intro->setText(m_preview ? tr("This destroys everything held about %1. Backups can no longer "
                                    "be read for this person either.")
                                     .arg(isolatedName(m_name))
                     : isBusy()
                         ? tr("Counting what is held…")
                         : tr("What is held could not be counted, so nothing can be erased now."));
}

void EraseDialog::check()
{
    m_form->setVisible(m_preview && !m_record);
    m_erase->setVisible(!m_record);
    fit();
    m_erase->setEnabled(m_preview && !isBusy() && m_sure->isChecked() && m_stepUp->isFilled() &&
                        !m_reason->text().trimmed().isEmpty());
}

void EraseDialog::start()
{
    clearTrouble();
    setBusy(true);
    check();
    m_stepUp->confirm([this](const std::optional<ApiError> &error) {
        if (error)
            return fail(words::apiErrorSentence(*error));
        m_desk.subjects->erase(m_contact, m_reason->text().trimmed(),
                               {this, [this](const net::Answer<DestructionRecord> &answer) {
                                    if (answer)
                                        finish(*answer);
                                    else
                                        fail(words::apiErrorSentence(answer.error()));
                                }});
    });
}

void EraseDialog::finish(const DestructionRecord &record)
{
    setBusy(false);
    m_record = record;
    m_name.clear();
    m_preview.reset();
    m_stepUp->clear();
    m_save->show();
    check();
    retranslate();
    m_save->setFocus();
    fit();
    Q_EMIT erased(record);
}

void EraseDialog::saveRecord()
{
    m_desk.prompts->chooseFolder(this, tr("Folder for the destruction record"),
                                 [self = QPointer(this)](const QString &folder) {
                                     if (!self || !self->m_record)
                                         return;
                                     const auto written = writeRecord(folder, *self->m_record);
                                     if (!written)
                                         return self->sayTrouble(
                                             writeErrorSentence(written.error()));
                                     self->m_savedTo = *written;
                                     self->retranslate();
                                 });
}

void EraseDialog::fail(const QString &sentence)
{
    setBusy(false);
    sayTrouble(sentence);
    check();
}

} // namespace destek::ui
