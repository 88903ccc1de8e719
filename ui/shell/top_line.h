#pragma once

#include "ui/kit/panel.h"
#include "ui/shell/desk.h"

namespace destek::ui
{

class Button;
class Label;
class PresenceButton;

enum class Screen : quint8 { Inbox, Logs, Records, Channel, Team };

/// Navigation and the honest line: is what one sees true, and does the channel work?
class TopLine : public Panel
{
    Q_OBJECT
public:
    explicit TopLine(const Desk &desk, QWidget *parent = nullptr);
    void setScreen(Screen screen);
    /// Shows only what the role may open.
    void applyRoles();
    void setHealth(const std::optional<net::ChannelHealth> &health);
    /// What WhatsApp reported and nobody has seen yet; 0 shows no number.
    void setOpenAlerts(int alerts);
    void refresh();
    [[nodiscard]] QString connectivity() const;
    [[nodiscard]] PresenceButton *presence() const { return m_presence; }

Q_SIGNALS:
    void screenChosen(destek::ui::Screen screen);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Light;
    void retranslate();
    Desk m_desk;
    std::optional<net::ChannelHealth> m_health;
    Button *m_inbox;
    Button *m_logs;
    Button *m_records;
    Button *m_account;
    Button *m_team;
    int m_alerts = 0;
    PresenceButton *m_presence;
    Light *m_channelLight;
    Label *m_channel;
    Light *m_feedLight;
    Label *m_feed;
};

} // namespace destek::ui
