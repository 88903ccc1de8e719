#pragma once

#include "daemon/service/ports/messages.h"

#include <limits>

namespace destek::daemon
{

class Connection;
class Statement;
class Vault;

/// Keyed hashes of folded words and of their prefixes of 3 to 10 letters. A single word of one
/// or two letters is found as a whole word only. What a search may be limited to (writer, time,
/// files) is part of the index's key: however often others wrote a word, they are not looked at.
class SqlSearchIndex final : public SearchIndex
{
public:
    SqlSearchIndex(Connection &connection, Vault &vault);

    [[nodiscard]] Stored<QList<MessageId>> find(const QStringList &foldedWords, int limit,
                                                const SearchFilter &filter) const override;
    [[nodiscard]] Stored<QList<ConversationId>> findPeople(const QString &typed,
                                                           int limit) const override;
    Stored<ContactId> indexPeopleAfter(ContactId last, int limit) override;

private:
    struct Hit {
        MessageId id;
        Instant at;
        qint64 place = 0;
    };
    struct Wanted {
        QStringList words;
        QList<qint64> tokens;
        QList<int> shelves;
        qint64 since = 0; ///< milliseconds, as they stand in the index
        qint64 until = std::numeric_limits<qint64>::max();
        int limit = 0;
    };
    /// The first is walked, the others are only looked up beside it: the rarest comes first.
    [[nodiscard]] Stored<QList<qint64>> rarestFirst(QList<qint64> tokens) const;
    [[nodiscard]] Stored<QList<Hit>> findEverywhere(Wanted wanted) const;
    [[nodiscard]] Stored<QList<Hit>> findIn(ConversationId conversation,
                                            const Wanted &wanted) const;
    /// Binds time and words, and takes the first rows that hold the words in truth: eight bytes
    /// may collide.
    [[nodiscard]] Stored<QList<Hit>> take(Statement &statement, const Wanted &wanted) const;

    Connection &m_connection;
    Vault &m_vault;
};

/// Writes the tokens of a message that has none.
[[nodiscard]] Stored<Done> indexWords(Connection &connection, const Vault &vault, qint64 place,
                                      const MessageRecord &message);

} // namespace destek::daemon
