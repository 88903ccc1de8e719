#include "ui/inbox/save_view_dialog.h"

#include "models/format/words.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace destek::ui
{

SaveViewDialog::SaveViewDialog(const Desk &desk, const InboxFilter &filter, QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_filter(filter), m_name(new QLineEdit),
      m_shared(new QCheckBox), m_cancel(new Button(*desk.theme, Button::Kind::Normal)),
      m_save(new Button(*desk.theme, Button::Kind::Primary))
{
    m_caption = addField(body(), m_name);
    m_name->setMaxLength(60);
    body()->addWidget(m_shared);
    m_shared->setVisible(desk.state->may(Permission::ManageTeam));
    addButton(m_cancel);
    addButton(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &SaveViewDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &SaveViewDialog::save);
    connect(m_name, &QLineEdit::returnPressed, this, &SaveViewDialog::save);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &name) { m_save->setEnabled(!name.trimmed().isEmpty()); });
    m_save->setEnabled(false);
    retranslate();
    m_name->setFocus();
}

void SaveViewDialog::save()
{
    const QString name = m_name->text().trimmed();
    if (isBusy() || name.isEmpty())
        return;
    clearTrouble();
    setBusy(true);
    SavedView view;
    view.name = name;
    view.shared = m_shared->isChecked();
    view.filter = m_filter;
    m_desk.team->keepView(view, {this, [this](const net::Answer<SavedView> &answer) {
                                     setBusy(false);
                                     if (!answer)
                                         return sayTrouble(words::apiErrorSentence(answer.error()));
                                     m_desk.state->team()->load(m_desk.state->agent().id);
                                     accept();
                                 }});
}

void SaveViewDialog::retranslate()
{
    setTitle(tr("Save this view"));
    m_caption->setText(tr("Name"));
    m_shared->setText(tr("The whole team sees it"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
}

} // namespace destek::ui
