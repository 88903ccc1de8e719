#include "ui/work/snooze_dialog.h"

#include "core/policy/work_policy.h"
#include "models/format/words.h"
#include "models/work/snooze_times.h"

#include <QDateTimeEdit>
#include <QVBoxLayout>

namespace destek::ui
{

SnoozeDialog::SnoozeDialog(const Desk &desk, QWidget *parent)
    : Dialog(*desk.theme, parent), m_desk(desk), m_time(new QDateTimeEdit),
      m_cancel(new Button(*desk.theme, Button::Kind::Normal)),
      m_snooze(new Button(*desk.theme, Button::Kind::Primary))
{
    m_caption = addField(body(), m_time);
    addButton(m_cancel);
    addButton(m_snooze);
    const Instant now = desk.clock->now();
    const auto local = [](Instant at) { return QDateTime::fromMSecsSinceEpoch(at.ms); };
    m_time->setCalendarPopup(true);
    m_time->setMinimumDateTime(local(now));
    m_time->setMaximumDateTime(local(now + kSnoozeAtMost));
    m_time->setDateTime(local(models::snoozeTimes(now, std::nullopt).tomorrowMorning));
    connect(m_cancel, &QPushButton::clicked, this, &SnoozeDialog::reject);
    connect(m_snooze, &QPushButton::clicked, this, &SnoozeDialog::choose);
    retranslate();
    m_time->setFocus();
}

void SnoozeDialog::choose()
{
    const Instant until = Instant::fromMs(m_time->dateTime().toMSecsSinceEpoch());
    if (until <= m_desk.clock->now())
        return sayTrouble(words::workRefusalSentence(WorkRefusal::SnoozePast));
    Q_EMIT chosen(until);
    accept();
}

void SnoozeDialog::retranslate()
{
    setTitle(tr("Snooze until"));
    m_caption->setText(tr("Date and time"));
    m_time->setDisplayFormat(QStringLiteral("dd.MM.yyyy HH:mm"));
    m_cancel->setText(tr("Cancel"));
    m_snooze->setText(tr("Snooze"));
}

} // namespace destek::ui
