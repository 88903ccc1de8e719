#pragma once

#include "daemon/service/ports/messages.h"

namespace destek::daemon
{

class Connection;
class Vault;

/// Keyed hashes of folded words and of their prefixes of 3 to 10 letters. A single word of one
/// or two letters is found as a whole word only.
class SqlSearchIndex final : public SearchIndex
{
public:
    SqlSearchIndex(Connection &connection, Vault &vault);

    [[nodiscard]] Stored<QList<MessageId>> find(const QStringList &foldedWords,
                                                int limit) const override;

private:
    Connection &m_connection;
    Vault &m_vault;
};

/// Writes the tokens of a new message.
[[nodiscard]] Stored<Done> indexWords(Connection &connection, const Vault &vault, qint64 place,
                                      const QString &text);

} // namespace destek::daemon
