#pragma once

#include "models/templates/template_form.h"
#include "ui/composer/preview_bubble.h"
#include "ui/shell/desk.h"

class QGridLayout;
class QLineEdit;

namespace destek::ui
{

class Button;
class Label;

/// What a template asks for: a field for each variable, a file or a place for its header. Fields
/// whose name asks for the person's are filled in; empty ones are marked and said.
class TemplateFields : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateFields(const Desk &desk, QWidget *parent = nullptr);
    void show(const TemplateView &view, ConversationId conversation, const QString &person,
              const QList<PersonField> &known);
    /// What is known of the person came later: into what is still empty.
    void suggest(const QString &person, const QList<PersonField> &known);
    void clear();
    /// Texts and places that were filled in before; a file is not taken over.
    void fill(const TemplateValues &values);
    /// What stands in the fields, as typed, in their order; files are not among it.
    [[nodiscard]] QStringList texts() const;
    void fillTexts(const QStringList &texts);
    /// Somebody typed: it is no longer only what was suggested.
    [[nodiscard]] bool isTouched() const { return texts() != m_suggested; }
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    [[nodiscard]] const TemplateValues &values() const { return m_values; }
    /// The first one that is empty, in words; empty if none is.
    [[nodiscard]] QString missing() const;
    void focusMissing();
    [[nodiscard]] QList<QLineEdit *> lines() const;
    void retranslate();

Q_SIGNALS:
    void changed();
    void entered(); ///< Enter in a field

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row {
        models::TemplateField field;
        Label *caption = nullptr;
        QLineEdit *line = nullptr;  ///< text
        QLineEdit *place = nullptr; ///< coordinates; `line` is then the name
        QLineEdit *address = nullptr;
        Button *choose = nullptr; ///< file
        Label *note = nullptr;
        QString fileName;
        bool uploading = false;
        QString trouble;
    };
    void addRow(const models::TemplateField &field);
    void addText(Row &row, int at);
    void addPlace(Row &row, int at);
    void addFile(Row &row, int at);
    void chooseFile(qsizetype row);
    void upload(qsizetype row, const QString &path);
    void onRead(qsizetype row, const QString &name, const QByteArray &bytes);
    void onUploaded(qsizetype row, const net::Answer<UploadView> &answer);
    void readPlace(const Row &row);
    void mark();
    [[nodiscard]] QLineEdit *newLine(int limit);
    [[nodiscard]] QString nameOf(const models::TemplateField &field) const;

    Desk m_desk;
    TemplateView m_view;
    TemplateValues m_values;
    QStringList m_suggested; ///< texts() as they were offered
    ConversationId m_conversation;
    int m_generation = 0; ///< answers for a template that was left are ignored
    QGridLayout *m_grid;
    QList<Row> m_rows;
};

/// The template as the customer will see it.
[[nodiscard]] PreviewBubble::Parts previewOf(const TemplateView &view,
                                             const TemplateValues &values);

} // namespace destek::ui
