#pragma once

#include "core/base/instant.h"
#include "core/domain/enum_names.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace destek
{

/// Every act and every reading of content. The words are part of signed history:
/// never rename one, only add.
enum class AuditAction : quint8 {
    DaemonStarted,
    DaemonStopped,
    SetupCompleted,
    UserAdded,
    UserChanged,
    DevicePairingOffered,
    DevicePaired,
    DeviceRevoked,
    SignedIn,
    SignInFailed,
    SignedOut,
    SteppedUp,
    InboxRead,
    ThreadRead,
    PersonRead,
    NumberRevealed,
    SearchRun,
    MessageQueued,
    MessageRefused,
    MessageSendStarted,
    MessageSettled,
    UnknownOutcomeDecided,
    OptedOut,
    OptedIn,
    OptOutQuestionAnswered,
    ExportMade,
    ErasurePreviewed,
    ErasureOrdered,
    ErasureCompleted,
    ErasureReceipt,
    RetentionRun,
    AuditRead,
    AuditExported,
    BackupMade,
    EventDeadLettered,
    AccessDenied,
    MediaRead,
    MessageHistoryRead,
    FileHandedOver,
    MarkedRead,
    TemplateThawed,
    AlertAcknowledged,
    WorkDone,         ///< claim, take-over, assignment, snooze, resolve, …: the act is the result
    NoteKept,         ///< an internal note
    TeamChanged,      ///< a label, a quick reply, a shared view, the rule of assignment
    FieldKept,        ///< a field of a person: its name, never its value
    MessageWithdrawn, ///< taken back before it went out
};
constexpr auto enumNames(AuditAction)
{
    using A = AuditAction;
    return std::array{DESTEK_NAME(A::DaemonStarted, "daemon.started"),
                      DESTEK_NAME(A::DaemonStopped, "daemon.stopped"),
                      DESTEK_NAME(A::SetupCompleted, "setup.completed"),
                      DESTEK_NAME(A::UserAdded, "user.added"),
                      DESTEK_NAME(A::UserChanged, "user.changed"),
                      DESTEK_NAME(A::DevicePairingOffered, "device.pairing_offered"),
                      DESTEK_NAME(A::DevicePaired, "device.paired"),
                      DESTEK_NAME(A::DeviceRevoked, "device.revoked"),
                      DESTEK_NAME(A::SignedIn, "session.signed_in"),
                      DESTEK_NAME(A::SignInFailed, "session.sign_in_failed"),
                      DESTEK_NAME(A::SignedOut, "session.signed_out"),
                      DESTEK_NAME(A::SteppedUp, "session.stepped_up"),
                      DESTEK_NAME(A::InboxRead, "inbox.read"),
                      DESTEK_NAME(A::ThreadRead, "thread.read"),
                      DESTEK_NAME(A::PersonRead, "person.read"),
                      DESTEK_NAME(A::NumberRevealed, "number.revealed"),
                      DESTEK_NAME(A::SearchRun, "search.run"),
                      DESTEK_NAME(A::MessageQueued, "message.queued"),
                      DESTEK_NAME(A::MessageRefused, "message.refused"),
                      DESTEK_NAME(A::MessageSendStarted, "message.send_started"),
                      DESTEK_NAME(A::MessageSettled, "message.settled"),
                      DESTEK_NAME(A::UnknownOutcomeDecided, "message.unknown_decided"),
                      DESTEK_NAME(A::OptedOut, "standing.opted_out"),
                      DESTEK_NAME(A::OptedIn, "standing.opted_in"),
                      DESTEK_NAME(A::OptOutQuestionAnswered, "standing.question_answered"),
                      DESTEK_NAME(A::ExportMade, "export.made"),
                      DESTEK_NAME(A::ErasurePreviewed, "erasure.previewed"),
                      DESTEK_NAME(A::ErasureOrdered, "erasure.ordered"),
                      DESTEK_NAME(A::ErasureCompleted, "erasure.completed"),
                      DESTEK_NAME(A::ErasureReceipt, "erasure.receipt"),
                      DESTEK_NAME(A::RetentionRun, "retention.run"),
                      DESTEK_NAME(A::AuditRead, "audit.read"),
                      DESTEK_NAME(A::AuditExported, "audit.exported"),
                      DESTEK_NAME(A::BackupMade, "backup.made"),
                      DESTEK_NAME(A::EventDeadLettered, "event.dead_lettered"),
                      DESTEK_NAME(A::AccessDenied, "access.denied"),
                      DESTEK_NAME(A::MediaRead, "media.read"),
                      DESTEK_NAME(A::MessageHistoryRead, "message.history_read"),
                      DESTEK_NAME(A::FileHandedOver, "file.handed_over"),
                      DESTEK_NAME(A::MarkedRead, "message.marked_read"),
                      DESTEK_NAME(A::TemplateThawed, "template.thawed"),
                      DESTEK_NAME(A::AlertAcknowledged, "alert.acknowledged"),
                      DESTEK_NAME(A::WorkDone, "work.done"),
                      DESTEK_NAME(A::NoteKept, "note.kept"),
                      DESTEK_NAME(A::TeamChanged, "team.changed"),
                      DESTEK_NAME(A::FieldKept, "person.field_kept"),
                      DESTEK_NAME(A::MessageWithdrawn, "message.withdrawn")};
}

/// One line of the log as a supervisor sees it. No message text, no titles.
struct AuditLine {
    qint64 seq = 0; ///< place in the tree, from 0
    Instant at;
    QString actor;
    QString device;
    QString action;      ///< wire name; a newer daemon may send words we do not know
    ContactId contact;   ///< while the person exists; invalid after erasure or if nobody
    QString subject;     ///< short form of the keyed reference; empty if nobody
    QString subjectName; ///< masked label while the person exists
    QString object;      ///< e.g. "message 1f3c…", ids only
    QString reason;
    QString result;
};

struct AuditPage {
    QList<AuditLine> lines; ///< newest first
    QString next;
};

struct AuditFilter {
    QString actor;
    QString action; ///< wire name or prefix ending in '.'
    ContactId contact;
    Instant from;
    Instant to;
};

/// What the daemon says of its own log; the console compares it with what it remembers.
struct AuditState {
    bool verified = false;
    qint64 size = 0;
    qint64 firstBad = -1;          ///< first record that does not verify, or -1
    Instant sealedAt;              ///< of the checkpoint
    QByteArray checkpoint;         ///< signed note text (docs/formats.md)
    QByteArray publicKeyPem;       ///< of the signer
    QList<QByteArray> consistency; ///< RFC 6962 proof from the size asked for to this one
};

} // namespace destek
