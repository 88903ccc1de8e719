#pragma once

#include "core/base/instant.h"
#include "core/domain/conversation.h"
#include "core/domain/ids.h"
#include "core/domain/standing.h"
#include "daemon/service/ports/stored.h"

#include <QList>
#include <QString>

#include <optional>

namespace destek::daemon
{

enum class IdentityKind : quint8 { Phone, Bsuid, ParentBsuid, Username };
constexpr auto enumNames(IdentityKind)
{
    return std::array{DESTEK_NAME(IdentityKind::Phone, "phone"),
                      DESTEK_NAME(IdentityKind::Bsuid, "bsuid"),
                      DESTEK_NAME(IdentityKind::ParentBsuid, "parent_bsuid"),
                      DESTEK_NAME(IdentityKind::Username, "username")};
}

/// One way WhatsApp names a person (facts/whatsapp.md 3.3). Values are canonical: phone as
/// E.164 digits without +, BSUID as received, username without @ and folded.
struct Identity {
    IdentityKind kind = IdentityKind::Phone;
    QString value;
    bool operator==(const Identity &) const = default;
};

struct ContactRecord {
    ContactId id;
    QString name;
    Standing standing = Standing::Open;
    std::optional<Instant> optedOutAt; ///< by Meta's clock
    bool confirmationSent = false;     ///< of the present opt-out
    Instant firstSeenAt;
    bool needsReview = false;       ///< a recycled number opened it, or its key changed
    bool stoppedAtWhatsApp = false; ///< their own switch there, or error 131050; only they lift it
    QString addressBookName;        ///< from the phone's contacts (coexistence)
};

/// Who had an identity at some time.
struct Holding {
    ContactId contact;
    Instant from;
    std::optional<Instant> until; ///< nullopt: still theirs
};

struct ConsentEvent {
    Instant at;       ///< when the person said it, Meta's clock
    Instant effectAt; ///< when we acted on it (R-64)
    Standing standing = Standing::Open;
    ConsentSource source = ConsentSource::Keyword;
    QString word;            ///< sealed like message text
    MessageId message;       ///< invalid if none
    QString recordedBy = {}; ///< who noted it, for what was said elsewhere
    ConsentScope scope = ConsentScope::AllProactive;
    QString businessNumber = {}; ///< of ours, if it is about that one alone
};

/// What is kept of somebody's refusal beside keyed hashes of their identities.
struct Suppression {
    std::optional<Instant> since; ///< nullopt: not refused with us
    ConsentScope scope = ConsentScope::AllProactive;
    bool stoppedAtWhatsApp = false; ///< their own switch there, as of `switchedAt`
    Instant switchedAt = {};
};

/// People. Names and identity values are sealed under the person's key; look-ups go through
/// keyed hashes. Nothing here is keyed on a phone number or a name.
class Contacts
{
public:
    virtual ~Contacts() = default;
    [[nodiscard]] virtual Stored<std::optional<ContactId>> find(const Identity &identity) const = 0;
    /// Whose it was at that time: messages and changes of identity come in any order. An identity
    /// that nobody has lost since belongs to who has it now.
    [[nodiscard]] virtual Stored<std::optional<Holding>> holding(const Identity &identity,
                                                                 Instant at) const = 0;
    /// Records that turned out to be this person: empty shells whose keys still open messages.
    [[nodiscard]] virtual Stored<QList<ContactId>> joinedInto(ContactId id) const = 0;
    [[nodiscard]] virtual Stored<ContactRecord> record(ContactId id) const = 0;
    [[nodiscard]] virtual Stored<QList<Identity>> identities(ContactId id) const = 0; ///< valid now
    [[nodiscard]] virtual Stored<QList<ConsentEvent>> consent(ContactId id) const = 0;
    /// Keyed-hash list that outlives erasure: what was kept under any of these; of
    /// several the newest. Nothing kept: an empty one.
    [[nodiscard]] virtual Stored<Suppression>
    suppression(const QList<Identity> &identities) const = 0;
    /// True if an event of `at` belongs to somebody erased later than that.
    [[nodiscard]] virtual Stored<bool> erasedAfter(const QList<Identity> &identities,
                                                   Instant at) const = 0;

    virtual Stored<ContactId> create(Instant firstSeenAt, bool needsReview) = 0;
    virtual Stored<Done> link(ContactId id, const Identity &identity, Instant from) = 0;
    /// Ends an identity's validity; it stays with the person as a former one.
    virtual Stored<Done> close(const Identity &identity, Instant at) = 0;
    /// A former identity, from before we knew the person under it.
    virtual Stored<Done> linkFormer(ContactId id, const Identity &identity, Instant from,
                                    Instant until) = 0;
    /// Ends other identities of this kind that the person has had since `at` or longer.
    virtual Stored<Done> closeOthers(ContactId id, const Identity &kept, Instant at) = 0;
    /// The username as of `at`: the newest is the present one, whatever comes first. Whoever had
    /// it before has lost it.
    virtual Stored<Done> adoptUsername(ContactId id, const QString &username, Instant at) = 0;
    /// The visible name as of `at`; an older one does not replace a newer one.
    virtual Stored<Done> setName(ContactId id, const QString &name, Instant at) = 0;
    /// The phone's address book as of `at`; empty: removed there.
    virtual Stored<Done> setAddressBookName(ContactId id, const QString &name, Instant at) = 0;
    /// The person's own switch at WhatsApp as of `at`.
    virtual Stored<Done> setStoppedAtWhatsApp(ContactId id, bool stopped, Instant at) = 0;
    /// Kept as evidence in any case; the newest one makes the standing.
    virtual Stored<Done> addConsent(ContactId id, const ConsentEvent &event) = 0;
    /// Refused before we knew who it is: holds once we do.
    virtual Stored<Done> suppress(const QList<Identity> &identities, const Suppression &kept) = 0;
    /// Somebody we do not know lifted their own switch at WhatsApp.
    virtual Stored<Done> resumeSuppressed(const QList<Identity> &identities, Instant at) = 0;
    /// Two records are one person: identities, consent, names and conversations of `loser` become
    /// those of `winner`. Messages stay sealed under the keys of `loser`, which is kept as a shell
    /// that follows `winner` in export, erasure and retention. Answers conversations that ended.
    virtual Stored<QList<ConversationId>> join(ContactId loser, ContactId winner) = 0;
    virtual Stored<Done> setConfirmationSent(ContactId id) = 0;
    /// WhatsApp's key of this person under a number of theirs as of `at`; empty: forget it. True
    /// if it was another one until then.
    virtual Stored<bool> noteIdentityKey(ContactId id, const Identity &phone, const QString &key,
                                         Instant at) = 0;
    /// Somebody must check who this is.
    virtual Stored<Done> markForReview(ContactId id) = 0;
};

} // namespace destek::daemon
