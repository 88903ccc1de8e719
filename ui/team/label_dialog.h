#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

class QLineEdit;
class QSlider;

namespace destek::ui
{

class LabelChips;

/// Name and colour of a label; shown as it will look.
class LabelDialog : public Dialog
{
    Q_OBJECT
public:
    LabelDialog(const Desk &desk, const destek::Label &label, QWidget *parent = nullptr);

Q_SIGNALS:
    void kept();

protected:
    void retranslate() override;

private:
    void keep();
    void preview();

    Desk m_desk;
    destek::Label m_edited;
    Label *m_nameCaption;
    QLineEdit *m_name;
    Label *m_hueCaption;
    QSlider *m_hue;
    LabelChips *m_look;
    Button *m_cancel;
    Button *m_keep;
};

} // namespace destek::ui
