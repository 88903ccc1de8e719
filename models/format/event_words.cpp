// Words of the audit log and of roles.
#include "models/format/table.h"
#include "models/format/words.h"

using namespace Qt::StringLiterals;

namespace destek::words
{

namespace
{

using A = AuditAction;
const Row<A> kActions[]{
    {A::DaemonStarted, QT_TRANSLATE_NOOP("destek", "The server started")},
    {A::DaemonStopped, QT_TRANSLATE_NOOP("destek", "The server stopped")},
    {A::SetupCompleted, QT_TRANSLATE_NOOP("destek", "First administrator set up")},
    {A::UserAdded, QT_TRANSLATE_NOOP("destek", "User added")},
    {A::UserChanged, QT_TRANSLATE_NOOP("destek", "User changed")},
    {A::DevicePairingOffered, QT_TRANSLATE_NOOP("destek", "Pairing code made")},
    {A::DevicePaired, QT_TRANSLATE_NOOP("destek", "Console paired")},
    {A::DeviceRevoked, QT_TRANSLATE_NOOP("destek", "Console revoked")},
    {A::SignedIn, QT_TRANSLATE_NOOP("destek", "Signed in")},
    {A::SignInFailed, QT_TRANSLATE_NOOP("destek", "Sign-in failed")},
    {A::SignedOut, QT_TRANSLATE_NOOP("destek", "Signed out")},
    {A::SteppedUp, QT_TRANSLATE_NOOP("destek", "Password given again")},
    {A::InboxRead, QT_TRANSLATE_NOOP("destek", "Inbox read")},
    {A::ThreadRead, QT_TRANSLATE_NOOP("destek", "Conversation read")},
    {A::PersonRead, QT_TRANSLATE_NOOP("destek", "Person's details read")},
    {A::NumberRevealed, QT_TRANSLATE_NOOP("destek", "Full number shown")},
    {A::SearchRun, QT_TRANSLATE_NOOP("destek", "Search")},
    {A::MessageQueued, QT_TRANSLATE_NOOP("destek", "Message written")},
    {A::MessageRefused, QT_TRANSLATE_NOOP("destek", "Message refused")},
    {A::MessageSendStarted, QT_TRANSLATE_NOOP("destek", "Message handed to WhatsApp")},
    {A::MessageSettled, QT_TRANSLATE_NOOP("destek", "Outcome of a message known")},
    {A::UnknownOutcomeDecided, QT_TRANSLATE_NOOP("destek", "Unclear message decided")},
    {A::OptedOut, QT_TRANSLATE_NOOP("destek", "Opt-out recorded")},
    {A::OptedIn, QT_TRANSLATE_NOOP("destek", "Opt-out withdrawn")},
    {A::OptOutQuestionAnswered, QT_TRANSLATE_NOOP("destek", "Possible opt-out decided")},
    {A::ExportMade, QT_TRANSLATE_NOOP("destek", "Person's data exported")},
    {A::ErasurePreviewed, QT_TRANSLATE_NOOP("destek", "Erasure previewed")},
    {A::ErasureOrdered, QT_TRANSLATE_NOOP("destek", "Erasure ordered")},
    {A::ErasureCompleted, QT_TRANSLATE_NOOP("destek", "Erasure completed")},
    {A::ErasureReceipt, QT_TRANSLATE_NOOP("destek", "Console confirmed an erasure")},
    {A::RetentionRun, QT_TRANSLATE_NOOP("destek", "Expired data destroyed")},
    {A::AuditRead, QT_TRANSLATE_NOOP("destek", "Log read")},
    {A::AuditExported, QT_TRANSLATE_NOOP("destek", "Log exported")},
    {A::BackupMade, QT_TRANSLATE_NOOP("destek", "Backup made")},
    {A::EventDeadLettered, QT_TRANSLATE_NOOP("destek", "Event from WhatsApp set aside")},
    {A::AccessDenied, QT_TRANSLATE_NOOP("destek", "Access denied")},
    {A::MediaRead, QT_TRANSLATE_NOOP("destek", "Picture, recording or file opened")},
    {A::MessageHistoryRead, QT_TRANSLATE_NOOP("destek", "History of a message read")},
    {A::FileHandedOver, QT_TRANSLATE_NOOP("destek", "File handed over for sending")},
    {A::MarkedRead, QT_TRANSLATE_NOOP("destek", "Marked as read at WhatsApp")},
    {A::TemplateThawed, QT_TRANSLATE_NOOP("destek", "Stopped template allowed again")},
    {A::AlertAcknowledged, QT_TRANSLATE_NOOP("destek", "Report of WhatsApp seen")},
    {A::WorkDone, QT_TRANSLATE_NOOP("destek", "Conversation assigned, snoozed, resolved or filed")},
    {A::NoteKept, QT_TRANSLATE_NOOP("destek", "Internal note written")},
    {A::TeamChanged, QT_TRANSLATE_NOOP("destek", "Labels, quick replies or rules of the team "
                                                 "changed")},
    {A::FieldKept, QT_TRANSLATE_NOOP("destek", "Person's field changed")},
    {A::MessageWithdrawn, QT_TRANSLATE_NOOP("destek", "Message taken back before it went out")},
};

const Row<Role> kRoles[]{
    {Role::Agent, QT_TRANSLATE_NOOP("destek", "Agent")},
    {Role::Supervisor, QT_TRANSLATE_NOOP("destek", "Supervisor")},
    {Role::PrivacyOfficer, QT_TRANSLATE_NOOP("destek", "Data-protection officer")},
    {Role::Administrator, QT_TRANSLATE_NOOP("destek", "Administrator")},
};

} // namespace

QString auditActionWords(const QString &wireName)
{
    const auto action = fromWireName<AuditAction>(wireName);
    const char *source = action ? sourceFor(kActions, *action) : nullptr;
    return source ? translated(source) : wireName;
}

QString roleWords(Role role)
{
    return translated(sourceFor(kRoles, role));
}

QString rolesWords(RoleSet roles)
{
    QStringList words;
    for (const auto &row : kRoles) {
        if (roles.has(row.key))
            words << roleWords(row.key);
    }
    return QLocale().createSeparatedList(words);
}

} // namespace destek::words
