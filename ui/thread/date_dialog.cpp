#include "ui/thread/date_dialog.h"

#include <QDateEdit>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kYearsKept = 2;

} // namespace

DateDialog::DateDialog(const Desk &desk, QDate shown, QWidget *parent)
    : Dialog(*desk.theme, parent), m_day(new QDateEdit),
      m_cancel(new Button(*desk.theme, Button::Kind::Normal)),
      m_go(new Button(*desk.theme, Button::Kind::Primary))
{
    m_caption = addField(body(), m_day);
    addButton(m_cancel);
    addButton(m_go);
    const QDate today = QDateTime::fromMSecsSinceEpoch(desk.clock->now().ms).date();
    m_day->setCalendarPopup(true);
    m_day->setDateRange(today.addYears(-kYearsKept), today);
    m_day->setDate(shown);
    m_go->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &DateDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &DateDialog::choose);
    retranslate();
    m_day->setFocus();
}

void DateDialog::choose()
{
    Q_EMIT chosen(m_day->date());
    accept();
}

void DateDialog::retranslate()
{
    setTitle(tr("Go to a date"));
    m_caption->setText(tr("Date"));
    m_day->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
    m_cancel->setText(tr("Cancel"));
    m_go->setText(tr("Go there"));
}

} // namespace destek::ui
