#pragma once

#include "core/domain/ids.h"
#include "daemon/service/ports/stored.h"

#include <QList>
#include <QString>

namespace destek::daemon
{

class Connection;
class Vault;

/// Whom a search finds: keyed hashes of the beginnings (2 to 10 letters) of the words of a
/// person's names, username and fields, and of the last four digits of a number. A whole number is
/// looked up as an identity.
class SqlPeopleIndex
{
public:
    SqlPeopleIndex(Connection &connection, Vault &vault) : m_connection(connection), m_vault(vault)
    {
    }

    /// Conversations of people whom all the words of `typed` begin a word of, or whose number it
    /// is; the one that moved last first.
    [[nodiscard]] Stored<QList<ConversationId>> find(const QString &typed, int limit) const;
    /// Brings what stands there of a person up to date.
    Stored<Done> refresh(ContactId id);
    /// Does so for the next people after `last`; answers the last of them, none: all are done.
    Stored<ContactId> refreshAfter(ContactId last, int limit);

private:
    struct Found {
        ConversationId conversation;
        ContactId contact;
    };
    [[nodiscard]] Stored<QList<Found>> candidates(const QList<qint64> &tokens, int limit) const;
    [[nodiscard]] Stored<QList<ConversationId>> byNumber(const QString &typed) const;
    Stored<Done> byTokens(const QList<qint64> &tokens, const QStringList &words,
                          const QString &lastDigits, int limit, QList<ConversationId> &into) const;

    Connection &m_connection;
    Vault &m_vault;
};

} // namespace destek::daemon
