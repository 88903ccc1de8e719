#pragma once

#include "models/channel/channel_templates.h"
#include "ui/shell/desk.h"

#include <QWidget>

namespace destek::ui
{

class Banner;
class Button;
class Label;
class Table;

/// Our templates at WhatsApp; the administrator fetches them anew and lets a stopped one be used
/// again.
class TemplateList : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateList(const Desk &desk, QWidget *parent = nullptr);
    /// An administrator who may not write asks WhatsApp instead, and only when told to.
    void load();
    void clear() { m_model.clear(); }
    void retranslate();

private:
    [[nodiscard]] bool mayRead() const;
    void showState();

    Desk m_desk;
    models::ChannelTemplates m_model;
    Banner *m_note;
    Table *m_table;
    Label *m_body;
    Button *m_fetch;
    Button *m_thaw;
};

} // namespace destek::ui
