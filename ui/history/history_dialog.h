#pragma once

#include "ui/kit/dialog.h"
#include "ui/shell/desk.h"

namespace destek::ui
{

/// Everything that happened to one message: its versions, every attempt and status with time,
/// Meta's codes in words, and the price. For supervisors; asking for it is logged.
class HistoryDialog : public Dialog
{
    Q_OBJECT
public:
    HistoryDialog(const Desk &desk, MessageId message, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void load();
    void fill();
    void addVersions();
    void addSteps();
    void addLine(TextRole role, Token color, const QString &text);

    Desk m_desk;
    MessageId m_message;
    std::optional<MessageHistory> m_history;
    QWidget *m_content;
    QVBoxLayout *m_lines;
    Button *m_close;
};

} // namespace destek::ui
