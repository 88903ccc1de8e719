#include "ui/work/day_end_dialog.h"

#include "core/text/safe_text.h"
#include "models/format/queue_words.h"
#include "models/format/words.h"
#include "models/work/snooze_times.h"
#include "ui/kit/list_rows.h"
#include "ui/kit/painted_text.h"
#include "ui/work/hand_over_dialog.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kMostWords = 60; ///< of a message that has not gone out

} // namespace

DayEndDialog::DayEndDialog(const Desk &desk, QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_intro(new Label(*desk.theme)),
      m_list(new QListWidget), m_begunIntro(new Label(*desk.theme)), m_begun(new QListWidget),
      m_open(new Button(*desk.theme, Button::Kind::Normal)),
      m_delete(new Button(*desk.theme, Button::Kind::Danger)),
      m_handOver(new Button(*desk.theme, Button::Kind::Normal)),
      m_snooze(new Button(*desk.theme, Button::Kind::Normal)),
      m_away(new Button(*desk.theme, Button::Kind::Normal)),
      m_close(new Button(*desk.theme, Button::Kind::Primary))
{
    layOut();
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
    connect(m_open, &QPushButton::clicked, this, &DayEndDialog::openChosen);
    connect(m_delete, &QPushButton::clicked, this, &DayEndDialog::deleteChosen);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        Q_EMIT openRequested(ConversationId(item->data(Qt::UserRole).toLongLong()));
        accept();
    });
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        const ConversationId id(item->data(Qt::UserRole).toLongLong());
        if (item->checkState() == Qt::Checked)
            m_left.remove(id);
        else
            m_left.insert(id);
        showButtons();
    });
    connect(m_begun, &QListWidget::itemActivated, this, &DayEndDialog::openChosen);
    connect(m_begun, &QListWidget::currentRowChanged, this, &DayEndDialog::showButtons);
    connectState();
    retranslate();
    (m_list->count() > 0 || m_begun->count() == 0 ? m_list : m_begun)->setFocus();
}

void DayEndDialog::layOut()
{
    const Theme &theme = *m_desk.theme;
    setMinimumWidth(theme.px(560));
    m_list->setObjectName(QStringLiteral("mine"));
    m_begun->setObjectName(QStringLiteral("begun"));
    for (auto [intro, list, height] : {std::tuple(m_intro, m_list, theme.px(180)),
                                       std::tuple(m_begunIntro, m_begun, theme.px(110))}) {
        intro->setWordWrap(true);
        body()->addWidget(intro);
        body()->addWidget(list);
        list->setUniformItemSizes(true);
        list->setItemDelegate(new ListRows(theme, list));
        list->setMinimumHeight(height);
    }
    auto *line = new QHBoxLayout;
    line->addWidget(m_open);
    line->addWidget(m_delete);
    line->addStretch(1);
    body()->addLayout(line);
    m_delete->setAutoDefault(false);
    for (Button *button : {m_handOver, m_snooze, m_away, m_close})
        addButton(button);
}

void DayEndDialog::connectState()
{
    auto *state = m_desk.state;
    connect(state->inbox(), &models::InboxModel::countsChanged, this, &DayEndDialog::fill);
    connect(state->own(), &models::OwnBook::changed, this, &DayEndDialog::fill);
    if (m_desk.outbox)
        connect(m_desk.outbox, &net::Outbox::changed, this, &DayEndDialog::fill);
    connect(state->sharing(), &models::Sharing::acted, this,
            [this](const WorkAct &, const QList<WorkOutcome> &outcomes) {
                for (const WorkOutcome &outcome : outcomes) {
                    if (outcome.refusal && *outcome.refusal != WorkRefusal::AlreadySo)
                        sayTrouble(words::workRefusalSentence(*outcome.refusal));
                }
                fill();
            });
}

void DayEndDialog::fill()
{
    fillMine();
    fillBegun();
    const bool mine = m_list->count() > 0;
    const bool begun = m_begun->count() > 0;
    m_list->setVisible(mine);
    m_handOver->setVisible(mine);
    m_snooze->setVisible(mine);
    m_begunIntro->setVisible(begun);
    m_begun->setVisible(begun);
    m_open->setVisible(begun);
    m_delete->setVisible(begun);
    m_intro->setVisible(mine || !begun);
    m_intro->setText(mine ? tr("Still yours. What is ticked can be handed over or put off until "
                               "tomorrow morning; what a customer writes brings it back sooner.")
                          : tr("Nothing is left open: no conversation is yours and nothing is "
                               "half written."));
    m_begunIntro->setText(tr("Begun and not sent. Open it, or delete what you wrote."));
    showButtons();
    fit();
}

/// What one has unticked stays so; what comes while one looks is not ticked unseen.
void DayEndDialog::fillMine()
{
    const QSignalBlocker quiet(m_list);
    const QList<ConversationId> ids = m_desk.state->inbox()->mine();
    for (const ConversationId id : ids) {
        if (m_mine && !m_mine->contains(id))
            m_left.insert(id);
    }
    m_mine = ids;
    const int row = m_list->currentRow();
    const auto *current = m_list->item(row);
    const qint64 before = current ? current->data(Qt::UserRole).toLongLong() : 0;
    m_list->clear();
    for (const ConversationId id : ids) {
        QString line = nameOf(id);
        if (models::waits(*m_desk.state->inbox()->find(id)))
            line = tr("%1 · waits for an answer", "a name").arg(line);
        auto *item = new QListWidgetItem(line, m_list);
        item->setData(Qt::UserRole, id.value);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(m_left.contains(id) ? Qt::Unchecked : Qt::Checked);
        if (id.value == before)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0 && row >= 0)
        m_list->setCurrentRow(qMin(row, m_list->count() - 1));
}

void DayEndDialog::fillBegun()
{
    const QSignalBlocker quiet(m_begun);
    const int row = m_begun->currentRow();
    const std::optional<Begun> before = chosen();
    m_begun->clear();
    m_rows.clear();
    m_maybeGone.clear();
    const auto add = [&](const Begun &begun, const QString &line) {
        m_rows << begun;
        new QListWidgetItem(line, m_begun);
        if (begun == before)
            m_begun->setCurrentRow(m_begun->count() - 1);
    };
    if (m_desk.outbox) {
        for (const net::QueuedMessage &queued : m_desk.outbox->queued()) {
            if (queued.asked)
                m_maybeGone.insert(queued.message.id);
            const QString said = text::visibleLine(words::queuedText(queued), kMostWords).text;
            add({queued.message.conversation, queued.message.id},
                tr("%1 · not sent yet: %2", "a name, what was written")
                    .arg(nameOf(queued.message.conversation), text::isolate(said)));
        }
    }
    for (const ConversationId id : m_desk.state->own()->drafts())
        add({id, {}}, tr("%1 · draft", "a name").arg(nameOf(id)));
    if (m_begun->currentRow() < 0)
        m_begun->setCurrentRow(qMin(qMax(row, 0), m_begun->count() - 1));
}

QString DayEndDialog::nameOf(ConversationId id) const
{
    const ConversationSummary *summary = m_desk.state->inbox()->find(id);
    return summary ? isolatedName(words::personWords(*summary))
                   : tr("A conversation that is not loaded");
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

std::optional<DayEndDialog::Begun> DayEndDialog::chosen() const
{
    const int row = m_begun->currentRow();
    return row >= 0 && row < m_rows.size() ? std::optional(m_rows.at(row)) : std::nullopt;
}

void DayEndDialog::showButtons()
{
    const bool any = !ticked().isEmpty();
    m_handOver->setEnabled(any);
    m_snooze->setEnabled(any);
    const std::optional<Begun> begun = chosen();
    if (m_sure != begun)
        m_sure.reset();
    m_open->setEnabled(begun && m_desk.state->inbox()->find(begun->conversation));
    const bool mayBeGone = begun && m_maybeGone.contains(begun->message);
    m_delete->setEnabled(begun && !mayBeGone);
    m_delete->setToolTip(mayBeGone ? tr("It may have gone out already. You are asked when the "
                                        "connection is back.")
                                   : QString());
    m_delete->setText(m_sure ? tr("Delete for good") : tr("Delete"));
}

void DayEndDialog::openChosen()
{
    const std::optional<Begun> begun = chosen();
    if (!begun || !m_desk.state->inbox()->find(begun->conversation))
        return;
    Q_EMIT openRequested(begun->conversation);
    accept();
}

/// Words that nobody has read elsewhere: not by one click too many.
void DayEndDialog::deleteChosen()
{
    const std::optional<Begun> begun = chosen();
    if (!begun || m_maybeGone.contains(begun->message))
        return;
    if (m_sure != begun) {
        m_sure = begun;
        return showButtons();
    }
    m_sure.reset();
    if (!begun->message.isValid())
        Q_EMIT discardRequested(begun->conversation);
    else
        m_desk.state->queue()->discard(begun->message);
    fill();
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
    m_begun->setAccessibleName(tr("Begun and not sent"));
    m_open->setText(tr("Open"));
    m_handOver->setText(tr("Hand over…"));
    m_snooze->setText(tr("Snooze until tomorrow"));
    m_away->setText(tr("Set me away"));
    m_close->setText(tr("Close"));
    fill();
}

} // namespace destek::ui
