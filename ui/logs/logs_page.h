#pragma once

#include "models/audit/audit_model.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QTimer;

namespace destek::ui
{

class Banner;
class EmptyState;
class Label;
class Table;

/// The log: is it whole, and who did what about whom, when.
class LogsPage : public Panel
{
    Q_OBJECT
public:
    explicit LogsPage(const Desk &desk, QWidget *parent = nullptr);
    /// Asks the daemon again, the witness too.
    void open();
    void clear();
    /// The person whose conversation is open; invalid if none.
    void offerContact(ContactId contact, const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillFilters();
    void fillWhom();
    void load();
    void showState();
    void showWitness();
    [[nodiscard]] AuditFilter filter() const;

    Desk m_desk;
    models::AuditModel m_model;
    Label *m_title;
    Banner *m_strip;
    QLineEdit *m_who;
    QComboBox *m_what;
    QComboBox *m_whom;
    QComboBox *m_when;
    Label *m_whoCaption;
    Label *m_whatCaption;
    Label *m_whomCaption;
    Label *m_whenCaption;
    QStackedWidget *m_stack;
    Table *m_table;
    EmptyState *m_empty;
    QTimer *m_quiet;
    ContactId m_contact;
    QString m_contactName;
    std::optional<ApiError> m_error;
};

} // namespace destek::ui
