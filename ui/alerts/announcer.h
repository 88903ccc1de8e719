#pragma once

#include "models/alerts/alerts.h"
#include "ui/alerts/notifier.h"
#include "ui/media/chime.h"
#include "ui/shell/desk.h"

namespace destek::ui
{

class Whisper;

/// Says alerts in three layers: inside the window, by the operating system, by sound (lessons.md
/// no. 38). Outside the window nothing of customers is said unless the company allows it, and
/// never while locked. What one looks at already makes a sound only.
class Announcer : public QObject
{
    Q_OBJECT
public:
    Announcer(const Desk &desk, Whisper *whisper, QWidget *window);
    /// The two layers outside the window; they outlive it. Without them it speaks inside only.
    void setLayers(Notifier *notifier, Chime *chime);
    [[nodiscard]] Notifier *notifier() const { return m_notifier; }
    void setSound(bool on) { m_sound = on; }
    [[nodiscard]] bool hasSound() const { return m_sound; }
    [[nodiscard]] models::Alerts *alerts() { return &m_alerts; }
    /// Plays and shows what a new message would, and answers a sentence with how it went;
    /// `reached` is false if one of the layers is missing.
    struct Trial {
        QString sentence;
        bool reached = false;
    };
    Trial test();
    void tick(Instant now);

Q_SIGNALS:
    /// A message of the system or the strip was followed; invalid: the next task.
    void wanted(destek::ConversationId id);

private:
    void say(const models::Alert &alert);
    void saySystem(const models::Alert &alert);
    void play(const models::Alert &alert);
    void showWaiting();
    [[nodiscard]] bool isInFront() const;

    Desk m_desk;
    Notifier *m_notifier = nullptr;
    Chime *m_chime = nullptr;
    models::Alerts m_alerts;
    Whisper *m_whisper;
    QWidget *m_window;
    ConversationId m_said; ///< of the system's last message
    bool m_sound = true;
};

} // namespace destek::ui
