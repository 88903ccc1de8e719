#pragma once

#include "core/domain/agent.h"
#include "core/domain/audit.h"
#include "core/domain/conversation.h"
#include "core/policy/meta_errors.h"
#include "core/wire/api_error.h"

#include <QLocale>
#include <QString>
#include <QStringList>

/// Words for people, translated, whole sentences. Pure apart from the installed translator.
/// Every source string carries the translation context "destek".
namespace destek::words
{

// What went wrong.
[[nodiscard]] QString refusalSentence(SendRefusal refusal);
[[nodiscard]] QString workRefusalSentence(WorkRefusal refusal);
[[nodiscard]] QString apiErrorSentence(ApiErrorCode code);
/// The refusal's sentence if there is one, else the code's.
[[nodiscard]] QString apiErrorSentence(const ApiError &error);

/// Meta's category of a template in our words; an unknown one as it came.
[[nodiscard]] QString categoryWords(const QString &category);
/// Why a template that is not approved cannot go out; an unknown status as it came.
[[nodiscard]] QString templateStatusSentence(const QString &status);

struct MetaErrorWords {
    MetaErrorClass kind = MetaErrorClass::Unknown;
    bool mayRetry = false; ///< a person may send it again as it is, with a chance of success
    QString sentence;
};
/// Never empty: an unknown code gets a sentence with its number.
[[nodiscard]] MetaErrorWords metaError(int code);
[[nodiscard]] QString metaErrorSentence(int code);
/// The codes that have a sentence of their own.
[[nodiscard]] QList<int> knownMetaErrors();

// Messages.
[[nodiscard]] QString stateWords(SendState state); ///< empty for None
/// "[Picture]" for everything that is not shown as text; empty for Text and Template.
[[nodiscard]] QString placeholderWords(MessageKind kind);
/// Text as shown in a bubble: the text, or the placeholder with its detail. Hostile.
[[nodiscard]] QString bubbleText(const MessageView &message);
/// Who took it back.
[[nodiscard]] QString revokedWords(const MessageView &message);
/// For Unsupported and Unknown: what it was, as far as WhatsApp says. Hostile.
[[nodiscard]] QString foreignWords(const MessageView &message);
/// "Forwarded", "From the phone", ...: where it came from, if that is not the ordinary way.
[[nodiscard]] QStringList markWords(const MessageContent &content);
/// Why there is nothing to see or hear; empty for Here.
[[nodiscard]] QString mediaStateSentence(MediaState state);
/// "2.4 MB"; empty for 0.
[[nodiscard]] QString sizeWords(qint64 bytes, const QLocale &locale = QLocale());
/// "0:07", "1:02:03".
[[nodiscard]] QString lengthWords(qint64 milliseconds);
/// "41.008238, 28.978359": as every map understands it, whatever the language.
[[nodiscard]] QString coordinateWords(const LocationView &location);
/// "149.90 TRY"; what is no number stays as it came. Hostile.
[[nodiscard]] QString priceWords(const QString &amount, const QString &currency,
                                 const QLocale &locale = QLocale());
/// The sum, if every price is a number of one currency; else empty.
[[nodiscard]] QString orderTotalWords(const OrderView &order, const QLocale &locale = QLocale());
/// The label WhatsApp gives a line of a contact card, in the reader's language. Hostile.
[[nodiscard]] QString contactLabelWords(const QString &label);
/// Everything a bubble shows besides time and state, as one text to be read out. Hostile.
[[nodiscard]] QString spokenContent(const MessageView &message);
/// What "Copy" takes: the words without placeholders; cards, orders and forms line by line.
[[nodiscard]] QString copyText(const MessageView &message);
/// One line for the inbox, beside the kind's glyph: the words, or what kind it is. Hostile.
[[nodiscard]] QString lastLineWords(const ConversationSummary &summary);
/// The same for screen readers: always with the kind. Hostile.
[[nodiscard]] QString lastLineAloud(const ConversationSummary &summary);
/// The sentence of an event line.
[[nodiscard]] QString eventSentence(const MessageView &message);
/// Why it did not arrive: for Failed, Refused, Unknown and Abandoned; else empty.
[[nodiscard]] QString problemSentence(const MessageView &message);
/// A person may send the failed message again as it is. Never what was not sent from here.
[[nodiscard]] bool mayTryAgain(const MessageView &message);
/// Name, else masked number, else @username, else "Unnamed person". Hostile.
[[nodiscard]] QString personWords(const ConversationSummary &summary);
[[nodiscard]] QString standingWords(Standing standing);
[[nodiscard]] QString consentSourceWords(ConsentSource source);
[[nodiscard]] QString consentScopeWords(ConsentScope scope);

// Time. Local time zone of the console; `locale` gives language and order of parts.
/// "2 h 41 min left", "12 min left", "less than a minute left", "closed".
[[nodiscard]] QString timeLeftWords(Duration left);
/// Today "14:05", yesterday "Yesterday", this week "Monday", else the short date.
[[nodiscard]] QString listTime(Instant at, Instant now, const QLocale &locale = QLocale());
/// "Today", "Yesterday", "Monday 16 November 2026".
[[nodiscard]] QString dayWords(Instant at, Instant now, const QLocale &locale = QLocale());
[[nodiscard]] QString clockTime(Instant at, const QLocale &locale = QLocale());
/// Date and time of day, to the minute.
[[nodiscard]] QString dateTime(Instant at, const QLocale &locale = QLocale());
/// To the second, for logs and tool tips.
[[nodiscard]] QString fullTime(Instant at, const QLocale &locale = QLocale());
/// "12 seconds ago", "3 minutes ago": how old the screen is.
[[nodiscard]] QString ageWords(Duration age);
[[nodiscard]] bool isSameLocalDay(Instant a, Instant b);

// The log.
/// A phrase for the action's wire name; an unknown one is shown as it came.
[[nodiscard]] QString auditActionWords(const QString &wireName);
/// "message 1f3c…" -> "Message 1f3c…"; names and ids stay, our own words are translated.
[[nodiscard]] QString auditObjectWords(const QString &object);
[[nodiscard]] QString auditResultWords(const QString &result);
/// What a person gave as a reason stays; what the daemon noted is translated.
[[nodiscard]] QString auditReasonWords(const AuditLine &line);
[[nodiscard]] QString roleWords(Role role);
[[nodiscard]] QString rolesWords(RoleSet roles); ///< a list in the language's own manner

} // namespace destek::words
