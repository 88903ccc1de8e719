#pragma once

#include "ui/shell/desk.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListView;
class QScrollArea;

namespace destek::ui
{

class Banner;
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
    /// Nobody's conversation is open: nothing of the last person stays in the form.
    void forgetPerson();
    /// The template of this message with what was filled in; files are to be chosen again.
    void bringBack(const OutboundContent &content);
    /// What was begun for this person and not sent; brought back into its fields.
    void setBegun(const std::optional<BegunTemplate> &begun);
    [[nodiscard]] const std::optional<BegunTemplate> &begun() const { return m_begun; }
    /// One of the fields has the keyboard.
    [[nodiscard]] bool isFilledIn() const;
    [[nodiscard]] Banner *lost() const { return m_lost; }
    /// Whose fields these are.
    void setPerson(ConversationId id, ContactId contact, const QString &name);
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
    /// begun() is another one by what was typed here.
    void begunChanged();

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
    void chooseAnew();
    void onFilled();
    void sayLost();
    [[nodiscard]] bool isReturned(const TemplateView &view) const;
    [[nodiscard]] bool isBegun(const TemplateView &view) const;
    void retranslate();
    void choose(const QModelIndex &index);
    void showPreview();
    void askForFields();
    void forgetFields();
    void send();
    [[nodiscard]] bool isReady() const;

    Desk m_desk;
    models::TemplateModel m_templates;
    bool m_loaded = false;
    bool m_mayLeave = false;
    ConversationId m_conversation;
    QString m_person;
    ContactId m_contact;
    ContactId m_askedFor; ///< whose fields were asked for; m_known is theirs
    QList<PersonField> m_known;
    QLineEdit *m_search;
    QComboBox *m_languages;
    QComboBox *m_categories;
    QListView *m_list;
    Label *m_caption;
    QScrollArea *m_scroll;
    Banner *m_lost; ///< what was begun cannot go: frozen or gone
    Button *m_discard;
    TemplateFields *m_fields;
    PreviewBubble *m_preview;
    Label *m_hint;
    Button *m_back;
    Button *m_send;
    std::optional<TemplateView> m_chosen;
    std::optional<OutboundContent> m_returned;
    std::optional<BegunTemplate> m_begun;
    bool m_filling = false; ///< not by hand
};

} // namespace destek::ui
