#pragma once

#include "ui/composer/pieces.h"

class QPlainTextEdit;
class QScrollArea;

namespace destek::ui
{

/// What buttons and lists share: header, text and footer.
class InteractiveDialog : public PieceDialog
{
    Q_OBJECT
public:
    InteractiveDialog(const Theme &theme, QWidget *parent);
    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }

protected:
    [[nodiscard]] OutboundContent frame() const;
    void retranslate() override;

private:
    QLineEdit *m_header;
    QPlainTextEdit *m_text;
    QLineEdit *m_footer;
    QList<Label *> m_captions;
};

/// Up to three answers below a text.
class ButtonsDialog : public InteractiveDialog
{
    Q_OBJECT
public:
    ButtonsDialog(const Theme &theme, QWidget *parent);
    [[nodiscard]] OutboundContent content() const override;
    [[nodiscard]] QList<QLineEdit *> labels() const { return m_labels; }

protected:
    void retranslate() override;

private:
    Label *m_caption;
    QList<QLineEdit *> m_labels;
};

/// A button that opens up to ten rows to choose from, in sections if there are many.
class ListDialog : public InteractiveDialog
{
    Q_OBJECT
public:
    ListDialog(const Theme &theme, QWidget *parent);
    [[nodiscard]] OutboundContent content() const override;
    [[nodiscard]] QLineEdit *button() const { return m_button; }
    /// Title of a row; rows are numbered over all sections.
    [[nodiscard]] QLineEdit *title(int row) const { return m_rows.at(row).title; }
    [[nodiscard]] Button *addRowButton() const { return m_addRow; }
    [[nodiscard]] Button *addSectionButton() const { return m_addSection; }

protected:
    void retranslate() override;

private:
    struct Row {
        int section = 0;
        QWidget *holder = nullptr;
        QLineEdit *title = nullptr;
        QLineEdit *description = nullptr;
    };
    void addSection();
    void addRow();
    void nameFields();
    QLineEdit *m_button;
    Label *m_buttonCaption;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QList<QLineEdit *> m_sections; ///< titles
    QList<Row> m_rows;
    Button *m_addRow;
    Button *m_addSection;
};

} // namespace destek::ui
