#pragma once

#include "core/text/dates.h"
#include "models/session/audit_witness.h"
#include "net/api/secret_store.h"
#include "net/api/session_api.h"
#include "ui/theme/theme.h"

#include <QSettings>

#include <optional>

namespace destek::app
{

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
