#include "daemon/store/sql_search_index.h"

#include "core/text/fold.h"
#include "daemon/store/sealed_column.h"
#include "daemon/store/sealed_message.h"
#include "daemon/store/statement.h"

#include <QSet>

#include <algorithm>

namespace destek::daemon
{

namespace
{

constexpr int kShortestPrefix = 3;
constexpr int kLongestPrefix = 10;
constexpr int kMostTokens = 5; ///< as many as search.sql has placeholders

qint64 wordToken(const Vault &vault, QStringView word)
{
    return vault.searchToken(QByteArray("w|") + word.toUtf8());
}

qint64 prefixToken(const Vault &vault, QStringView prefix)
{
    return vault.searchToken(QByteArray("p|") + prefix.toUtf8());
}

/// What must be in the index for a message to be a hit; empty if nothing can be.
QList<qint64> tokensFor(const Vault &vault, const QStringList &words)
{
    QList<qint64> tokens;
    const QString &last = words.last();
    if (last.size() >= kShortestPrefix)
        tokens << prefixToken(vault, QStringView(last).left(kLongestPrefix));
    else if (words.size() == 1)
        tokens << wordToken(vault, last);
    for (qsizetype i = 0; i + 1 < words.size() && tokens.size() < kMostTokens; ++i)
        tokens << wordToken(vault, words.at(i));
    while (!tokens.isEmpty() && tokens.size() < kMostTokens)
        tokens << tokens.first();
    return tokens;
}

/// The index only suggests: eight bytes may collide.
bool holdsAll(const QString &text, const QStringList &wanted)
{
    const QStringList present = text::words(text::matchFold(text));
    for (qsizetype i = 0; i + 1 < wanted.size(); ++i) {
        if (!present.contains(wanted.at(i)))
            return false;
    }
    return std::any_of(present.begin(), present.end(),
                       [&](const QString &word) { return word.startsWith(wanted.last()); });
}

struct Hit {
    MessageId id;
    Instant at;
    qint64 place = 0;
};

} // namespace

SqlSearchIndex::SqlSearchIndex(Connection &connection, Vault &vault)
    : m_connection(connection), m_vault(vault)
{
}

Stored<QList<MessageId>> SqlSearchIndex::find(const QStringList &foldedWords, int limit) const
{
    const QList<qint64> tokens =
        foldedWords.isEmpty() ? QList<qint64>() : tokensFor(m_vault, foldedWords);
    if (tokens.isEmpty() || limit <= 0)
        return QList<MessageId>();
    QList<Hit> hits;
    std::optional<StoreError> error;
    Statement statement(m_connection, "search");
    for (const qint64 token : tokens)
        statement.with(token);
    const auto walked = statement.each([&](const Row &row) {
        const Hit hit{row.messageId(0), row.instant(2), row.number(4)};
        const auto slot = KeySlot::month(row.id<ContactId>(1), hit.at);
        const auto text = openText(m_vault, slot, messagePlace(hit.id, "text"), row.bytes(3));
        if (!text && text.error() != StoreError::Sealed)
            error = text.error();
        if (text && holdsAll(*text, foldedWords))
            hits.append(hit);
        return !error && hits.size() < limit;
    });
    if (!walked)
        return failure(walked.error());
    if (error)
        return failure(*error);
    std::sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) {
        return std::pair(b.at, b.place) < std::pair(a.at, a.place);
    });
    QList<MessageId> ids;
    for (const Hit &hit : hits)
        ids << hit.id;
    return ids;
}

Stored<Done> indexWords(Connection &connection, const Vault &vault, qint64 place,
                        const QString &text)
{
    const QStringList words = text::words(text::matchFold(text));
    QSet<qint64> tokens;
    for (const QString &word : words) {
        tokens << wordToken(vault, word);
        const auto longest = std::min<qsizetype>(word.size(), kLongestPrefix);
        for (qsizetype length = kShortestPrefix; length <= longest; ++length)
            tokens << prefixToken(vault, QStringView(word).left(length));
    }
    for (const qint64 token : std::as_const(tokens)) {
        Statement statement(connection, "add_search_token");
        if (const auto added = statement.with(token, place).runAny(); !added)
            return added;
    }
    return done();
}

} // namespace destek::daemon
