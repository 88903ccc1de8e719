#pragma once

#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"

#include <QDialog>

class QFormLayout;
class QHBoxLayout;
class QProgressBar;
class QVBoxLayout;

namespace destek::ui
{

/// A quiet dialog: title, body, one strip for what went wrong, buttons at the right. Shown with
/// open(), never exec(): the window goes on living behind it.
class Dialog : public QDialog
{
    Q_OBJECT
public:
    Dialog(const Theme &theme, QWidget *parent);

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    void setTitle(const QString &title);
    /// Right-aligned, in the order added.
    void addButton(QWidget *button);
    void sayTrouble(const QString &sentence);
    void say(Tone tone, const QString &sentence);
    void clearTrouble();
    /// Greys the body and shows that something is on its way.
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// After the content has changed: as tall as it needs, as soon as it is laid out.
    void fit();
    /// A caption above a field, tied to it for the keyboard and for screen readers.
    Label *addField(QVBoxLayout *column, QWidget *field);
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;
    void reject() override;

private:
    const Theme &m_theme;
    Label *m_title;
    QVBoxLayout *m_body;
    QWidget *m_bodyWidget;
    Banner *m_trouble;
    QProgressBar *m_progress;
    QHBoxLayout *m_buttons;
    bool m_busy = false;
};

} // namespace destek::ui
