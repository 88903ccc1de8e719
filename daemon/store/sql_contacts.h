#pragma once

#include "daemon/service/ports/contacts.h"

namespace destek::daemon
{

class Connection;
class Vault;

class SqlContacts final : public Contacts
{
public:
    SqlContacts(Connection &connection, Vault &vault);

    [[nodiscard]] Stored<std::optional<ContactId>> find(const Identity &identity) const override;
    [[nodiscard]] Stored<std::optional<Holding>> holding(const Identity &identity,
                                                         Instant at) const override;
    [[nodiscard]] Stored<QList<ContactId>> joinedInto(ContactId id) const override;
    [[nodiscard]] Stored<ContactRecord> record(ContactId id) const override;
    [[nodiscard]] Stored<QList<Identity>> identities(ContactId id) const override;
    [[nodiscard]] Stored<QList<ConsentEvent>> consent(ContactId id) const override;
    [[nodiscard]] Stored<Suppression> suppression(const QList<Identity> &identities) const override;
    [[nodiscard]] Stored<bool> erasedAfter(const QList<Identity> &identities,
                                           Instant at) const override;

    Stored<ContactId> create(Instant firstSeenAt, bool needsReview) override;
    Stored<Done> link(ContactId id, const Identity &identity, Instant from) override;
    Stored<Done> close(const Identity &identity, Instant at) override;
    Stored<Done> linkFormer(ContactId id, const Identity &identity, Instant from,
                            Instant until) override;
    Stored<Done> closeOthers(ContactId id, const Identity &kept, Instant at) override;
    Stored<Done> adoptUsername(ContactId id, const QString &username, Instant at) override;
    Stored<Done> setName(ContactId id, const QString &name, Instant at) override;
    Stored<Done> setAddressBookName(ContactId id, const QString &name, Instant at) override;
    Stored<Done> setStoppedAtWhatsApp(ContactId id, bool stopped, Instant at) override;
    Stored<Done> suppress(const QList<Identity> &identities, const Suppression &kept) override;
    Stored<Done> resumeSuppressed(const QList<Identity> &identities, Instant at) override;
    Stored<QList<ConversationId>> join(ContactId loser, ContactId winner) override;
    Stored<Done> addConsent(ContactId id, const ConsentEvent &event) override;
    Stored<Done> setConfirmationSent(ContactId id) override;
    Stored<bool> noteIdentityKey(ContactId id, const Identity &phone, const QString &key,
                                 Instant at) override;
    Stored<Done> markForReview(ContactId id) override;

    /// Former identities too, also of a person whose erasure was ordered.
    [[nodiscard]] Stored<QList<Identity>> identitiesEver(ContactId id) const;
    /// A refusal and a stop at WhatsApp survive the person; who had opted in again leaves none.
    [[nodiscard]] Stored<Done> keepRefusal(const ContactRecord &contact,
                                           const QList<Identity> &identities);
    /// Only the person's own way back ends what was kept under these, and only what is older than
    /// it.
    [[nodiscard]] Stored<Done> endSuppression(ContactId id, const QList<Identity> &identities);

private:
    [[nodiscard]] Stored<QList<Identity>> identitiesFrom(const char *statement, ContactId id) const;
    [[nodiscard]] Stored<Done> settleStanding(ContactId id);

    Connection &m_connection;
    Vault &m_vault;
};

} // namespace destek::daemon
