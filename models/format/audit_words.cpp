#include "core/domain/audit.h"
#include "core/domain/work.h"
#include "models/format/table.h"
#include "models/format/words.h"

#include <QHash>
#include <QRegularExpression>

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
    {"made"_L1, QT_TRANSLATE_NOOP("destek", "Made")},
    {"removed"_L1, QT_TRANSLATE_NOOP("destek", "Removed")},
    {"kept"_L1, QT_TRANSLATE_NOOP("destek", "Kept")},
    {"shared"_L1, QT_TRANSLATE_NOOP("destek", "Shared with the team")},
    {"unshared"_L1, QT_TRANSLATE_NOOP("destek", "For oneself only")},
    {"by hand"_L1, QT_TRANSLATE_NOOP("destek", "By hand")},
    {"overtaken"_L1, QT_TRANSLATE_NOOP("destek", "Something newer is known")},
    {"ended elsewhere"_L1, QT_TRANSLATE_NOOP("destek", "Ended from another console")},
    {"ended by an administrator"_L1, QT_TRANSLATE_NOOP("destek", "Ended by an administrator")},
    {"none"_L1, QT_TRANSLATE_NOOP("destek", "Nothing about customers")},
    {"name"_L1, QT_TRANSLATE_NOOP("destek", "The name only")},
    {"name_and_text"_L1, QT_TRANSLATE_NOOP("destek", "The name and the text")},
};

/// The same with numbers in their places.
constexpr Row<QLatin1StringView> kCountedResults[] = {
    {"automatic, %1 each"_L1, QT_TRANSLATE_NOOP("destek", "Automatic, at most %1 each")},
    {"attempt %1"_L1, QT_TRANSLATE_NOOP("destek", "Attempt %1")},
    {"messages %1, files %2, keys %3"_L1,
     QT_TRANSLATE_NOOP("destek", "Messages: %1, files: %2, keys: %3")},
    {"messages %1, people %2, keys %3, files %4"_L1,
     QT_TRANSLATE_NOOP("destek", "Messages: %1, people: %2, keys: %3, files: %4")},
};

/// What the daemon itself notes as a reason.
constexpr Row<QLatin1StringView> kReasons[] = {
    {"interrupted"_L1, QT_TRANSLATE_NOOP("destek", "The server stopped before the answer came")},
    {"store error %1"_L1, QT_TRANSLATE_NOOP("destek", "It could not be stored (%1)")},
};

constexpr Row<WorkAct::Kind> kActs[] = {
    {WorkAct::Kind::Claim, QT_TRANSLATE_NOOP("destek", "Claimed")},
    {WorkAct::Kind::TakeOver, QT_TRANSLATE_NOOP("destek", "Taken over")},
    {WorkAct::Kind::Release, QT_TRANSLATE_NOOP("destek", "Let go")},
    {WorkAct::Kind::Assign, QT_TRANSLATE_NOOP("destek", "Assigned")},
    {WorkAct::Kind::Snooze, QT_TRANSLATE_NOOP("destek", "Snoozed")},
    {WorkAct::Kind::Resolve, QT_TRANSLATE_NOOP("destek", "Resolved")},
    {WorkAct::Kind::Reopen, QT_TRANSLATE_NOOP("destek", "Reopened")},
    {WorkAct::Kind::AddLabel, QT_TRANSLATE_NOOP("destek", "Label put on")},
    {WorkAct::Kind::RemoveLabel, QT_TRANSLATE_NOOP("destek", "Label taken off")},
    {WorkAct::Kind::SetPriority, QT_TRANSLATE_NOOP("destek", "Priority set")},
};

/// Beginnings of each part of the object column; an id or a name may follow.
constexpr Row<QLatin1StringView> kObjects[] = {
    {"message"_L1, QT_TRANSLATE_NOOP("destek", "Message")},
    {"conversations"_L1, QT_TRANSLATE_NOOP("destek", "Conversations")},
    {"conversation"_L1, QT_TRANSLATE_NOOP("destek", "Conversation")},
    {"device"_L1, QT_TRANSLATE_NOOP("destek", "Console")},
    {"user"_L1, QT_TRANSLATE_NOOP("destek", "User")},
    {"agent"_L1, QT_TRANSLATE_NOOP("destek", "Agent")},
    {"order"_L1, QT_TRANSLATE_NOOP("destek", "Order")},
    {"feed"_L1, QT_TRANSLATE_NOOP("destek", "Live view")},
    {"notifications"_L1, QT_TRANSLATE_NOOP("destek", "Notifications")},
    {"pairing"_L1, QT_TRANSLATE_NOOP("destek", "Pairing")},
    {"setup"_L1, QT_TRANSLATE_NOOP("destek", "Set-up")},
    {"label"_L1, QT_TRANSLATE_NOOP("destek", "Label")},
    {"quick reply"_L1, QT_TRANSLATE_NOOP("destek", "Quick reply")},
    {"view"_L1, QT_TRANSLATE_NOOP("destek", "View")},
    {"assignment"_L1, QT_TRANSLATE_NOOP("destek", "Automatic assignment")},
    {"company dictionary"_L1, QT_TRANSLATE_NOOP("destek", "Company dictionary")},
    {"template"_L1, QT_TRANSLATE_NOOP("destek", "Template")},
    {"file"_L1, QT_TRANSLATE_NOOP("destek", "File")},
    {"alert"_L1, QT_TRANSLATE_NOOP("destek", "Report")},
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

/// Numbers in the places of the pattern. Made once: rows of the log are painted with it.
const QRegularExpression &expressionFor(QLatin1StringView pattern)
{
    static QHash<QLatin1StringView, QRegularExpression> made;
    QRegularExpression &expression = made[pattern];
    if (!expression.pattern().isEmpty())
        return expression;
    static const QRegularExpression place(u"%\\d"_s);
    QStringList between = QString(pattern).split(place);
    for (QString &part : between)
        part = QRegularExpression::escape(part);
    expression.setPattern(QRegularExpression::anchoredPattern(between.join(u"(\\d+)"_s)));
    return expression;
}

/// "attempt 3" by the row "attempt %1": what stands where the numbers are; nullopt: another word.
std::optional<QStringList> numbersIn(const QString &word, QLatin1StringView pattern)
{
    const auto match = expressionFor(pattern).match(word);
    return match.hasMatch() ? std::optional(match.capturedTexts().mid(1)) : std::nullopt;
}

template <std::size_t N>
QString counted(const Row<QLatin1StringView> (&table)[N], const QString &word)
{
    for (const auto &row : table) {
        const auto numbers = numbersIn(word, row.key);
        if (!numbers)
            continue;
        QString words = translated(row.source);
        for (const QString &number : *numbers)
            words = words.arg(number);
        return words;
    }
    return {};
}

/// "resolve", and "resolve 12" for many at once.
QString actWords(const QString &result)
{
    const auto kind = fromWireName<WorkAct::Kind>(result.section(u' ', 0, 0));
    if (!kind)
        return {};
    const QString number = result.section(u' ', 1);
    const QString words = translated(sourceFor(kActs, *kind));
    return number.isEmpty() ? words
                            : QCoreApplication::translate("destek", "%1: %2", "an act, how many")
                                  .arg(words, number);
}

/// "agent,supervisor": what a user may do.
QString roleListWords(const QString &result)
{
    const RoleSet roles = RoleSet::fromString(result);
    return !roles.isEmpty() && roles.toString() == result ? rolesWords(roles) : QString();
}

QString partWords(const QString &part)
{
    for (const auto &row : kObjects) {
        if (part == row.key || part.startsWith(row.key + u' '))
            return translated(row.source) + part.mid(row.key.size());
    }
    return part;
}

} // namespace

QString auditObjectWords(const QString &object)
{
    QStringList parts = object.split(u", "_s);
    for (QString &part : parts)
        part = partWords(part);
    return parts.join(u", "_s);
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
    for (const QString &words :
         {counted(kCountedResults, result), actWords(result), roleListWords(result)}) {
        if (!words.isEmpty())
            return words;
    }
    return result;
}

QString auditReasonWords(const AuditLine &line)
{
    const auto action = fromWireName<AuditAction>(line.action);
    const auto source = fromWireName<ConsentSource>(line.reason);
    if (source && (action == AuditAction::OptedIn || action == AuditAction::OptedOut))
        return consentSourceWords(*source);
    if (action != AuditAction::MessageSettled && action != AuditAction::EventDeadLettered)
        return line.reason;
    if (const auto code = numbersIn(line.reason, "code %1"_L1))
        return metaErrorSentence(code->first().toInt());
    const QString words = counted(kReasons, line.reason);
    return words.isEmpty() ? line.reason : words;
}

} // namespace destek::words
