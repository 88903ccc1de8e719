#pragma once

#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace destek::ui
{

class Banner;
class Button;
class EmptyState;
class Label;
class PersonWork;

/// The right pane: who this is, what they allow, until when their records are kept, and what a
/// privacy officer can do.
class PersonPane : public Panel
{
    Q_OBJECT
public:
    explicit PersonPane(const Desk &desk, QWidget *parent = nullptr);
    void show(const ConversationSummary &summary);
    void clear();
    /// Nothing of this person stays, shown or remembered.
    void forget(destek::ContactId contact);

Q_SIGNALS:
    void exportRequested(destek::ContactId contact, const QString &name);
    void eraseRequested(destek::ContactId contact, const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Avatar;
    void load();
    void take(ContactId contact, const net::Answer<PersonView> &answer);
    void remember(const PersonView &person);
    void retranslate();
    void showPerson();
    void showConsent();
    void showStanding(const PersonView &person);
    void recordStanding();
    void reveal();
    void hideNumber();

    Desk m_desk;
    std::optional<ConversationSummary> m_summary;
    std::optional<PersonView> m_person;
    std::optional<ApiError> m_error;
    QList<PersonView> m_known; ///< who was looked at, the last one last
    QString m_revealed;
    QTimer *m_hide;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_content;
    Avatar *m_avatar;
    Label *m_name;
    Label *m_username;
    Label *m_addressBook;
    Banner *m_review;
    Label *m_numberCaption;
    Label *m_number;
    Button *m_reveal;
    PersonWork *m_work;
    Label *m_standingCaption;
    Banner *m_standing;
    Banner *m_atWhatsApp;
    Button *m_record;
    Label *m_historyCaption;
    QVBoxLayout *m_history;
    Label *m_datesCaption;
    Label *m_firstSeen;
    Label *m_kept;
    Label *m_rightsCaption;
    Button *m_export;
    Button *m_erase;
};

} // namespace destek::ui
