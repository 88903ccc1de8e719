#include "ui/signin/signin_pages.h"

#include "models/format/words.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/painted_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

Label *caption(const Theme &theme, QWidget *field, QVBoxLayout *column)
{
    auto *label = new Label(theme, TextRole::SmallStrong, Token::TextMuted);
    label->setBuddy(field);
    column->addWidget(label);
    column->addSpacing(3);
    column->addWidget(field);
    column->addSpacing(9);
    return label;
}

/// A white sheet in the middle of the window.
class Sheet : public QWidget
{
public:
    explicit Sheet(const Theme &theme) : m_theme(theme) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(m_theme.color(Token::Surface));
        painter.setPen(m_theme.color(Token::Line));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }

private:
    const Theme &m_theme;
};

} // namespace

SignInPages::SignInPages(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Window, {}, parent), m_desk(desk), m_stack(new QStackedWidget),
      m_brand(new Label(*desk.theme, TextRole::Headline, Token::Accent)),
      m_language(new Button(*desk.theme, Button::Kind::Link)), m_progress(new QProgressBar),
      m_progressText(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_note(new Banner(*desk.theme)), m_problem(new Banner(*desk.theme)),
      m_secrets(new Label(*desk.theme, TextRole::Small, Token::TextFaint)),
      m_waiting(new Label(*desk.theme, TextRole::Small, Token::TextMuted))
{
    auto *sheet = new Sheet(*desk.theme);
    sheet->setFixedWidth(desk.theme->px(480));
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(32, 26, 32, 26);
    column->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->addWidget(m_brand, 1);
    head->addWidget(m_language);
    column->addLayout(head);
    column->addWidget(m_note);
    m_stack->addWidget(buildChoice());
    m_stack->addWidget(buildLink());
    m_stack->addWidget(buildSignIn());
    column->addWidget(m_stack);
    column->addWidget(m_problem);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(3);
    column->addWidget(m_progressText);
    column->addWidget(m_progress);
    m_progressText->setWordWrap(true);
    column->addWidget(m_waiting);
    m_waiting->setWordWrap(true);
    column->addWidget(m_secrets);
    m_secrets->setWordWrap(true);
    m_secrets->hide();

    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(sheet);
    across->addStretch(1);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addLayout(across);
    outer->addStretch(3);

    m_note->hide();
    m_problem->hide();
    connect(m_language, &QPushButton::clicked, this,
            [this] { Q_EMIT languageRequested(!m_desk.speech->isTurkish()); });
    settle();
    retranslate();
    go(Page::Choice);
}

QWidget *SignInPages::buildChoice()
{
    const Theme &theme = *m_desk.theme;
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    m_choiceTitle = new Label(theme, TextRole::Title, Token::Text);
    m_choiceIntro = new Label(theme, TextRole::Body, Token::TextMuted);
    m_tryTitle = new Label(theme, TextRole::Strong, Token::Text);
    m_tryText = new Label(theme, TextRole::Body, Token::TextMuted);
    m_serverTitle = new Label(theme, TextRole::Strong, Token::Text);
    m_serverText = new Label(theme, TextRole::Body, Token::TextMuted);
    m_try = new Button(theme, Button::Kind::Primary);
    m_toLink = new Button(theme, Button::Kind::Normal);
    m_try->setGlyph(Glyph::Computer);
    m_toLink->setGlyph(Glyph::Link);
    for (Label *label : {m_choiceIntro, m_tryText, m_serverText})
        label->setWordWrap(true);
    column->addWidget(m_choiceTitle);
    column->addWidget(m_choiceIntro);
    column->addSpacing(16);
    column->addWidget(m_tryTitle);
    column->addWidget(m_tryText);
    column->addSpacing(5);
    column->addWidget(m_try);
    column->addSpacing(18);
    column->addWidget(m_serverTitle);
    column->addWidget(m_serverText);
    column->addSpacing(5);
    column->addWidget(m_toLink);
    column->addStretch(1);
    connect(m_try, &QPushButton::clicked, this, &SignInPages::tryOutRequested);
    connect(m_toLink, &QPushButton::clicked, this, [this] { go(Page::Link); });
    return page;
}

QWidget *SignInPages::buildLink()
{
    const Theme &theme = *m_desk.theme;
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_linkTitle = new Label(theme, TextRole::Title, Token::Text);
    m_linkIntro = new Label(theme, TextRole::Body, Token::TextMuted);
    m_linkIntro->setWordWrap(true);
    m_link = new QLineEdit;
    m_link->setMaxLength(2000);
    column->addWidget(m_linkTitle);
    column->addSpacing(5);
    column->addWidget(m_linkIntro);
    column->addSpacing(16);
    m_linkCaption = caption(theme, m_link, column);
    auto *row = new QHBoxLayout;
    m_back = new Button(theme, Button::Kind::Link);
    m_pair = new Button(theme, Button::Kind::Primary);
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_pair);
    column->addSpacing(6);
    column->addLayout(row);
    column->addStretch(1);
    connect(m_back, &QPushButton::clicked, this, [this] { go(Page::Choice); });
    connect(m_link, &QLineEdit::textChanged, this, &SignInPages::check);
    connect(m_link, &QLineEdit::returnPressed, m_pair, &QPushButton::click);
    connect(m_pair, &QPushButton::clicked, this, [this] {
        m_problem->hide();
        Q_EMIT pairRequested(m_link->text().trimmed());
    });
    return page;
}

QWidget *SignInPages::buildSignIn()
{
    const Theme &theme = *m_desk.theme;
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_signInTitle = new Label(theme, TextRole::Title, Token::Text);
    m_signInTitle->setElided(true);
    m_signInServer = new Label(theme, TextRole::Body, Token::TextMuted);
    m_signInServer->setElided(true);
    m_user = new QLineEdit;
    m_user->setMaxLength(64);
    m_password = new QLineEdit;
    m_password->setMaxLength(256);
    m_password->setEchoMode(QLineEdit::Password);
    m_code = new QLineEdit;
    m_code->setMaxLength(6);
    m_code->setFixedWidth(theme.px(140));
    m_code->setInputMethodHints(Qt::ImhDigitsOnly);
    column->addWidget(m_signInTitle);
    column->addSpacing(3);
    column->addWidget(m_signInServer);
    column->addSpacing(18);
    m_userCaption = caption(theme, m_user, column);
    m_passwordCaption = caption(theme, m_password, column);
    m_codeCaption = caption(theme, m_code, column);
    auto *row = new QHBoxLayout;
    m_other = new Button(theme, Button::Kind::Link);
    m_signIn = new Button(theme, Button::Kind::Primary);
    row->addWidget(m_other);
    row->addStretch(1);
    row->addWidget(m_signIn);
    column->addSpacing(8);
    column->addLayout(row);
    column->addStretch(1);
    // Tab goes from the fields to the button that uses them.
    for (QLineEdit *field : {m_user, m_password, m_code}) {
        connect(field, &QLineEdit::textChanged, this, &SignInPages::check);
        connect(field, &QLineEdit::returnPressed, this, &SignInPages::submit);
    }
    connect(m_signIn, &QPushButton::clicked, this, &SignInPages::submit);
    connect(m_other, &QPushButton::clicked, this, &SignInPages::otherServerRequested);
    return page;
}

void SignInPages::go(Page page)
{
    m_page = page;
    settle();
    sayWaiting();
    m_problem->hide();
    m_note->hide();
    // The sheet is as tall as the page it shows.
    for (int i = 0; i < m_stack->count(); ++i)
        m_stack->widget(i)->setSizePolicy(
            QSizePolicy::Preferred, i == int(page) ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_stack->setCurrentIndex(int(page));
    m_stack->adjustSize();
    check();
    if (page == Page::Link)
        m_link->setFocus();
    else if (page == Page::SignIn)
        (m_user->text().isEmpty() ? m_user : m_password)->setFocus();
    else
        (m_tryOut ? m_try : m_toLink)->setFocus();
}

void SignInPages::showFirstStart()
{
    go(Page::Choice);
}

void SignInPages::showSignIn(const QString &organisation, const QString &server,
                             const QString &userName)
{
    m_organisation = organisation;
    m_server = server;
    m_user->setText(userName);
    m_password->clear();
    m_code->clear();
    retranslate();
    go(Page::SignIn);
}

void SignInPages::showProgress(const QString &sentence)
{
    m_problem->hide();
    m_progressSentence = sentence;
    m_progressText->setText(sentence);
    m_progressText->setVisible(!sentence.isEmpty());
    m_progress->show();
    m_stack->setEnabled(false);
}

void SignInPages::settle()
{
    m_stack->setEnabled(true);
    m_progress->hide();
    m_progressText->hide();
    check();
}

void SignInPages::showProblem(const QString &sentence)
{
    settle();
    m_problem->say(Tone::Bad, sentence);
    m_problem->show();
    if (m_page == Page::SignIn) {
        m_password->selectAll();
        m_password->setFocus();
    }
}

void SignInPages::showProblem(const ApiError &error)
{
    const QString what = words::apiErrorSentence(error);
    switch (error.code) {
    case ApiErrorCode::WrongCredentials:
        showProblem(tr("%1 The user name is kept here; please type the password again.").arg(what));
        break;
    case ApiErrorCode::Unreachable:
    case ApiErrorCode::Timeout:
    case ApiErrorCode::Busy:
    case ApiErrorCode::BadAnswer:
    case ApiErrorCode::Internal:
        showProblem(tr("%1 Nothing was changed; please try again in a moment.").arg(what));
        break;
    default:
        showProblem(what);
        break;
    }
    if (error.code == ApiErrorCode::SecondFactorNeeded)
        m_code->setFocus();
}

void SignInPages::showNote(const QString &sentence)
{
    m_note->say(Tone::Calm, sentence);
    m_note->setGlyph(Glyph::Lock);
    m_note->setVisible(!sentence.isEmpty());
}

void SignInPages::setWaitingUntil(std::optional<Instant> latest)
{
    m_waitingUntil = latest;
    sayWaiting();
}

void SignInPages::sayWaiting()
{
    const bool here = m_waitingUntil && m_page == Page::SignIn;
    m_waiting->setVisible(here);
    if (here)
        m_waiting->setText(
            tr("Messages and drafts written offline wait on this computer, encrypted, "
               "each for whoever wrote them: nobody else can read or send them. "
               "Their writers find them again when they sign in. What nobody claims "
               "is deleted on %1.")
                .arg(words::dateTime(*m_waitingUntil)));
}

QString SignInPages::waitingNote() const
{
    return m_waiting->isVisibleTo(this) ? m_waiting->text() : QString();
}

void SignInPages::setSecretsNote(const QString &sentence)
{
    m_secrets->setText(sentence);
    m_secrets->setVisible(!sentence.isEmpty());
}

void SignInPages::setTryOutPossible(bool possible)
{
    m_tryOut = possible;
    retranslate();
}

QString SignInPages::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->sentence();
}

void SignInPages::check()
{
    // Called while the pages are still being built, too.
    if (m_stack->count() < 3)
        return;
    m_pair->setEnabled(m_link->text().trimmed().startsWith(QStringLiteral("destek://")));
    m_signIn->setEnabled(!m_user->text().trimmed().isEmpty() && !m_password->text().isEmpty());
}

void SignInPages::submit()
{
    if (!m_signIn->isEnabled())
        return;
    m_problem->hide();
    m_note->hide();
    Q_EMIT signInRequested(m_user->text().trimmed(), Secret(m_password->text().toUtf8()),
                           Secret(m_code->text().trimmed().toUtf8()));
}

void SignInPages::retranslate()
{
    sayWaiting();
    m_brand->setText(QStringLiteral("Destek"));
    m_language->setText(m_desk.speech->isTurkish() ? QStringLiteral("English")
                                                   : QStringLiteral("Türkçe"));
    m_choiceTitle->setText(tr("Welcome"));
    m_choiceIntro->setText(tr(
        "Answer your WhatsApp customers from one inbox and keep every record in your own hands."));
    m_tryTitle->setText(tr("Try it out"));
    m_tryText->setText(
        m_tryOut ? tr("Starts a small server with invented customers on this computer. "
                      "Nothing leaves it, and closing the window ends it.")
                 : tr("The two programs for trying out are not installed beside this one."));
    m_try->setText(tr("Try on this computer"));
    m_try->setEnabled(m_tryOut);
    m_serverTitle->setText(tr("Use it at work"));
    m_serverText->setText(
        tr("Your administrator gives you a pairing link for your organisation's server."));
    m_toLink->setText(tr("Connect to a server"));

    m_linkTitle->setText(tr("Connect to a server"));
    m_linkIntro->setText(tr(
        "Paste the pairing link your administrator sent you. It works once, for a short time; the "
        "server is checked against it before anything is sent."));
    m_linkCaption->setText(tr("Pairing link"));
    m_link->setPlaceholderText(QStringLiteral("destek://"));
    m_link->setAccessibleName(tr("Pairing link"));
    m_back->setText(tr("Back"));
    m_pair->setText(tr("Connect"));

    m_signInTitle->setText(m_organisation.isEmpty()
                               ? tr("Sign in")
                               : tr("Sign in: %1").arg(isolatedName(m_organisation)));
    m_signInServer->setText(m_server);
    m_userCaption->setText(tr("User name"));
    m_passwordCaption->setText(tr("Password"));
    m_codeCaption->setText(tr("Verification code, if used"));
    m_user->setAccessibleName(tr("User name"));
    m_password->setAccessibleName(tr("Password"));
    m_code->setAccessibleName(tr("Verification code, six digits"));
    m_other->setText(tr("Another server…"));
    m_signIn->setText(tr("Sign in"));
}

void SignInPages::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
