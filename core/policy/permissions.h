#pragma once

#include "core/domain/agent.h"

#include <QString>

/// Who may do what. One table; every endpoint names the permission it needs, an endpoint
/// without one does not exist, and docs/roles.md is printed from here. Unknown means no.
namespace destek
{

enum class Permission : quint8 {
    ReadConversations, ///< inbox, threads, person pane, search: content
    SendMessages,
    AnswerOptOutQuestion,
    DecideUnknownOutcome,
    RevealNumber,  ///< asks for a reason, audited first
    ExportSubject, ///< step-up
    EraseSubject,  ///< step-up
    SeeDestructionRecords,
    ReadAudit,
    ManageUsers,
    PairConsoles,
    SeeHealth,
    MakeBackups,
    RecordStanding,     ///< what a person said about our messages elsewhere (e-mail, call)
    ReadMessageHistory, ///< former texts of edited and withdrawn messages, every attempt
    SeeChannel,         ///< numbers, limits, prices, alerts
    ManageChannel,      ///< acknowledges alerts, thaws templates, asks for a fresh list
    ShareWork,          ///< claims, hands over, snoozes, resolves, labels, notes, drafts, fields
    ManageTeam,         ///< labels, quick replies, shared views, rules of assignment
};
constexpr auto enumNames(Permission)
{
    using P = Permission;
    return std::array{DESTEK_NAME(P::ReadConversations, "read_conversations"),
                      DESTEK_NAME(P::SendMessages, "send_messages"),
                      DESTEK_NAME(P::AnswerOptOutQuestion, "answer_opt_out_question"),
                      DESTEK_NAME(P::DecideUnknownOutcome, "decide_unknown_outcome"),
                      DESTEK_NAME(P::RevealNumber, "reveal_number"),
                      DESTEK_NAME(P::ExportSubject, "export_subject"),
                      DESTEK_NAME(P::EraseSubject, "erase_subject"),
                      DESTEK_NAME(P::SeeDestructionRecords, "see_destruction_records"),
                      DESTEK_NAME(P::ReadAudit, "read_audit"),
                      DESTEK_NAME(P::ManageUsers, "manage_users"),
                      DESTEK_NAME(P::PairConsoles, "pair_consoles"),
                      DESTEK_NAME(P::SeeHealth, "see_health"),
                      DESTEK_NAME(P::MakeBackups, "make_backups"),
                      DESTEK_NAME(P::RecordStanding, "record_standing"),
                      DESTEK_NAME(P::ReadMessageHistory, "read_message_history"),
                      DESTEK_NAME(P::SeeChannel, "see_channel"),
                      DESTEK_NAME(P::ManageChannel, "manage_channel"),
                      DESTEK_NAME(P::ShareWork, "share_work"),
                      DESTEK_NAME(P::ManageTeam, "manage_team")};
}

[[nodiscard]] bool may(RoleSet roles, Permission permission);

/// Grave acts ask for the password again, at most kStepUpLasts earlier.
[[nodiscard]] bool needsStepUp(Permission permission);
constexpr Duration kStepUpLasts = std::chrono::minutes(5);

/// The matrix as a Markdown table, roles across; what docs/roles.md holds.
[[nodiscard]] QString permissionMatrixMarkdown();

} // namespace destek
