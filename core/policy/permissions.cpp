#include "core/policy/permissions.h"

#include <QStringList>

namespace destek
{

namespace
{

constexpr RoleSet holders(Permission permission)
{
    switch (permission) {
    case Permission::ReadConversations:
        return {Role::Agent, Role::Supervisor, Role::PrivacyOfficer};
    case Permission::SendMessages:
        return {Role::Agent, Role::Supervisor};
    case Permission::AnswerOptOutQuestion:
        return {Role::Agent, Role::Supervisor, Role::PrivacyOfficer};
    case Permission::DecideUnknownOutcome:
        return {Role::Agent, Role::Supervisor};
    case Permission::RevealNumber:
        return {Role::Agent, Role::Supervisor, Role::PrivacyOfficer};
    case Permission::ExportSubject:
        return {Role::Supervisor, Role::PrivacyOfficer};
    case Permission::EraseSubject:
        return {Role::PrivacyOfficer};
    case Permission::SeeDestructionRecords:
        return {Role::Supervisor, Role::PrivacyOfficer};
    case Permission::ReadAudit:
        return {Role::Supervisor, Role::PrivacyOfficer};
    case Permission::ManageUsers:
        return {Role::Administrator};
    case Permission::PairConsoles:
        return {Role::Administrator};
    case Permission::SeeHealth:
        return {Role::Agent, Role::Supervisor, Role::PrivacyOfficer, Role::Administrator};
    case Permission::MakeBackups:
        return {Role::Administrator};
    case Permission::RecordStanding:
        return {Role::Agent, Role::Supervisor, Role::PrivacyOfficer};
    case Permission::ReadMessageHistory:
        return {Role::Supervisor, Role::PrivacyOfficer};
    case Permission::SeeChannel:
        return {Role::Supervisor, Role::Administrator};
    case Permission::ManageChannel:
        return {Role::Administrator};
    case Permission::ShareWork:
        return {Role::Agent, Role::Supervisor};
    case Permission::ManageTeam:
        return {Role::Supervisor, Role::Administrator};
    }
    return {};
}

} // namespace

bool may(RoleSet roles, Permission permission)
{
    return (roles.bits() & holders(permission).bits()) != 0;
}

bool needsStepUp(Permission permission)
{
    return permission == Permission::ExportSubject || permission == Permission::EraseSubject;
}

QString permissionMatrixMarkdown()
{
    QString text = QStringLiteral("| permission |");
    QString rule = QStringLiteral("|---|");
    for (const auto &[role, name] : enumNames(Role{})) {
        text += u' ' + QString(name) + QStringLiteral(" |");
        rule += QStringLiteral("---|");
    }
    text += u'\n' + rule + u'\n';
    for (const auto &[permission, name] : enumNames(Permission{})) {
        text += QStringLiteral("| ") + QString(name) +
                (needsStepUp(permission) ? QStringLiteral(" (password again)") : QString()) +
                QStringLiteral(" |");
        for (const auto &[role, roleName] : enumNames(Role{}))
            text +=
                may(RoleSet{role}, permission) ? QStringLiteral(" yes |") : QStringLiteral(" |");
        text += u'\n';
    }
    return text;
}

} // namespace destek
