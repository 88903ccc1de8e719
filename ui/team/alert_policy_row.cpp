#include "ui/team/alert_policy_row.h"

#include "models/format/words.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace destek::ui
{

AlertPolicyRow::AlertPolicyRow(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk),
      m_caption(new Label(*desk.theme, TextRole::Strong, Token::Text)),
      m_intro(new Label(*desk.theme, TextRole::Body, Token::TextMuted)), m_choice(new QComboBox),
      m_save(new Button(*desk.theme, Button::Kind::Normal))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_caption);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_choice);
    row->addWidget(m_save);
    row->addWidget(m_intro, 1);
    m_intro->setWordWrap(true);
    column->addLayout(row);
    for (AlertContent content : {AlertContent::None, AlertContent::Name, AlertContent::NameAndText})
        m_choice->addItem(QString(), int(content));
    connect(desk.state->team(), &models::TeamBook::changed, this, &AlertPolicyRow::fill);
    connect(m_choice, &QComboBox::activated, this, [this] { m_chosen = true; });
    connect(m_save, &QPushButton::clicked, this, &AlertPolicyRow::save);
    retranslate();
}

/// Whatever else of the team has come: what was chosen and not saved stays.
void AlertPolicyRow::fill()
{
    if (m_desk.state->phase() != models::ConsolePhase::Running)
        m_chosen = false;
    if (!m_chosen)
        m_choice->setCurrentIndex(m_choice->findData(int(m_desk.state->team()->alertContent())));
    const bool may = m_desk.state->may(Permission::ManageUsers);
    m_choice->setEnabled(may);
    m_save->setEnabled(may);
}

void AlertPolicyRow::save()
{
    const auto wanted = AlertContent(m_choice->currentData().toInt());
    m_desk.team->setAlertContent(
        wanted, {this, [this, wanted](const net::Answer<AlertContent> &answer) {
                     if (!answer)
                         return Q_EMIT said(Tone::Bad, words::apiErrorSentence(answer.error()));
                     m_chosen = m_chosen && AlertContent(m_choice->currentData().toInt()) != wanted;
                     Q_EMIT said(Tone::Good, tr("Saved. Every console obeys it from now on."));
                     m_desk.state->team()->load(m_desk.state->agent().id);
                 }});
}

void AlertPolicyRow::retranslate()
{
    m_caption->setText(tr("What notifications may say"));
    m_intro->setText(tr("Notifications of the computer can be read by whoever passes by. While a "
                        "console is locked they never name anybody. Administrators decide."));
    m_choice->setAccessibleName(tr("What notifications may say"));
    m_choice->setItemText(0, tr("Nothing about customers"));
    m_choice->setItemText(1, tr("The name only"));
    m_choice->setItemText(2, tr("The name and the text"));
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(tr("Save what notifications may say"));
    fill();
}

void AlertPolicyRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace destek::ui
