#include "ui/team/team_page.h"

#include "core/text/safe_text.h"
#include "models/format/words.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"
#include "ui/kit/table.h"
#include "ui/team/alert_policy_row.h"
#include "ui/team/label_dialog.h"
#include "ui/team/quick_reply_dialog.h"

#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QSpinBox>
#include <QVBoxLayout>

namespace destek::ui
{

TeamPage::TeamPage(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Window, {}, parent), m_desk(desk),
      m_title(new Label(*desk.theme, TextRole::Title, Token::Text)),
      m_note(new Banner(*desk.theme)),
      m_labelsCaption(new Label(*desk.theme, TextRole::Strong, Token::Text)),
      m_labelsIntro(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_labels(new Table(*desk.theme)), m_addLabel(new Button(*desk.theme, Button::Kind::Normal)),
      m_editLabel(new Button(*desk.theme, Button::Kind::Normal)),
      m_retireLabel(new Button(*desk.theme, Button::Kind::Normal)),
      m_repliesCaption(new Label(*desk.theme, TextRole::Strong, Token::Text)),
      m_repliesIntro(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_replies(new Table(*desk.theme)), m_addReply(new Button(*desk.theme, Button::Kind::Normal)),
      m_editReply(new Button(*desk.theme, Button::Kind::Normal)),
      m_removeReply(new Button(*desk.theme, Button::Kind::Normal)),
      m_ruleCaption(new Label(*desk.theme, TextRole::Strong, Token::Text)),
      m_automatic(new QCheckBox),
      m_capacityCaption(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_capacity(new QSpinBox), m_saveRule(new Button(*desk.theme, Button::Kind::Normal)),
      m_alertPolicy(new AlertPolicyRow(desk))
{
    layOut();
    connectParts();
    retranslate();
}

QVBoxLayout *TeamPage::addSection(Label *caption, Label *intro, Table *table,
                                  const QList<Button *> &buttons)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(caption);
    titles->addWidget(intro);
    intro->setWordWrap(true);
    head->addLayout(titles, 1);
    for (Button *button : buttons)
        head->addWidget(button, 0, Qt::AlignBottom);
    column->addLayout(head);
    column->addWidget(table, 1);
    return column;
}

void TeamPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_note);
    m_note->hide();
    column->addLayout(addSection(m_labelsCaption, m_labelsIntro, m_labels,
                                 {m_addLabel, m_editLabel, m_retireLabel}),
                      2);
    column->addLayout(addSection(m_repliesCaption, m_repliesIntro, m_replies,
                                 {m_addReply, m_editReply, m_removeReply}),
                      3);
    column->addWidget(m_ruleCaption);
    auto *rule = new QHBoxLayout;
    rule->setSpacing(8);
    rule->addWidget(m_automatic);
    rule->addSpacing(12);
    rule->addWidget(m_capacityCaption);
    rule->addWidget(m_capacity);
    rule->addSpacing(12);
    rule->addWidget(m_saveRule);
    rule->addStretch(1);
    column->addLayout(rule);
    column->addWidget(m_alertPolicy);
    m_capacity->setRange(1, 200);
    m_capacityCaption->setBuddy(m_capacity);
    m_labels->setModel(&m_labelRows);
    m_replies->setModel(&m_replyRows);
    m_labelRows.setColumnCount(2);
    m_replyRows.setColumnCount(3);
    m_labels->setColumnWidth(0, m_desk.theme->px(260));
    m_replies->setColumnWidth(0, m_desk.theme->px(140));
    m_replies->setColumnWidth(1, m_desk.theme->px(220));
}

void TeamPage::connectParts()
{
    connect(m_desk.state->team(), &models::TeamBook::changed, this, &TeamPage::fill);
    connect(m_desk.state->team(), &models::TeamBook::failed, this, [this](const ApiError &error) {
        if (isVisible())
            say(Tone::Bad, words::apiErrorSentence(error));
    });
    for (Table *table : {m_labels, m_replies})
        connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this,
                &TeamPage::grey);
    connect(m_addLabel, &QPushButton::clicked, this, [this] { editLabel(true); });
    connect(m_editLabel, &QPushButton::clicked, this, [this] { editLabel(false); });
    connect(m_labels, &QTableView::activated, this, [this] { editLabel(false); });
    connect(m_retireLabel, &QPushButton::clicked, this, &TeamPage::retireLabel);
    connect(m_addReply, &QPushButton::clicked, this, [this] { editReply(true); });
    connect(m_editReply, &QPushButton::clicked, this, [this] { editReply(false); });
    connect(m_replies, &QTableView::activated, this, [this] { editReply(false); });
    connect(m_removeReply, &QPushButton::clicked, this, &TeamPage::removeReply);
    connect(m_saveRule, &QPushButton::clicked, this, &TeamPage::saveRule);
    connect(m_alertPolicy, &AlertPolicyRow::said, this, &TeamPage::say);
    connect(m_automatic, &QCheckBox::toggled, m_capacity, &QWidget::setEnabled);
}

void TeamPage::open()
{
    m_note->hide();
    reload();
    fill();
}

void TeamPage::clear()
{
    m_note->hide();
    m_labelRows.setRowCount(0);
    m_replyRows.setRowCount(0);
}

void TeamPage::reload()
{
    m_desk.state->team()->load(m_desk.state->agent().id);
}

void TeamPage::say(Tone tone, const QString &sentence)
{
    m_note->say(tone, sentence);
    m_note->show();
}

// --- what is shown -------------------------------------------------------------------------

void TeamPage::fill()
{
    fillLabels();
    fillReplies();
    fillRule();
    grey();
}

void TeamPage::fillLabels()
{
    const auto &labels = m_desk.state->team()->view().labels;
    m_labelRows.setRowCount(int(labels.size()));
    for (int row = 0; row < labels.size(); ++row) {
        const destek::Label &label = labels.at(row);
        m_labelRows.setItem(row, 0, new QStandardItem(isolatedName(label.name)));
        m_labelRows.setItem(row, 1,
                            new QStandardItem(label.retired ? tr("Retired") : tr("In use")));
    }
}

void TeamPage::fillReplies()
{
    const auto &replies = m_desk.state->team()->view().quickReplies;
    m_replyRows.setRowCount(int(replies.size()));
    for (int row = 0; row < replies.size(); ++row) {
        const QuickReply &reply = replies.at(row);
        m_replyRows.setItem(row, 0, new QStandardItem(u'/' + reply.shortcut));
        m_replyRows.setItem(row, 1, new QStandardItem(isolatedName(reply.title)));
        m_replyRows.setItem(row, 2, new QStandardItem(text::visibleLine(reply.text, 300).text));
    }
}

void TeamPage::fillRule()
{
    const AssignmentRule &rule = m_desk.state->team()->view().assignment;
    m_automatic->setChecked(rule.automatic);
    m_capacity->setValue(rule.capacity);
    m_capacity->setEnabled(rule.automatic);
}

void TeamPage::grey()
{
    const bool may = m_desk.state->may(Permission::ManageTeam);
    for (Button *button : {m_addLabel, m_addReply, m_saveRule})
        button->setEnabled(may);
    for (Button *button : {m_editLabel, m_retireLabel})
        button->setEnabled(may && label());
    for (Button *button : {m_editReply, m_removeReply})
        button->setEnabled(may && reply());
    m_retireLabel->setText(label() && label()->retired ? tr("Use again") : tr("Retire"));
}

const destek::Label *TeamPage::label() const
{
    const auto &labels = m_desk.state->team()->view().labels;
    const int row = m_labels->currentIndex().row();
    return row >= 0 && row < labels.size() ? &labels.at(row) : nullptr;
}

const QuickReply *TeamPage::reply() const
{
    const auto &replies = m_desk.state->team()->view().quickReplies;
    const int row = m_replies->currentIndex().row();
    return row >= 0 && row < replies.size() ? &replies.at(row) : nullptr;
}

// --- what is changed -----------------------------------------------------------------------

void TeamPage::editLabel(bool fresh)
{
    if (!m_desk.state->may(Permission::ManageTeam) || (!fresh && !label()))
        return;
    auto *dialog = new LabelDialog(m_desk, fresh ? destek::Label() : *label(), this);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    connect(dialog, &LabelDialog::kept, this, &TeamPage::reload);
    dialog->open();
}

void TeamPage::retireLabel()
{
    if (!label())
        return;
    destek::Label changed = *label();
    changed.retired = !changed.retired;
    m_desk.team->keepLabel(changed, {this, [this](const net::Answer<destek::Label> &answer) {
                                         if (!answer)
                                             return say(Tone::Bad,
                                                        words::apiErrorSentence(answer.error()));
                                         reload();
                                     }});
}

void TeamPage::editReply(bool fresh)
{
    if (!m_desk.state->may(Permission::ManageTeam) || (!fresh && !reply()))
        return;
    auto *dialog = new QuickReplyDialog(m_desk, fresh ? QuickReply() : *reply(), this);
    connect(m_desk.state, &models::ConsoleState::phaseChanged, dialog, &QDialog::close);
    connect(dialog, &QuickReplyDialog::kept, this, &TeamPage::reload);
    dialog->open();
}

void TeamPage::removeReply()
{
    if (!reply())
        return;
    m_desk.team->removeQuickReply(
        reply()->id, {this, [this](const net::Answer<Done> &answer) {
                          if (!answer)
                              return say(Tone::Bad, words::apiErrorSentence(answer.error()));
                          reload();
                      }});
}

void TeamPage::saveRule()
{
    const AssignmentRule rule{m_automatic->isChecked(), m_capacity->value()};
    m_desk.team->setAssignment(rule, {this, [this](const net::Answer<AssignmentRule> &answer) {
                                          if (!answer)
                                              return say(Tone::Bad,
                                                         words::apiErrorSentence(answer.error()));
                                          say(Tone::Good, tr("The rule is saved."));
                                          reload();
                                      }});
}

void TeamPage::retranslate()
{
    m_title->setText(tr("Team"));
    m_labelsCaption->setText(tr("Labels"));
    m_labelsIntro->setText(tr("Words under which conversations are filed. A retired label stays on "
                              "the conversations that have it."));
    m_labelRows.setHorizontalHeaderLabels({tr("Name"), tr("State")});
    m_labels->setAccessibleName(tr("Labels"));
    m_addLabel->setText(tr("New label…"));
    m_editLabel->setText(tr("Edit…"));
    m_editLabel->setAccessibleName(tr("Edit the label"));
    m_repliesCaption->setText(tr("Quick replies"));
    m_repliesIntro->setText(tr("Answers written once, for everybody."));
    m_replyRows.setHorizontalHeaderLabels({tr("Shortcut"), tr("Title"), tr("Text")});
    m_replies->setAccessibleName(tr("Quick replies"));
    m_addReply->setText(tr("New quick reply…"));
    m_editReply->setText(tr("Edit…"));
    m_editReply->setAccessibleName(tr("Edit the quick reply"));
    m_removeReply->setText(tr("Remove"));
    m_removeReply->setAccessibleName(tr("Remove the quick reply"));
    m_ruleCaption->setText(tr("New conversations"));
    m_automatic->setText(tr("Give them to whoever is available and has waited longest"));
    m_capacityCaption->setText(tr("At most, for each colleague:"));
    m_capacity->setAccessibleName(tr("Open conversations of one colleague at most"));
    m_saveRule->setText(tr("Save"));
    m_saveRule->setAccessibleName(tr("Save the rule for new conversations"));
    fill();
}

void TeamPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
