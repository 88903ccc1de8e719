#pragma once

#include "core/base/secret.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

class QLineEdit;

namespace destek::ui
{

class Banner;
class Button;
class Label;

/// What a locked console shows: whose it is, how many messages came in, and the way back. Nothing
/// of customers.
class LockPage : public Panel
{
    Q_OBJECT
public:
    explicit LockPage(const Desk &desk, QWidget *parent = nullptr);
    /// Locked now, by hand or because nobody was here.
    void begin(bool idle);
    void end();
    [[nodiscard]] QLineEdit *password() const { return m_password; }
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void unlockRequested(const destek::Secret &password, const destek::Secret &code);
    void signOutRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void submit();
    void showProblem(const ApiError &error);
    void setBusy(bool busy);

    Desk m_desk;
    int m_arrived = 0;
    bool m_idle = false;
    Label *m_title;
    Label *m_text;
    Label *m_news;
    Banner *m_problem;
    Label *m_passwordCaption;
    QLineEdit *m_password;
    Label *m_codeCaption;
    QLineEdit *m_code;
    Button *m_signOut;
    Button *m_unlock;
};

} // namespace destek::ui
