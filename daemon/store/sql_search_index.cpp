#include "daemon/store/sql_search_index.h"

#include "core/text/fold.h"
#include "daemon/service/media_queue.h"
#include "daemon/store/sealed_column.h"
#include "daemon/store/sealed_message.h"
#include "daemon/store/sql_people_index.h"
#include "daemon/store/statement.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace destek::daemon
{

namespace
{

constexpr int kShortestPrefix = 3;
constexpr int kLongestPrefix = 10;
constexpr int kMostTokens = 5;  ///< as many as search.sql has placeholders
constexpr int kMostShelves = 6; ///< and search_in.sql
/// A word of so many messages is common; how common does not matter any more.
constexpr int kCommon = 30'000;

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

/// Nobody looks for a sticker by words.
bool isFile(MessageKind kind)
{
    return isMediaKind(kind) && kind != MessageKind::Sticker;
}

/// Where in the index a message's words stand: by who wrote it and whether it is a file. The
/// numbers are stored.
int shelfOf(Direction direction, bool file)
{
    int shelf = 0;
    switch (direction) {
    case Direction::Inbound:
        break;
    case Direction::Outbound:
        shelf = 2;
        break;
    case Direction::Event:
        shelf = 4;
        break;
    }
    return file ? shelf + 1 : shelf;
}

QList<int> shelvesFor(const SearchFilter &filter)
{
    using Whose = SearchFilter::Whose;
    QList<int> shelves;
    const auto add = [&](Direction direction) {
        shelves << shelfOf(direction, true);
        if (!filter.filesOnly)
            shelves << shelfOf(direction, false);
    };
    if (filter.whose != Whose::Us)
        add(Direction::Inbound);
    if (filter.whose != Whose::Customer)
        add(Direction::Outbound);
    if (filter.whose == Whose::Anybody)
        add(Direction::Event);
    return shelves;
}

} // namespace

SqlSearchIndex::SqlSearchIndex(Connection &connection, Vault &vault)
    : m_connection(connection), m_vault(vault)
{
}

Stored<QList<MessageId>> SqlSearchIndex::find(const QStringList &foldedWords, int limit,
                                              const SearchFilter &filter) const
{
    Wanted wanted;
    wanted.words = foldedWords;
    if (!foldedWords.isEmpty())
        wanted.tokens = tokensFor(m_vault, foldedWords);
    if (wanted.tokens.isEmpty() || limit <= 0)
        return QList<MessageId>();
    if (auto sorted = rarestFirst(wanted.tokens); sorted)
        wanted.tokens = std::move(*sorted);
    else
        return failure(sorted.error());
    wanted.shelves = shelvesFor(filter);
    if (filter.since)
        wanted.since = filter.since->ms;
    if (filter.until)
        wanted.until = filter.until->ms;
    wanted.limit = limit;
    const auto hits = filter.conversation.isValid() ? findIn(filter.conversation, wanted)
                                                    : findEverywhere(wanted);
    if (!hits)
        return failure(hits.error());
    QList<MessageId> ids;
    for (const Hit &hit : *hits)
        ids << hit.id;
    return ids;
}

Stored<QList<ConversationId>> SqlSearchIndex::findPeople(const QString &typed, int limit) const
{
    return SqlPeopleIndex(m_connection, m_vault).find(typed, limit);
}

Stored<ContactId> SqlSearchIndex::indexPeopleAfter(ContactId last, int limit)
{
    return SqlPeopleIndex(m_connection, m_vault).refreshAfter(last, limit);
}

Stored<QList<qint64>> SqlSearchIndex::rarestFirst(QList<qint64> tokens) const
{
    if (tokens.size() < 2)
        return tokens;
    std::vector<std::pair<qint64, qint64>> counted;
    for (const qint64 token : std::as_const(tokens)) {
        const auto count =
            Statement(m_connection, "count_search_token").with(token, kCommon).number();
        if (!count)
            return failure(count.error());
        counted.emplace_back(*count, token);
    }
    std::stable_sort(counted.begin(), counted.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (qsizetype i = 0; i < tokens.size(); ++i)
        tokens[i] = counted[std::size_t(i)].second;
    return tokens;
}

Stored<QList<SqlSearchIndex::Hit>> SqlSearchIndex::findEverywhere(Wanted wanted) const
{
    QList<Hit> hits;
    for (const int shelf : std::as_const(wanted.shelves)) {
        Statement statement(m_connection, "search");
        statement.with(shelf);
        const auto found = take(statement, wanted);
        if (!found)
            return failure(found.error());
        const QList<Hit> before = std::exchange(hits, {});
        std::merge(before.cbegin(), before.cend(), found->cbegin(), found->cend(),
                   std::back_inserter(hits), [](const Hit &a, const Hit &b) {
                       return std::pair(b.at, b.place) < std::pair(a.at, a.place);
                   });
        if (hits.size() >= wanted.limit) { // nothing older is wanted from the next shelf
            hits.resize(wanted.limit);
            wanted.since = hits.last().at.ms;
        }
    }
    return hits;
}

Stored<QList<SqlSearchIndex::Hit>> SqlSearchIndex::findIn(ConversationId conversation,
                                                          const Wanted &wanted) const
{
    Statement statement(m_connection, "search_in");
    statement.with(conversation);
    for (int at = 0; at < kMostShelves; ++at)
        statement.with(wanted.shelves.at(at % wanted.shelves.size()));
    return take(statement, wanted);
}

Stored<QList<SqlSearchIndex::Hit>> SqlSearchIndex::take(Statement &statement,
                                                        const Wanted &wanted) const
{
    statement.with(wanted.since, wanted.until);
    for (int at = 0; at < kMostTokens; ++at)
        statement.with(wanted.tokens.at(at % wanted.tokens.size()));
    QList<Hit> hits;
    std::optional<StoreError> error;
    const auto walked = statement.each([&](const Row &row) {
        const Hit hit{row.messageId(0), row.instant(2), row.number(4)};
        const auto slot = KeySlot::month(row.id<ContactId>(1), hit.at);
        const auto text = openText(m_vault, slot, messagePlace(hit.id, "text"), row.bytes(3));
        if (!text && text.error() != StoreError::Sealed)
            error = text.error();
        if (text && holdsAll(*text, wanted.words))
            hits.append(hit);
        return !error && hits.size() < wanted.limit;
    });
    if (!walked)
        return failure(walked.error());
    if (error)
        return failure(*error);
    return hits;
}

Stored<Done> indexWords(Connection &connection, const Vault &vault, qint64 place,
                        const MessageRecord &message)
{
    const QStringList words = text::words(text::matchFold(message.text));
    QSet<qint64> tokens;
    for (const QString &word : words) {
        tokens << wordToken(vault, word);
        const auto longest = std::min<qsizetype>(word.size(), kLongestPrefix);
        for (qsizetype length = kShortestPrefix; length <= longest; ++length)
            tokens << prefixToken(vault, QStringView(word).left(length));
    }
    const int shelf = shelfOf(message.direction, isFile(message.kind));
    for (const qint64 token : std::as_const(tokens)) {
        Statement statement(connection, "add_search_token");
        if (const auto added = statement.with(token, shelf, message.at, place).runAny(); !added)
            return added;
    }
    return done();
}

} // namespace destek::daemon
