#include "core/text/consent_words.h"

#include "core/text/consent_lists.h"
#include "core/text/fold.h"
#include "core/text/unicode_marks.h"

#include <QStringBuilder>
#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace destek::text
{

namespace
{

using namespace consent;

template <typename List>
bool holds(const List &list, QStringView word)
{
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// The entry that begins the word, or nothing.
template <typename List>
QStringView beginning(const List &list, QStringView word)
{
    const auto found = std::find_if(std::begin(list), std::end(list),
                                    [word](QStringView entry) { return word.startsWith(entry); });
    return found == std::end(list) ? QStringView() : *found;
}

/// Words with inner hyphens kept ("one-stop" is not "stop") and apostrophes gone ("don't").
QStringList consentTokens(QStringView folded)
{
    QStringList tokens;
    QString token;
    const auto finish = [&] {
        while (token.startsWith(u'-'))
            token.remove(0, 1);
        while (token.endsWith(u'-'))
            token.chop(1);
        if (!token.isEmpty())
            tokens += token;
        token.clear();
    };
    forEachCodePoint(folded, [&](char32_t c) {
        if (QChar::isLetterOrNumber(c))
            append(token, c);
        else if (QChar::category(c) == QChar::Punctuation_Dash)
            token += u'-';
        else if (c != U'\'' && c != 0x2018 && c != 0x2019)
            finish();
    });
    finish();
    return tokens;
}

/// The message without punctuation, quotes and emoji at its ends; what is inside stays.
QStringView core(QStringView folded)
{
    const auto isNoise = [](QStringView text, qsizetype at) {
        return !QChar::isLetterOrNumber(codePointAt(text, at).value);
    };
    while (!folded.isEmpty() && isNoise(folded, 0))
        folded = folded.mid(codePointAt(folded, 0).units);
    while (!folded.isEmpty()) {
        const bool pair = folded.size() > 1 && folded.back().isLowSurrogate();
        const qsizetype last = folded.size() - (pair ? 2 : 1);
        if (!isNoise(folded, last))
            break;
        folded.truncate(last);
    }
    return folded;
}

/// "s t o p" and "stooop": the promised words, written so that no list would hold them.
QString disguised(const QStringList &tokens)
{
    const bool spaced =
        tokens.size() > 1 &&
        std::all_of(tokens.begin(), tokens.end(), [](const auto &t) { return t.size() == 1; });
    if (tokens.size() != 1 && !spaced)
        return {};
    QString squeezed;
    for (const QChar c : tokens.join(QString())) {
        if (!squeezed.endsWith(c))
            squeezed += c;
    }
    return holds(kOptOut, squeezed) ? squeezed : QString();
}

bool isTurnedRound(const QStringList &tokens, qsizetype at)
{
    const QStringView before = at > 0 ? QStringView(tokens[at - 1]) : QStringView();
    const QStringView after = at + 1 < tokens.size() ? QStringView(tokens[at + 1]) : QStringView();
    return holds(kDenials, before) || holds(kDenials, after) || holds(kBeforeThing, before) ||
           !beginning(kAfterThing, after).isEmpty();
}

QString stopForm(const QStringList &tokens)
{
    if (tokens.size() > kStopFormWords)
        return {};
    for (qsizetype at = 0; at < tokens.size(); ++at) {
        if (holds(kStopForms, tokens[at]) && !isTurnedRound(tokens, at))
            return tokens[at];
    }
    return {};
}

/// A word of the first list (by its beginning) and, anywhere, one of the second.
template <typename Things, typename Verbs>
QString thingAndVerb(const QStringList &tokens, const Things &things, const Verbs &verbs)
{
    QStringView thing;
    QStringView verb;
    for (const QString &token : tokens) {
        if (thing.isEmpty())
            thing = beginning(things, token);
        if (holds(verbs, token))
            verb = token;
    }
    return thing.isEmpty() || verb.isEmpty() ? QString() : QString(thing % u' ' % verb);
}

QString pairOf(const QStringList &tokens)
{
    for (qsizetype at = 0; at + 1 < tokens.size(); ++at) {
        for (const Pair &pair : kPairs) {
            if (tokens[at] == pair.first && tokens[at + 1] == pair.second)
                return pair.first % u' ' % pair.second;
        }
        if (tokens[at] == u"dont" && tokens[at + 1] == u"send") {
            for (const QString &token : tokens.mid(at + 2)) {
                if (const auto what = beginning(kDontSend, token); !what.isEmpty())
                    return u"dont send "_s % what;
            }
        }
    }
    return {};
}

QString phrase(const QStringList &tokens)
{
    if (tokens.size() > kPhraseWords)
        return {};
    for (const QString &token : tokens) {
        if (holds(kAlone, token))
            return token;
    }
    if (const QString found = thingAndVerb(tokens, kSent, kEnough); !found.isEmpty())
        return found;
    if (const QString found = thingAndVerb(tokens, kLists, kTakeOff); !found.isEmpty())
        return found;
    return pairOf(tokens);
}

QStringList joinedDoNot(QStringList tokens)
{
    for (qsizetype at = 0; at + 1 < tokens.size(); ++at) {
        if (tokens[at] == u"do" && tokens[at + 1] == u"not") {
            tokens[at] = u"dont"_s;
            tokens.removeAt(at + 1);
        }
    }
    return tokens;
}

} // namespace

ConsentReading readConsent(QStringView message)
{
    const QString folded = matchFold(message);
    const QStringView whole = core(folded);
    if (holds(kOptOut, whole))
        return {ConsentWord::OptOut, whole.toString()};
    if (holds(kOptIn, whole))
        return {ConsentWord::OptIn, whole.toString()};
    const QStringList tokens = joinedDoNot(consentTokens(whole));
    const QString joined = tokens.join(u' ');
    if (holds(kAsk, joined))
        return {ConsentWord::OptOutQuestion, joined};
    for (const auto read : {disguised, stopForm, phrase}) {
        if (const QString matched = read(tokens); !matched.isEmpty())
            return {ConsentWord::OptOutQuestion, matched};
    }
    return {};
}

} // namespace destek::text
