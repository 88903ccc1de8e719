#pragma once

#include "ui/shell/desk.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QScrollArea;

namespace destek::ui
{

class Button;
class Label;
class PreviewBubble;
class TemplateFields;

/// Instead of the field when only a template may go out, or when one asks for it (F3): search,
/// language, category, list; what is to be filled in; the message as it will look. Enter sends.
class TemplatePicker : public QWidget
{
    Q_OBJECT
public:
    explicit TemplatePicker(const Desk &desk, QWidget *parent = nullptr);
    /// Loads the list if it is not there yet; puts the focus on it when asked.
    void open(bool takeFocus);
    /// Empty fields, for another message or another person.
    void reset();
    void forgetAll();
    /// Whose fields these are.
    void setPerson(ConversationId id, const QString &name);
    /// Free text would do as well: Esc goes back to it.
    void setMayLeave(bool may);
    [[nodiscard]] QString preview() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] QLineEdit *search() const { return m_search; }
    [[nodiscard]] QComboBox *languages() const { return m_languages; }
    [[nodiscard]] TemplateFields *fields() const { return m_fields; }
    [[nodiscard]] Button *sendButton() const { return m_send; }

Q_SIGNALS:
    void sendRequested(const destek::OutboundContent &content, const QString &shown);
    void left();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildLeft();
    QWidget *buildRight();
    void connectParts();
    void onLoaded();
    void fillFilters();
    void chooseFirst();
    void retranslate();
    void choose(const QModelIndex &index);
    void showPreview();
    void send();
    [[nodiscard]] bool isReady() const;

    Desk m_desk;
    models::TemplateModel m_templates;
    bool m_loaded = false;
    bool m_mayLeave = false;
    ConversationId m_conversation;
    QString m_person;
    QLineEdit *m_search;
    QComboBox *m_languages;
    QComboBox *m_categories;
    QListView *m_list;
    Label *m_caption;
    QScrollArea *m_scroll;
    TemplateFields *m_fields;
    PreviewBubble *m_preview;
    Label *m_hint;
    Button *m_back;
    Button *m_send;
    std::optional<TemplateView> m_chosen;
};

} // namespace destek::ui
