#pragma once

#include "core/base/secret.h"
#include "core/wire/api_error.h"
#include "ui/shell/desk.h"

#include <QWidget>

#include <functional>

class QLineEdit;

namespace destek::ui
{

class Label;

/// The password asked again for a grave act, and the six-digit code if the account has one.
class StepUpFields : public QWidget
{
    Q_OBJECT
public:
    explicit StepUpFields(const Desk &desk, QWidget *parent = nullptr);
    [[nodiscard]] bool isFilled() const;
    [[nodiscard]] QLineEdit *password() const { return m_password; }
    /// Answers once: nullopt = done.
    void confirm(std::function<void(std::optional<ApiError>)> then);
    void clear();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    Desk m_desk;
    Label *m_passwordCaption;
    QLineEdit *m_password;
    Label *m_codeCaption;
    QLineEdit *m_code;
};

} // namespace destek::ui
