#include "ui/work/day_end_dialog.h"

#include "models/format/words.h"
#include "models/work/snooze_times.h"
#include "ui/kit/list_rows.h"
#include "ui/kit/painted_text.h"
#include "ui/work/hand_over_dialog.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace destek::ui
{

DayEndDialog::DayEndDialog(const Desk &desk, QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_intro(new Label(*desk.theme)),
      m_list(new QListWidget), m_handOver(new Button(*desk.theme, Button::Kind::Normal)),
      m_snooze(new Button(*desk.theme, Button::Kind::Normal)),
      m_away(new Button(*desk.theme, Button::Kind::Normal)),
      m_close(new Button(*desk.theme, Button::Kind::Primary))
{
    setMinimumWidth(desk.theme->px(560));
    m_intro->setWordWrap(true);
    body()->addWidget(m_intro);
    body()->addWidget(m_list);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new ListRows(*desk.theme, m_list));
    m_list->setMinimumHeight(desk.theme->px(220));
    for (Button *button : {m_handOver, m_snooze, m_away, m_close})
        addButton(button);
    connect(m_handOver, &QPushButton::clicked, this, &DayEndDialog::handOver);
    connect(m_snooze, &QPushButton::clicked, this, &DayEndDialog::snooze);
    connect(m_away, &QPushButton::clicked, this, [this] {
        m_desk.own->setPresence(Presence::Away,
                                {this, [this](const net::Answer<Done> &answer) {
                                     if (!answer)
                                         return sayTrouble(words::apiErrorSentence(answer.error()));
                                     accept();
                                 }});
    });
    connect(m_close, &QPushButton::clicked, this, &DayEndDialog::accept);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        Q_EMIT openRequested(ConversationId(item->data(Qt::UserRole).toLongLong()));
        accept();
    });
    connect(desk.state->inbox(), &models::InboxModel::countsChanged, this, &DayEndDialog::fill);
    connect(desk.state->sharing(), &models::Sharing::acted, this,
            [this](const WorkAct &, const QList<WorkOutcome> &outcomes) {
                for (const WorkOutcome &outcome : outcomes) {
                    if (outcome.refusal && *outcome.refusal != WorkRefusal::AlreadySo)
                        sayTrouble(words::workRefusalSentence(*outcome.refusal));
                }
                fill();
            });
    retranslate();
    m_list->setFocus();
}

void DayEndDialog::fill()
{
    auto *inbox = m_desk.state->inbox();
    QList<ConversationId> ids = inbox->mine();
    const QList<ConversationId> drafts = m_desk.state->own()->drafts();
    for (const ConversationId id : drafts) {
        if (!ids.contains(id) && inbox->find(id))
            ids << id;
    }
    m_list->clear();
    for (const ConversationId id : std::as_const(ids)) {
        const ConversationSummary *summary = inbox->find(id);
        QString line = isolatedName(words::personWords(*summary));
        if (models::waits(*summary))
            line = tr("%1 · waits for an answer", "a name").arg(line);
        if (drafts.contains(id))
            line = tr("%1 · draft", "a name").arg(line);
        auto *item = new QListWidgetItem(line, m_list);
        item->setData(Qt::UserRole, id.value);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    const bool any = !ids.isEmpty();
    m_list->setVisible(any);
    m_handOver->setVisible(any);
    m_snooze->setVisible(any);
    m_intro->setText(any ? tr("Still yours. What is ticked can be handed over or put off until "
                              "tomorrow morning; what a customer writes brings it back sooner.")
                         : tr("Nothing is left open: no conversation is yours and nothing is "
                              "half written."));
    fit();
}

QList<ConversationId> DayEndDialog::ticked() const
{
    QList<ConversationId> ids;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            ids << ConversationId(m_list->item(row)->data(Qt::UserRole).toLongLong());
    }
    return ids;
}

void DayEndDialog::act(const WorkAct &act)
{
    clearTrouble();
    m_desk.state->sharing()->act(ticked(), act);
}

void DayEndDialog::handOver()
{
    if (ticked().isEmpty())
        return;
    auto *dialog = new HandOverDialog(m_desk, int(ticked().size()), this);
    connect(dialog, &HandOverDialog::chosen, this, [this](AgentId agent, const QString &note) {
        WorkAct assign;
        assign.kind = WorkAct::Kind::Assign;
        assign.agent = agent;
        assign.note = note;
        act(assign);
    });
    dialog->open();
}

void DayEndDialog::snooze()
{
    WorkAct snooze;
    snooze.kind = WorkAct::Kind::Snooze;
    snooze.until = models::snoozeTimes(m_desk.clock->now(), std::nullopt).tomorrowMorning;
    act(snooze);
}

void DayEndDialog::retranslate()
{
    setTitle(tr("End of day"));
    m_list->setAccessibleName(tr("What is still yours"));
    m_handOver->setText(tr("Hand over…"));
    m_snooze->setText(tr("Snooze until tomorrow"));
    m_away->setText(tr("Set me away"));
    m_close->setText(tr("Close"));
    fill();
}

} // namespace destek::ui
