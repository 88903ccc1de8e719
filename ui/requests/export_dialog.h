#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

class QComboBox;
class QLineEdit;

namespace destek::ui
{

class StepUpFields;

/// A copy of everything held about one person, into a folder the user names.
class ExportDialog : public Dialog
{
    Q_OBJECT
public:
    ExportDialog(const Desk &desk, ContactId contact, const QString &personName,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    void exported(const QString &folder);

protected:
    void retranslate() override;

private:
    void check();
    void chooseFolder();
    void start();
    void take(const net::Answer<ExportPackage> &answer);
    void showResult();
    void fail(const QString &sentence);

    Desk m_desk;
    ContactId m_contact;
    QString m_name;
    QString m_folder;
    QString m_written;
    Label *m_intro;
    Label *m_languageCaption;
    QComboBox *m_language;
    Label *m_reasonCaption;
    QLineEdit *m_reason;
    Label *m_folderCaption;
    Label *m_folderShown;
    Button *m_choose;
    StepUpFields *m_stepUp;
    Button *m_cancel;
    Button *m_export;
    QWidget *m_form;
    QWidget *m_result;
    Label *m_where;
    Label *m_verify;
};

} // namespace destek::ui
