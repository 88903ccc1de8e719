#pragma once

#include "core/base/instant.h"
#include "core/base/secret.h"
#include "core/wire/api_error.h"
#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QStackedWidget;

namespace destek::ui
{

class Banner;
class Button;
class Label;

/// Everything before the inbox: the first start, pairing by link, signing in. Knows no token; the
/// application acts on what is asked for and says how it went.
class SignInPages : public Panel
{
    Q_OBJECT
public:
    explicit SignInPages(const Desk &desk, QWidget *parent = nullptr);

    void showFirstStart();
    /// `server` and `organisation` as the pairing has them.
    void showSignIn(const QString &organisation, const QString &server, const QString &userName);
    /// Something is on its way; fields wait.
    void showProgress(const QString &sentence);
    void showProblem(const QString &sentence);
    void showProblem(const ApiError &error);
    /// Said above the sign-in form: why one is here again.
    void showNote(const QString &sentence);
    /// Where this computer keeps the device's secret; empty if the keychain has it.
    void setSecretsNote(const QString &sentence);
    /// Messages that somebody wrote offline wait here, sealed; nullopt: none do.
    void setWaitingUntil(std::optional<Instant> latest);
    [[nodiscard]] QString waitingNote() const;
    void setTryOutPossible(bool possible);
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void tryOutRequested();
    void pairRequested(const QString &link);
    void signInRequested(const QString &userName, const destek::Secret &password,
                         const destek::Secret &code);
    void otherServerRequested();
    void languageRequested(bool turkish);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Page : quint8 { Choice, Link, SignIn };
    QWidget *buildChoice();
    QWidget *buildLink();
    QWidget *buildSignIn();
    void go(Page page);
    void settle();
    void sayWaiting();
    void retranslate();
    void check();
    void submit();

    Desk m_desk;
    Page m_page = Page::Choice;
    bool m_tryOut = true;
    QString m_organisation;
    QString m_server;
    QString m_progressSentence;
    QStackedWidget *m_stack;
    Label *m_brand;
    Button *m_language;
    QProgressBar *m_progress;
    Label *m_progressText;
    Banner *m_note;
    Banner *m_problem;
    Label *m_secrets;
    Label *m_waiting;
    std::optional<Instant> m_waitingUntil;

    Label *m_choiceTitle;
    Label *m_choiceIntro;
    Label *m_tryTitle;
    Label *m_tryText;
    Button *m_try;
    Label *m_serverTitle;
    Label *m_serverText;
    Button *m_toLink;

    Label *m_linkTitle;
    Label *m_linkIntro;
    Label *m_linkCaption;
    QLineEdit *m_link;
    Button *m_back;
    Button *m_pair;

    Label *m_signInTitle;
    Label *m_signInServer;
    Label *m_userCaption;
    QLineEdit *m_user;
    Label *m_passwordCaption;
    QLineEdit *m_password;
    Label *m_codeCaption;
    QLineEdit *m_code;
    Button *m_other;
    Button *m_signIn;
};

} // namespace destek::ui
