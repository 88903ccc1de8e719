#pragma once

#include "core/base/instant.h"
#include "core/domain/enum_names.h"
#include "core/domain/ids.h"

#include <QList>
#include <QString>

namespace destek
{

enum class Role : quint8 { Agent, Supervisor, PrivacyOfficer, Administrator };
constexpr auto enumNames(Role)
{
    return std::array{DESTEK_NAME(Role::Agent, "agent"),
                      DESTEK_NAME(Role::Supervisor, "supervisor"),
                      DESTEK_NAME(Role::PrivacyOfficer, "privacy_officer"),
                      DESTEK_NAME(Role::Administrator, "administrator")};
}

/// The roles one person holds; usually one.
class RoleSet
{
public:
    constexpr RoleSet() = default;
    constexpr RoleSet(std::initializer_list<Role> roles)
    {
        for (Role role : roles)
            m_bits |= bit(role);
    }
    [[nodiscard]] constexpr bool has(Role role) const { return (m_bits & bit(role)) != 0; }
    constexpr void add(Role role) { m_bits |= bit(role); }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] constexpr quint8 bits() const { return m_bits; }
    bool operator==(const RoleSet &) const = default;
    /// Comma-separated wire names, in the order of the enum: how tables and JSON hold them.
    [[nodiscard]] QString toString() const;
    /// Unknown words are ignored: unknown grants nothing.
    [[nodiscard]] static RoleSet fromString(const QString &text);

private:
    static constexpr quint8 bit(Role role) { return quint8(1u << quint8(role)); }
    quint8 m_bits = 0;
};

/// Who is signed in, as the console knows it.
struct AgentView {
    AgentId id;
    QString userName;
    QString displayName;
    RoleSet roles;
};

/// Who does something, as the daemon knows it; every use case takes one.
struct Actor {
    AgentId agent;
    DeviceId device;
    QString name;        ///< user name, for the audit log: staff, not customers
    QString displayName; ///< what colleagues see on the bubble
    RoleSet roles;
    Instant steppedUpUntil; ///< password given again for grave acts; null if not

    /// The daemon itself acting on its own motion (jobs, policy).
    [[nodiscard]] static Actor system()
    {
        Actor actor;
        actor.name = QStringLiteral("destekd");
        return actor;
    }
};

} // namespace destek
