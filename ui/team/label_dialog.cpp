#include "ui/team/label_dialog.h"

#include "models/format/words.h"
#include "ui/team/hue_slider.h"
#include "ui/work/label_chips.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace destek::ui
{

LabelDialog::LabelDialog(const Desk &desk, const destek::Label &label, QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_edited(label), m_name(new QLineEdit(label.name)),
      m_hue(new HueSlider(*desk.theme)), m_look(new LabelChips(*desk.theme)),
      m_cancel(new Button(*desk.theme, Button::Kind::Normal)),
      m_keep(new Button(*desk.theme, Button::Kind::Primary))
{
    m_nameCaption = addField(body(), m_name);
    m_hueCaption = addField(body(), m_hue);
    body()->addWidget(m_look);
    m_name->setMaxLength(30);
    m_hue->setValue(label.hue);
    addButton(m_cancel);
    addButton(m_keep);
    connect(m_name, &QLineEdit::textChanged, this, &LabelDialog::preview);
    connect(m_hue, &QSlider::valueChanged, this, &LabelDialog::preview);
    connect(m_name, &QLineEdit::returnPressed, this, &LabelDialog::keep);
    connect(m_cancel, &QPushButton::clicked, this, &LabelDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, &LabelDialog::keep);
    retranslate();
    preview();
    m_name->setFocus();
}

void LabelDialog::preview()
{
    m_edited.name = m_name->text().trimmed();
    m_edited.hue = m_hue->value();
    m_keep->setEnabled(!m_edited.name.isEmpty());
    destek::Label shown = m_edited;
    if (shown.name.isEmpty())
        shown.name = tr("Label");
    m_look->setLabels({shown});
}

void LabelDialog::keep()
{
    if (isBusy() || m_edited.name.isEmpty())
        return;
    clearTrouble();
    setBusy(true);
    m_desk.team->keepLabel(m_edited, {this, [this](const net::Answer<destek::Label> &answer) {
                                          setBusy(false);
                                          if (!answer)
                                              return sayTrouble(
                                                  answer.error().code == ApiErrorCode::BadRequest
                                                      ? tr("There is a label of this name already.")
                                                      : words::apiErrorSentence(answer.error()));
                                          Q_EMIT kept();
                                          accept();
                                      }});
}

void LabelDialog::retranslate()
{
    setTitle(m_edited.id.isValid() ? tr("Edit the label") : tr("New label"));
    m_nameCaption->setText(tr("Name"));
    m_hueCaption->setText(tr("Colour"));
    m_cancel->setText(tr("Cancel"));
    m_keep->setText(tr("Save"));
}

} // namespace destek::ui
