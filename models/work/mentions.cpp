#include "models/work/mentions.h"

#include "core/policy/own_limits.h"
#include "core/text/fold.h"

#include <algorithm>

namespace destek::models
{

namespace
{

/// Longer than any name that is still being typed.
constexpr qsizetype kWordsAtMost = 40;

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !isWordChar(text.at(at - 1));
}

bool endsWord(const QString &text, qsizetype at)
{
    return at >= text.size() || !isWordChar(text.at(at));
}

const Colleague *namedAt(QStringView rest, const QList<Colleague> &colleagues)
{
    const Colleague *longest = nullptr;
    for (const Colleague &one : colleagues) {
        if (!one.name.isEmpty() && rest.startsWith(one.name) &&
            (!longest || one.name.size() > longest->name.size()))
            longest = &one;
    }
    return longest;
}

} // namespace

QList<Mention> mentionsIn(const QString &text, const QList<Colleague> &colleagues)
{
    QList<Mention> found;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        if (!beginsWord(text, at))
            continue;
        const Colleague *named = namedAt(QStringView(text).sliced(at + 1), colleagues);
        if (named && endsWord(text, at + 1 + named->name.size()))
            found << Mention{named->id, at, 1 + named->name.size()};
    }
    return found;
}

QList<AgentId> namedIn(const QString &text, const QList<Colleague> &colleagues)
{
    QList<AgentId> named;
    for (const Mention &mention : mentionsIn(text, colleagues)) {
        if (!named.contains(mention.agent) && named.size() < kMentionsAtMost)
            named << mention.agent;
    }
    return named;
}

std::optional<MentionBegun> mentionBegun(const QString &text, qsizetype cursor)
{
    if (cursor <= 0 || cursor > text.size())
        return std::nullopt;
    const qsizetype at = text.lastIndexOf(u'@', cursor - 1);
    if (at < 0 || cursor - at - 1 > kWordsAtMost || !beginsWord(text, at))
        return std::nullopt;
    const QString words = text.sliced(at + 1, cursor - at - 1);
    if (words.contains(u'\n') || words.startsWith(u' '))
        return std::nullopt;
    return MentionBegun{at, words};
}

QList<Colleague> mentionable(const QString &words, const QList<Colleague> &colleagues, AgentId me)
{
    const QStringList typed = text::words(text::matchFold(words));
    QList<Colleague> found;
    for (const Colleague &one : colleagues) {
        const QStringList name = text::words(text::matchFold(one.name));
        const bool all = std::all_of(typed.begin(), typed.end(), [&](const QString &word) {
            return std::any_of(name.begin(), name.end(),
                               [&](const QString &part) { return part.startsWith(word); });
        });
        if (all && one.id != me && !one.name.isEmpty())
            found << one;
    }
    std::stable_sort(found.begin(), found.end(), [](const Colleague &a, const Colleague &b) {
        const bool here = a.presence != Presence::Offline;
        const bool there = b.presence != Presence::Offline;
        return here && !there;
    });
    return found;
}

} // namespace destek::models
