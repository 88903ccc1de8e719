#include "ui/requests/export_dialog.h"

#include "models/format/words.h"
#include "ui/kit/painted_text.h"
#include "ui/requests/package_writer.h"
#include "ui/requests/step_up_fields.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QVBoxLayout>

namespace destek::ui
{

ExportDialog::ExportDialog(const Desk &desk, ContactId contact, const QString &personName,
                           QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_contact(contact), m_name(personName),
      m_intro(new Label(*desk.theme)), m_language(new QComboBox), m_reason(new QLineEdit),
      m_folderShown(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_choose(new Button(*desk.theme, Button::Kind::Normal)), m_stepUp(new StepUpFields(desk)),
      m_cancel(new Button(*desk.theme, Button::Kind::Normal)),
      m_export(new Button(*desk.theme, Button::Kind::Primary)), m_form(new QWidget),
      m_result(new QWidget), m_where(new Label(*desk.theme, TextRole::Mono, Token::Text)),
      m_verify(new Label(*desk.theme, TextRole::Body, Token::TextMuted))
{
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(12);
    m_intro->setWordWrap(true);
    form->addWidget(m_intro);
    m_languageCaption = addField(form, m_language);
    m_reasonCaption = addField(form, m_reason);
    auto *folder = new QWidget;
    auto *row = new QHBoxLayout(folder);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_folderShown, 1);
    row->addWidget(m_choose);
    m_folderShown->setElided(true);
    m_folderCaption = addField(form, folder);
    m_folderCaption->setBuddy(m_choose);
    form->addWidget(m_stepUp);
    body()->addWidget(m_form);

    auto *result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    m_where->setWordWrap(true);
    m_where->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_verify->setWordWrap(true);
    m_verify->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    result->addWidget(m_where);
    result->addWidget(m_verify);
    body()->addWidget(m_result);
    m_result->hide();

    m_reason->setMaxLength(200);
    m_language->addItem(QString(), QStringLiteral("tr"));
    m_language->addItem(QString(), QStringLiteral("en"));
    m_language->setCurrentIndex(desk.speech->isTurkish() ? 0 : 1);
    addButton(m_cancel);
    addButton(m_export);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    connect(m_reason, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(m_stepUp, &StepUpFields::edited, this, &ExportDialog::check);
    retranslate();
    check();
    fit();
    m_reason->setFocus();
}

void ExportDialog::retranslate()
{
    setTitle(tr("Export the records of one person"));
    m_intro->setText(tr("Everything held about %1 is written to a new folder: a page to read, the "
                        "same as JSON, and a signed list of the files. The export is recorded in "
                        "the log with your name and reason.")
                         .arg(isolatedName(m_name)));
    m_languageCaption->setText(tr("Language of the package"));
    m_language->setItemText(0, tr("Turkish"));
    m_language->setItemText(1, tr("English"));
    m_reasonCaption->setText(tr("Reason"));
    m_reason->setPlaceholderText(tr("For example: application no. 2026-31"));
    m_folderCaption->setText(tr("Folder"));
    m_folderShown->setText(m_folder.isEmpty() ? tr("No folder chosen yet")
                                              : QDir::toNativeSeparators(m_folder));
    m_choose->setText(tr("Choose…"));
    m_choose->setAccessibleName(tr("Choose the folder"));
    m_cancel->setText(m_written.isEmpty() ? tr("Cancel") : tr("Close"));
    m_export->setText(tr("Export"));
    if (!m_written.isEmpty())
        showResult();
}

void ExportDialog::check()
{
    m_export->setEnabled(!isBusy() && !m_folder.isEmpty() && m_stepUp->isFilled() &&
                         !m_reason->text().trimmed().isEmpty());
}

void ExportDialog::chooseFolder()
{
    m_desk.prompts->chooseFolder(this, tr("Folder for the export"),
                                 [self = QPointer(this)](const QString &folder) {
                                     if (!self)
                                         return;
                                     self->m_folder = folder;
                                     self->retranslate();
                                     self->check();
                                 });
}

void ExportDialog::start()
{
    clearTrouble();
    setBusy(true);
    check();
    m_stepUp->confirm([this](const std::optional<ApiError> &error) {
        if (error)
            return fail(words::apiErrorSentence(*error));
        m_desk.subjects->exportPerson(
            m_contact, m_language->currentData().toString(), m_reason->text().trimmed(),
            {this, [this](const net::Answer<ExportPackage> &answer) { take(answer); }});
    });
}

void ExportDialog::take(const net::Answer<ExportPackage> &answer)
{
    if (!answer && answer.error().code == ApiErrorCode::TooLarge)
        return fail(tr("This export is too large to be handed to a console. Nothing is lost: on "
                       "the server, “destekd export %1 --to FOLDER --reason TEXT” writes it.")
                        .arg(m_contact.value));
    if (!answer)
        return fail(words::apiErrorSentence(answer.error()));
    const auto written = writePackage(m_folder, *answer);
    if (!written)
        return fail(writeErrorSentence(written.error()));
    m_written = *written;
    m_stepUp->clear();
    setBusy(false);
    m_form->hide();
    m_result->show();
    m_export->hide();
    retranslate();
    m_cancel->setFocus();
    fit();
    Q_EMIT exported(m_written);
}

void ExportDialog::showResult()
{
    say(Tone::Good, tr("The export is complete."));
    m_where->setText(QDir::toNativeSeparators(m_written));
    m_verify->setText(tr("To check that nothing in it was changed, run this command; it needs no "
                         "connection: %1")
                          .arg(QStringLiteral("destek-verify package \"%1\"")
                                   .arg(QDir::toNativeSeparators(m_written))));
}

void ExportDialog::fail(const QString &sentence)
{
    setBusy(false);
    sayTrouble(sentence);
    check();
}

} // namespace destek::ui
