#pragma once

#include "core/text/dates.h"
#include "models/session/audit_witness.h"
#include "net/api/secret_store.h"
#include "net/api/session_api.h"
#include "ui/commands/commands.h"
#include "ui/composer/writing_habits.h"
#include "ui/theme/theme.h"

#include <QSettings>

#include <optional>

namespace destek::app
{

/// light, dark, contrast or system.
[[nodiscard]] std::optional<ui::ThemeName> themeNamed(QStringView word);

/// What the console remembers between runs, in PROFILE/destek.ini. No customer data and no
/// secret: the device token stays in the SecretStore.
class Settings final : public models::AuditMemory
{
public:
    explicit Settings(const QString &profile);

    [[nodiscard]] text::Language language() const;
    void setLanguage(text::Language language);
    [[nodiscard]] ui::ThemeName theme() const;
    void setTheme(ui::ThemeName theme);
    [[nodiscard]] int zoom() const;
    void setZoom(int percent);
    [[nodiscard]] QByteArray geometry() const;
    [[nodiscard]] QByteArray layout() const;
    void setGeometry(const QByteArray &geometry, const QByteArray &layout);
    [[nodiscard]] QString userName() const;
    void setUserName(const QString &name);
    /// Do customers see that this agent has read, and is typing? (facts/whatsapp.md 4.1)
    [[nodiscard]] bool tellsRead() const;
    void setTellsRead(bool tells);
    [[nodiscard]] bool showsTyping() const;
    void setShowsTyping(bool shows);
    /// Seconds that messages of this agent wait before they go out; per agent of the server.
    [[nodiscard]] int undoHold(AgentId agent) const;
    void setUndoHold(AgentId agent, int seconds);
    /// Minutes without a touch until the console locks itself.
    [[nodiscard]] int idleMinutes() const;
    void setIdleMinutes(int minutes);
    [[nodiscard]] bool alertSound() const;
    void setAlertSound(bool on);
    /// Alerts were tried on this computer, and reached.
    [[nodiscard]] bool alertsTested() const;
    void setAlertsTested();
    /// Emoji used lately, skin tone, languages of the spelling: both unless switched off.
    [[nodiscard]] ui::WritingHabits writingHabits() const;
    void setWritingHabits(const ui::WritingHabits &habits);
    /// Keys that the user has changed.
    [[nodiscard]] ui::KeyMap keys() const;
    void setKeys(const ui::KeyMap &keys);
    /// True: what this console is paired with is the try-out in its own profile.
    [[nodiscard]] bool isTryOut() const;

    [[nodiscard]] std::optional<net::Pairing> pairing(const net::SecretStore &secrets) const;
    void setPairing(const net::Pairing &pairing, bool tryOut);
    void forgetPairing();

    // AuditMemory, per daemon
    [[nodiscard]] Seen read() const override;
    void write(const Seen &seen) override;

private:
    mutable QSettings m_ini;
};

} // namespace destek::app
