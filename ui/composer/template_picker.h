#pragma once

#include "ui/shell/desk.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;
class QListView;

namespace destek::ui
{

class Banner;
class Button;
class Label;

/// Instead of the field when only a template may go out: list, fields, live preview, Enter sends.
class TemplatePicker : public QWidget
{
    Q_OBJECT
public:
    explicit TemplatePicker(const Desk &desk, QWidget *parent = nullptr);
    /// Loads the list if it is not there yet; puts the focus on it when asked.
    void open(bool takeFocus);
    void reset();
    [[nodiscard]] QString preview() const;

Q_SIGNALS:
    void sendRequested(const destek::TemplateView &chosen, const QStringList &variables);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void choose(const QModelIndex &index);
    void showPreview();
    void send();
    [[nodiscard]] QStringList values() const;
    [[nodiscard]] QString missing() const;

    Desk m_desk;
    models::TemplateModel m_templates;
    bool m_loaded = false;
    QListView *m_list;
    Label *m_caption;
    Label *m_preview;
    Label *m_hint;
    QWidget *m_fieldArea;
    QFormLayout *m_form;
    QList<QLineEdit *> m_fields;
    Button *m_send;
    std::optional<TemplateView> m_chosen;
};

} // namespace destek::ui
