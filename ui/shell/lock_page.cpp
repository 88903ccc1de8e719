#include "ui/shell/lock_page.h"

#include "models/format/words.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/painted_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace destek::ui
{

namespace
{

constexpr int kWide = 400;

} // namespace

LockPage::LockPage(const Desk &desk, QWidget *parent)
    : Panel(*desk.theme, Token::Window, {}, parent), m_desk(desk),
      m_title(new Label(*desk.theme, TextRole::Headline, Token::Text)),
      m_text(new Label(*desk.theme, TextRole::Body, Token::TextMuted)),
      m_news(new Label(*desk.theme, TextRole::Strong, Token::Text)),
      m_problem(new Banner(*desk.theme)),
      m_passwordCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_password(new QLineEdit),
      m_codeCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_code(new QLineEdit), m_signOut(new Button(*desk.theme, Button::Kind::Flat)),
      m_unlock(new Button(*desk.theme, Button::Kind::Primary))
{
    build();
    m_password->setEchoMode(QLineEdit::Password);
    m_code->setMaxLength(6);
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &LockPage::submit);
    connect(m_code, &QLineEdit::returnPressed, this, &LockPage::submit);
    connect(m_signOut, &QPushButton::clicked, this, &LockPage::signOutRequested);
    connect(desk.state, &models::ConsoleState::unlockFailed, this, &LockPage::showProblem);
    connect(desk.state, &models::ConsoleState::customerWroteWhileLocked, this, [this] {
        ++m_arrived;
        retranslate();
    });
    retranslate();
}

void LockPage::build()
{
    auto *form = new QWidget;
    form->setFixedWidth(kWide);
    auto *column = new QVBoxLayout(form);
    column->setSpacing(6);
    for (Label *label : {m_title, m_text, m_news}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addSpacing(10);
    column->addWidget(m_problem);
    column->addWidget(m_passwordCaption);
    column->addWidget(m_password);
    column->addWidget(m_codeCaption);
    column->addWidget(m_code);
    column->addSpacing(10);
    m_passwordCaption->setBuddy(m_password);
    m_codeCaption->setBuddy(m_code);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_signOut);
    buttons->addStretch(1);
    buttons->addWidget(m_unlock);
    column->addLayout(buttons);
    m_unlock->setGlyph(Glyph::Lock);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(form);
    middle->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->addStretch(2);
    all->addLayout(middle);
    all->addStretch(3);
}

void LockPage::begin(bool idle)
{
    m_idle = idle;
    m_arrived = 0;
    end();
    retranslate();
    m_password->setFocus(Qt::OtherFocusReason);
}

void LockPage::end()
{
    m_password->clear();
    m_code->clear();
    m_problem->hide();
    setBusy(false);
}

QString LockPage::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->sentence();
}

void LockPage::submit()
{
    if (m_password->text().isEmpty() || !m_unlock->isEnabled())
        return m_password->setFocus(Qt::OtherFocusReason);
    m_problem->hide();
    setBusy(true);
    const Secret password(m_password->text().toUtf8());
    const Secret code(m_code->text().trimmed().toUtf8());
    m_password->clear();
    m_code->clear();
    Q_EMIT unlockRequested(password, code);
}

void LockPage::setBusy(bool busy)
{
    m_unlock->setEnabled(!busy);
    m_password->setEnabled(!busy);
    m_code->setEnabled(!busy);
}

void LockPage::showProblem(const ApiError &error)
{
    setBusy(false);
    m_problem->say(Tone::Bad, error.code == ApiErrorCode::WrongCredentials
                                  ? tr("The password or the code is not right.")
                                  : words::apiErrorSentence(error));
    m_problem->show();
    m_password->setFocus(Qt::OtherFocusReason);
}

void LockPage::retranslate()
{
    const QString name = m_desk.state->agent().displayName;
    m_title->setText(tr("Screen locked"));
    const QString why = m_idle ? tr("Nobody was at this console for a while. Your drafts are kept.")
                               : tr("Your drafts are kept.");
    m_text->setText(name.isEmpty()
                        ? why
                        : tr("Signed in: %1.").arg(isolatedName(name)) + QLatin1Char(' ') + why);
    m_news->setVisible(m_arrived > 0);
    m_news->setText(tr("%n new message(s) since the screen was locked", nullptr, m_arrived));
    m_passwordCaption->setText(tr("Your password"));
    m_password->setAccessibleName(m_passwordCaption->text());
    m_codeCaption->setText(tr("Verification code, if used"));
    m_code->setAccessibleName(m_codeCaption->text());
    m_unlock->setText(tr("Unlock"));
    m_signOut->setText(tr("Sign out"));
}

void LockPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace destek::ui
