#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace destek::ui
{

/// An answer written once, with the places that are filled in for each person.
class QuickReplyDialog : public Dialog
{
    Q_OBJECT
public:
    QuickReplyDialog(const Desk &desk, const QuickReply &reply, QWidget *parent = nullptr);

Q_SIGNALS:
    void kept();

protected:
    void retranslate() override;

private:
    void keep();
    void grey();
    void preview();

    Desk m_desk;
    QuickReply m_edited;
    Label *m_shortcutCaption;
    QLineEdit *m_shortcut;
    Label *m_titleCaption;
    QLineEdit *m_titleLine;
    Label *m_textCaption;
    QPlainTextEdit *m_text;
    Label *m_hint;
    Label *m_previewCaption;
    Label *m_preview;
    Label *m_languageCaption;
    QComboBox *m_language;
    Button *m_cancel;
    Button *m_keep;
};

} // namespace destek::ui
