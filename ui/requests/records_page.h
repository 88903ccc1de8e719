#pragma once

#include "models/requests/destruction_record_model.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

class QStackedWidget;

namespace destek::ui
{

class Banner;
class Button;
class EmptyState;
class Label;
class Table;

/// Proofs of what was destroyed, newest first.
class RecordsPage : public Panel
{
    Q_OBJECT
public:
    explicit RecordsPage(const Desk &desk, QWidget *parent = nullptr);
    void open();
    void clear();
    void add(const DestructionRecord &record);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showState();
    void saveCurrent();

    Desk m_desk;
    models::DestructionRecordModel m_model;
    Label *m_title;
    Label *m_intro;
    Button *m_save;
    Banner *m_note;
    QStackedWidget *m_stack;
    Table *m_table;
    EmptyState *m_empty;
    bool m_loading = false;
    std::optional<ApiError> m_error;
};

} // namespace destek::ui
