#include "ui/work/hand_over_dialog.h"

#include "models/format/work_words.h"
#include "ui/kit/list_rows.h"
#include "ui/kit/painted_text.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kNoteMost = 4000;

} // namespace

HandOverDialog::HandOverDialog(const Desk &desk, int conversations, QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_conversations(conversations),
      m_who(new QListWidget), m_note(new QPlainTextEdit),
      m_cancel(new Button(*desk.theme, Button::Kind::Normal)),
      m_give(new Button(*desk.theme, Button::Kind::Primary))
{
    m_whoCaption = addField(body(), m_who);
    m_noteCaption = addField(body(), m_note);
    m_who->setUniformItemSizes(true);
    m_who->setItemDelegate(new ListRows(*desk.theme, m_who));
    m_who->setMinimumHeight(desk.theme->px(150));
    m_note->setFixedHeight(desk.theme->px(90));
    m_note->setTabChangesFocus(true);
    addButton(m_cancel);
    addButton(m_give);
    connect(m_cancel, &QPushButton::clicked, this, &HandOverDialog::reject);
    connect(m_give, &QPushButton::clicked, this, &HandOverDialog::choose);
    connect(m_who, &QListWidget::itemActivated, m_note, [this] { m_note->setFocus(); });
    connect(desk.state->team(), &models::TeamBook::presenceChanged, this,
            &HandOverDialog::fillColleagues);
    retranslate();
    m_who->setFocus();
}

void HandOverDialog::fillColleagues()
{
    const QVariant kept =
        m_who->currentItem() ? m_who->currentItem()->data(Qt::UserRole) : QVariant();
    m_who->clear();
    for (const Colleague &one : m_desk.state->team()->answering()) {
        if (one.id == m_desk.state->agent().id)
            continue;
        auto *item = new QListWidgetItem(
            tr("%1 · %2 · %n open", "name, presence, how many are theirs", one.open)
                .arg(isolatedName(one.name), words::presenceWords(one.presence)),
            m_who);
        item->setData(Qt::UserRole, one.id.value);
        if (item->data(Qt::UserRole) == kept)
            m_who->setCurrentItem(item);
    }
    if (!m_who->currentItem() && m_who->count() > 0)
        m_who->setCurrentRow(0);
    m_give->setEnabled(m_who->count() > 0);
    if (m_who->count() == 0)
        say(Tone::Calm, tr("There is no other colleague who may answer."));
}

void HandOverDialog::choose()
{
    if (!m_who->currentItem())
        return;
    Q_EMIT chosen(AgentId(m_who->currentItem()->data(Qt::UserRole).toLongLong()),
                  m_note->toPlainText().trimmed().left(kNoteMost));
    accept();
}

void HandOverDialog::retranslate()
{
    setTitle(m_conversations > 1 ? tr("Hand over %n conversation(s)", nullptr, m_conversations)
                                 : tr("Hand over this conversation"));
    m_whoCaption->setText(tr("To whom"));
    m_who->setAccessibleName(tr("To whom"));
    m_noteCaption->setText(tr("Note for your colleague (optional)"));
    m_note->setPlaceholderText(tr("What is agreed, what is still open"));
    m_cancel->setText(tr("Cancel"));
    m_give->setText(tr("Hand over"));
    fillColleagues();
}

} // namespace destek::ui
