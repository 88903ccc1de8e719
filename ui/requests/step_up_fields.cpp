#include "ui/requests/step_up_fields.h"

#include "ui/kit/label.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>

namespace destek::ui
{

StepUpFields::StepUpFields(const Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk),
      m_passwordCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_password(new QLineEdit),
      m_codeCaption(new Label(*desk.theme, TextRole::SmallStrong, Token::TextMuted)),
      m_code(new QLineEdit)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->setHorizontalSpacing(12);
    grid->addWidget(m_passwordCaption, 0, 0);
    grid->addWidget(m_password, 1, 0);
    grid->addWidget(m_codeCaption, 0, 1);
    grid->addWidget(m_code, 1, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    for (Label *caption : {m_passwordCaption, m_codeCaption}) {
        caption->setWordWrap(true);
        caption->setAlignment(Qt::AlignLeft | Qt::AlignBottom); // next to its field
    }
    m_passwordCaption->setBuddy(m_password);
    m_codeCaption->setBuddy(m_code);
    m_password->setEchoMode(QLineEdit::Password);
    m_code->setMaxLength(6);
    connect(m_password, &QLineEdit::textChanged, this, &StepUpFields::edited);
    retranslate();
}

bool StepUpFields::isFilled() const
{
    return !m_password->text().isEmpty();
}

void StepUpFields::confirm(std::function<void(std::optional<ApiError>)> then)
{
    const Secret password(m_password->text().toUtf8());
    const Secret code(m_code->text().trimmed().toUtf8());
    m_desk.session->stepUp(password, code,
                           {this, [then = std::move(then)](const net::Answer<Instant> &answer) {
                                then(answer ? std::nullopt : std::optional(answer.error()));
                            }});
}

void StepUpFields::clear()
{
    m_password->clear();
    m_code->clear();
}

void StepUpFields::retranslate()
{
    m_passwordCaption->setText(tr("Your password, once more"));
    m_codeCaption->setText(tr("Verification code, if used"));
    m_password->setAccessibleName(m_passwordCaption->text());
    m_code->setAccessibleName(m_codeCaption->text());
}

void StepUpFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace destek::ui
