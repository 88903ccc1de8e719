#pragma once

#include "models/alerts/alerts.h"
#include "ui/kit/banner.h"
#include "ui/shell/desk.h"

namespace destek::ui
{

class Button;

/// Stands above everything from the first repeat on until somebody acts: people wait, and nobody
/// has taken them (lessons.md no. 38). Spoken only when somebody joins them.
class WaitingStrip : public Banner
{
    Q_OBJECT
public:
    explicit WaitingStrip(const Desk &desk, QWidget *parent = nullptr);
    /// Whose repeats it shows; they outlive it.
    void follow(const models::Alerts *alerts);
    [[nodiscard]] bool isWanted() const { return m_overdue.count > 0; }
    [[nodiscard]] Button *button() const { return m_open; }
    void refresh();

Q_SIGNALS:
    void wantedChanged();
    /// Who has waited longest is to be opened.
    void conversationWanted(destek::ConversationId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString standing() const;

    Desk m_desk;
    const models::Alerts *m_alerts = nullptr;
    models::Alerts::Overdue m_overdue;
    QSet<ConversationId> m_said; ///< who was spoken of
    Button *m_open;
};

} // namespace destek::ui
