#pragma once

#include "ui/alerts/notifier.h"
#include "ui/commands/commands.h"
#include "ui/theme/theme.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace destek::app
{

/// The sign in the system tray, with the number of people who wait, and messages from there.
class TrayNotifier final : public ui::Notifier
{
    Q_OBJECT
public:
    /// Its menu shows these commands, as far as they exist.
    TrayNotifier(const ui::Theme *theme, ui::Commands *commands);
    /// Nothing is shown before.
    void open();
    [[nodiscard]] bool showsMessages() const override;
    [[nodiscard]] bool hasSign() const override;
    void show(const QString &title, const QString &text) override;
    void setWaiting(int people, const QString &words) override;

private:
    void paint();
    const ui::Theme *m_theme;
    ui::Commands *m_commands;
    QMenu m_menu;
    QSystemTrayIcon m_tray;
    int m_people = 0;
};

} // namespace destek::app
