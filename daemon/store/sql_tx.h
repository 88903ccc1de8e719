#pragma once

#include "daemon/audit/audit_log.h"
#include "daemon/store/sql_access.h"
#include "daemon/store/sql_change_feed.h"
#include "daemon/store/sql_channel.h"
#include "daemon/store/sql_contacts.h"
#include "daemon/store/sql_conversations.h"
#include "daemon/store/sql_erasures.h"
#include "daemon/store/sql_facts.h"
#include "daemon/store/sql_intake_log.h"
#include "daemon/store/sql_media.h"
#include "daemon/store/sql_messages.h"
#include "daemon/store/sql_own.h"
#include "daemon/store/sql_person_fields.h"
#include "daemon/store/sql_retention.h"
#include "daemon/store/sql_search_index.h"
#include "daemon/store/sql_team.h"
#include "daemon/store/sql_templates.h"

namespace destek::daemon
{

/// The repositories over one connection; used for one transaction after another.
class SqlTx final : public Tx
{
public:
    /// `frontier` is nullptr for readers; `erased` is called when rows of a person were deleted.
    SqlTx(Connection &connection, Vault &vault, crypto::MerkleFrontier *frontier,
          std::function<void()> erased);

    [[nodiscard]] const Contacts &contacts() const override { return m_contacts; }
    [[nodiscard]] const Conversations &conversations() const override { return m_conversations; }
    [[nodiscard]] const Messages &messages() const override { return m_messages; }
    [[nodiscard]] const Media &media() const override { return m_media; }
    [[nodiscard]] const SearchIndex &search() const override { return m_search; }
    [[nodiscard]] const OwnRecords &own() const override { return m_own; }
    [[nodiscard]] const PersonFields &fields() const override { return m_fields; }
    [[nodiscard]] const IntakeLog &intake() const override { return m_intake; }
    [[nodiscard]] const Access &access() const override { return m_access; }
    [[nodiscard]] const AuditTrail &audit() const override { return m_audit; }
    [[nodiscard]] const ChangeFeed &feed() const override { return m_feed; }
    [[nodiscard]] const Templates &templates() const override { return m_templates; }
    [[nodiscard]] const Erasures &erasures() const override { return m_erasures; }
    [[nodiscard]] const Facts &facts() const override { return m_facts; }
    [[nodiscard]] const Channel &channel() const override { return m_channel; }
    [[nodiscard]] const Team &team() const override { return m_team; }
    [[nodiscard]] Contacts &contacts() override { return m_contacts; }
    [[nodiscard]] Conversations &conversations() override { return m_conversations; }
    [[nodiscard]] Messages &messages() override { return m_messages; }
    [[nodiscard]] Media &media() override { return m_media; }
    [[nodiscard]] SearchIndex &search() override { return m_search; }
    [[nodiscard]] OwnRecords &own() override { return m_own; }
    [[nodiscard]] PersonFields &fields() override { return m_fields; }
    [[nodiscard]] IntakeLog &intake() override { return m_intake; }
    [[nodiscard]] Access &access() override { return m_access; }
    [[nodiscard]] AuditTrail &audit() override { return m_audit; }
    [[nodiscard]] ChangeFeed &feed() override { return m_feed; }
    [[nodiscard]] Templates &templates() override { return m_templates; }
    [[nodiscard]] Erasures &erasures() override { return m_erasures; }
    [[nodiscard]] Retention &retention() override { return m_retention; }
    [[nodiscard]] Facts &facts() override { return m_facts; }
    [[nodiscard]] Channel &channel() override { return m_channel; }
    [[nodiscard]] Team &team() override { return m_team; }

    Stored<Done> attempt(const std::function<Stored<Done>(Tx &)> &part) override;

    /// Seen keys, parked statuses, sessions, codes, changes that have had their time. Answers
    /// the time before which no sealed body is left.
    Stored<Instant> forgetOld(Instant now);

private:
    Connection &m_connection;
    crypto::MerkleFrontier *m_frontier;
    SqlContacts m_contacts;
    SqlConversations m_conversations;
    SqlMessages m_messages;
    SqlMedia m_media;
    SqlSearchIndex m_search;
    SqlOwn m_own;
    SqlPersonFields m_fields;
    SqlIntakeLog m_intake;
    SqlAccess m_access;
    AuditLog m_audit;
    SqlChangeFeed m_feed;
    SqlTemplates m_templates;
    SqlFacts m_facts;
    SqlChannel m_channel;
    SqlTeam m_team;
    SqlErasures m_erasures;
    SqlRetention m_retention;
};

} // namespace destek::daemon
