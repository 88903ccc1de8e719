#pragma once

#include "ui/kit/banner.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

#include <QStandardItemModel>

class QCheckBox;
class QSpinBox;
class QVBoxLayout;

namespace destek::ui
{

class AlertPolicyRow;
class Button;
class Label;
class Table;

/// What the team shares besides conversations: labels, quick replies, and the rule by which new
/// conversations find somebody. For supervisors and administrators.
class TeamPage : public Panel
{
    Q_OBJECT
public:
    explicit TeamPage(const Desk &desk, QWidget *parent = nullptr);
    /// Fetches the team afresh.
    void open();
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectParts();
    QVBoxLayout *addSection(Label *caption, Label *intro, Table *table,
                            const QList<Button *> &buttons);
    void retranslate();
    void fill();
    void fillLabels();
    void fillReplies();
    void fillRule();
    void grey();
    void editLabel(bool fresh);
    void retireLabel();
    void editReply(bool fresh);
    void removeReply();
    void saveRule();
    /// nullptr if no row is chosen.
    [[nodiscard]] const destek::Label *label() const;
    [[nodiscard]] const QuickReply *reply() const;
    void say(Tone tone, const QString &sentence);
    void reload();

    Desk m_desk;
    Label *m_title;
    Banner *m_note;
    Label *m_labelsCaption;
    Label *m_labelsIntro;
    QStandardItemModel m_labelRows;
    Table *m_labels;
    Button *m_addLabel;
    Button *m_editLabel;
    Button *m_retireLabel;
    Label *m_repliesCaption;
    Label *m_repliesIntro;
    QStandardItemModel m_replyRows;
    Table *m_replies;
    Button *m_addReply;
    Button *m_editReply;
    Button *m_removeReply;
    Label *m_ruleCaption;
    QCheckBox *m_automatic;
    Label *m_capacityCaption;
    QSpinBox *m_capacity;
    Button *m_saveRule;
    AlertPolicyRow *m_alertPolicy;
};

} // namespace destek::ui
