#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace destek::ui
{

class StepUpFields;

/// Destroys everything held about one person: counted first, a reason, a tick, the
/// password; then the destruction record, which one can keep as a file.
class EraseDialog : public Dialog
{
    Q_OBJECT
public:
    EraseDialog(const Desk &desk, ContactId contact, const QString &personName,
                QWidget *parent = nullptr);

Q_SIGNALS:
    void erased(const destek::DestructionRecord &record);

protected:
    void retranslate() override;

private:
    void loadPreview();
    void showCounts();
    void check();
    void start();
    void finish(const DestructionRecord &record);
    void saveRecord();
    void fail(const QString &sentence);
    void fillGrid(QGridLayout *grid, const QList<QPair<QString, QString>> &rows);

    Desk m_desk;
    ContactId m_contact;
    QString m_name;
    std::optional<ErasurePreview> m_preview;
    std::optional<DestructionRecord> m_record;
    QString m_savedTo;
    Label *m_intro;
    QWidget *m_counts;
    QGridLayout *m_grid;
    QWidget *m_form;
    Label *m_reasonCaption;
    QLineEdit *m_reason;
    QCheckBox *m_sure;
    StepUpFields *m_stepUp;
    Button *m_cancel;
    Button *m_erase;
    Button *m_save;
};

} // namespace destek::ui
