#pragma once

#include "ui/kit/banner.h"
#include "ui/shell/desk.h"

#include <QWidget>

class QComboBox;

namespace destek::ui
{

class Button;
class Label;

/// The company's word on what notifications outside a console may say about customers. Everybody
/// on this page reads it, administrators change it.
class AlertPolicyRow : public QWidget
{
    Q_OBJECT
public:
    explicit AlertPolicyRow(const Desk &desk, QWidget *parent = nullptr);
    [[nodiscard]] QComboBox *choice() const { return m_choice; }
    [[nodiscard]] Button *saveButton() const { return m_save; }

Q_SIGNALS:
    void said(destek::ui::Tone tone, const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void save();
    void retranslate();

    Desk m_desk;
    Label *m_caption;
    Label *m_intro;
    QComboBox *m_choice;
    Button *m_save;
    bool m_chosen = false; ///< by the administrator, and not saved yet
};

} // namespace destek::ui
