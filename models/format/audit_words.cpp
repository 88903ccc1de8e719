#include "core/domain/audit.h"
#include "models/format/table.h"
#include "models/format/words.h"

using namespace Qt::StringLiterals;

namespace destek::words
{

namespace
{

/// Words the daemon writes into the result column; part of signed history, so they never change.
constexpr Row<QLatin1StringView> kResults[] = {
    {"ok"_L1, QT_TRANSLATE_NOOP("destek", "Done")},
    {"paired"_L1, QT_TRANSLATE_NOOP("destek", "Paired")},
    {"code refused"_L1, QT_TRANSLATE_NOOP("destek", "The code was wrong or used up")},
    {"unknown user"_L1, QT_TRANSLATE_NOOP("destek", "No such user")},
    {"changed"_L1, QT_TRANSLATE_NOOP("destek", "Changed")},
    {"repeated"_L1, QT_TRANSLATE_NOOP("destek", "Said again")},
    {"confirmed"_L1, QT_TRANSLATE_NOOP("destek", "Confirmed")},
    {"signature refused"_L1, QT_TRANSLATE_NOOP("destek", "The signature is wrong")},
    {"resend"_L1, QT_TRANSLATE_NOOP("destek", "To be sent again")},
    {"abandon"_L1, QT_TRANSLATE_NOOP("destek", "Given up")},
    {"yes"_L1, QT_TRANSLATE_NOOP("destek", "Yes")},
    {"no"_L1, QT_TRANSLATE_NOOP("destek", "No")},
    {"disabled"_L1, QT_TRANSLATE_NOOP("destek", "Disabled")},
    {"enabled"_L1, QT_TRANSLATE_NOOP("destek", "Enabled")},
    {"password"_L1, QT_TRANSLATE_NOOP("destek", "New password")},
    {"second factor"_L1, QT_TRANSLATE_NOOP("destek", "New second factor")},
    {"support_answer"_L1, QT_TRANSLATE_NOOP("destek", "Support answer")},
    {"information"_L1, QT_TRANSLATE_NOOP("destek", "Information")},
    {"legal_notice"_L1, QT_TRANSLATE_NOOP("destek", "Legal notice")},
};

/// First words of the object column; an id or a name follows.
constexpr Row<QLatin1StringView> kObjects[] = {
    {"message"_L1, QT_TRANSLATE_NOOP("destek", "Message")},
    {"conversation"_L1, QT_TRANSLATE_NOOP("destek", "Conversation")},
    {"device"_L1, QT_TRANSLATE_NOOP("destek", "Console")},
    {"user"_L1, QT_TRANSLATE_NOOP("destek", "User")},
    {"order"_L1, QT_TRANSLATE_NOOP("destek", "Order")},
    {"feed"_L1, QT_TRANSLATE_NOOP("destek", "Live view")},
    {"pairing"_L1, QT_TRANSLATE_NOOP("destek", "Pairing")},
    {"setup"_L1, QT_TRANSLATE_NOOP("destek", "Set-up")},
};

template <std::size_t N>
const char *sourceFor(const Row<QLatin1StringView> (&table)[N], const QString &word)
{
    for (const auto &row : table) {
        if (word == row.key)
            return row.source;
    }
    return nullptr;
}

} // namespace

QString auditObjectWords(const QString &object)
{
    const QString first = object.section(u' ', 0, 0);
    const char *source = sourceFor(kObjects, first);
    return source ? translated(source) + object.mid(first.size()) : object;
}

QString auditResultWords(const QString &result)
{
    if (const char *source = sourceFor(kResults, result))
        return translated(source);
    if (const auto state = fromWireName<SendState>(result))
        return stateWords(*state);
    if (const auto refusal = fromWireName<SendRefusal>(result))
        return refusalSentence(*refusal);
    if (const auto error = fromWireName<ApiErrorCode>(result))
        return apiErrorSentence(*error);
    return result;
}

} // namespace destek::words
