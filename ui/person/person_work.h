#pragma once

#include "ui/shell/desk.h"

#include <QWidget>

class QVBoxLayout;

namespace destek::ui
{

class Button;
class Label;
class LabelChips;

/// What the team files, knows and notes about a person: labels of the conversation, fields,
/// internal notes of the loaded thread.
class PersonWork : public QWidget
{
    Q_OBJECT
public:
    explicit PersonWork(const Desk &desk, QWidget *parent = nullptr);
    void show(const ConversationSummary &summary, const PersonView &person);
    /// Newer facts about the same conversation.
    void follow(const ConversationSummary &summary);
    void clear();

Q_SIGNALS:
    /// A field was kept or removed.
    void personChanged(const destek::PersonView &person);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showLabels();
    void showFields();
    void showNotes();
    void openLabels();
    void editField(const PersonField &field);
    void removeField(const QString &name);

    Desk m_desk;
    std::optional<ConversationSummary> m_summary;
    PersonView m_person;
    Label *m_labelsCaption;
    LabelChips *m_chips;
    Button *m_labels;
    Label *m_fieldsCaption;
    QVBoxLayout *m_fields;
    Button *m_addField;
    Label *m_trouble;
    Label *m_notesCaption;
    QVBoxLayout *m_notes;
};

} // namespace destek::ui
