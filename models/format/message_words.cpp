#include "models/format/table.h"
#include "models/format/words.h"

using namespace Qt::StringLiterals;

namespace destek::words
{

namespace
{

using S = SendState;
const Row<S> kStates[]{
    {S::Queued, QT_TRANSLATE_NOOP("destek", "Waiting to be sent")},
    {S::Sending, QT_TRANSLATE_NOOP("destek", "Sending")},
    {S::Unknown, QT_TRANSLATE_NOOP("destek", "Unclear whether it was sent")},
    {S::Accepted, QT_TRANSLATE_NOOP("destek", "Accepted by WhatsApp")},
    {S::Sent, QT_TRANSLATE_NOOP("destek", "Sent")},
    {S::Delivered, QT_TRANSLATE_NOOP("destek", "Delivered")},
    {S::Read, QT_TRANSLATE_NOOP("destek", "Read")},
    {S::Played, QT_TRANSLATE_NOOP("destek", "Played")},
    {S::Failed, QT_TRANSLATE_NOOP("destek", "Not delivered")},
    {S::Refused, QT_TRANSLATE_NOOP("destek", "Not sent")},
    {S::Abandoned, QT_TRANSLATE_NOOP("destek", "Given up")},
    {S::Withdrawn, QT_TRANSLATE_NOOP("destek", "Taken back before it went out")},
};

using K = MessageKind;
const Row<K> kPlaceholders[]{
    {K::Image, QT_TRANSLATE_NOOP("destek", "[Picture]")},
    {K::Video, QT_TRANSLATE_NOOP("destek", "[Video]")},
    {K::Audio, QT_TRANSLATE_NOOP("destek", "[Audio]")},
    {K::Voice, QT_TRANSLATE_NOOP("destek", "[Voice message]")},
    {K::Document, QT_TRANSLATE_NOOP("destek", "[Document]")},
    {K::Sticker, QT_TRANSLATE_NOOP("destek", "[Sticker]")},
    {K::Location, QT_TRANSLATE_NOOP("destek", "[Location]")},
    {K::Contacts, QT_TRANSLATE_NOOP("destek", "[Contact card]")},
    {K::Button, QT_TRANSLATE_NOOP("destek", "[Button pressed]")},
    {K::Interactive, QT_TRANSLATE_NOOP("destek", "[Choice]")},
    {K::Reaction, QT_TRANSLATE_NOOP("destek", "[Reaction]")},
    {K::Order, QT_TRANSLATE_NOOP("destek", "[Order]")},
    {K::System, QT_TRANSLATE_NOOP("destek", "[Notice from WhatsApp]")},
    {K::Unsupported, QT_TRANSLATE_NOOP("destek", "[Message WhatsApp cannot show here]")},
    {K::Edit, QT_TRANSLATE_NOOP("destek", "[Message was edited]")},
    {K::Revoke, QT_TRANSLATE_NOOP("destek", "[Message was deleted by its writer]")},
    {K::Event, QT_TRANSLATE_NOOP("destek", "[Event]")},
    {K::Unknown, QT_TRANSLATE_NOOP("destek", "[Message of an unknown type]")},
};

using V = EventKind;
const Row<V> kEvents[]{
    {V::OptedOut, QT_TRANSLATE_NOOP("destek", "This person asked not to be written to any more.")},
    {V::OptedIn, QT_TRANSLATE_NOOP("destek", "This person may be written to again.")},
    {V::OptOutQuestion,
     QT_TRANSLATE_NOOP("destek",
                       "These words may ask us to stop writing. Please say what is meant.")},
    {V::OptOutQuestionAnsweredNo,
     QT_TRANSLATE_NOOP("destek", "A colleague decided that this was not a wish to stop.")},
    {V::NumberChanged, QT_TRANSLATE_NOOP("destek", "This person's number has changed.")},
    {V::CardMasked,
     QT_TRANSLATE_NOOP("destek", "A card number in a message was made unreadable before storing.")},
    {V::IdentityKeyChanged,
     QT_TRANSLATE_NOOP("destek", "This person uses WhatsApp on a new device, or the number has a "
                                 "new owner. Make sure whom you are writing to.")},
    {V::NumberRecycled,
     QT_TRANSLATE_NOOP("destek", "This number came with another identity. It is treated as a new "
                                 "person until somebody has checked it.")},
    {V::HistoryImported,
     QT_TRANSLATE_NOOP("destek", "Earlier messages were taken over from the phone.")},
    {V::HandedOver, QT_TRANSLATE_NOOP("destek", "Somebody else answers this conversation now.")},
    {V::TakenBack, QT_TRANSLATE_NOOP("destek", "We answer this conversation again.")},
    {V::UserIdChanged,
     QT_TRANSLATE_NOOP("destek",
                       "WhatsApp gave this person a new user ID. It is the same person.")},
    {V::TemplateHeld,
     QT_TRANSLATE_NOOP("destek", "WhatsApp has not sent this message yet: it looks at the quality "
                                 "of the template first. The ticks will show when it leaves.")},
    {V::TemplatePaused,
     QT_TRANSLATE_NOOP("destek", "WhatsApp did not send this message: the template is paused for "
                                 "its quality. Please use another template.")},
    {V::Assigned, QT_TRANSLATE_NOOP("destek", "%1 assigned this conversation to %2.")},
    {V::TakenOver, QT_TRANSLATE_NOOP("destek", "%1 took this conversation over from %2.")},
    {V::Snoozed, QT_TRANSLATE_NOOP("destek", "%1 snoozed this conversation until %2.")},
    {V::SnoozeOver, QT_TRANSLATE_NOOP("destek", "The time this conversation was snoozed for is "
                                                "over.")},
    {V::Resolved, QT_TRANSLATE_NOOP("destek", "%1 resolved this conversation.")},
    {V::Reopened, QT_TRANSLATE_NOOP("destek", "%1 reopened this conversation.")},
};

/// Who did it to whom: names and times stand in for %1 and %2 (lines about work).
QString filled(const QString &sentence, const MessageView &message)
{
    const QString detail = message.event == EventKind::Snoozed
                               ? fullTime(Instant::fromMs(message.text.toLongLong()))
                               : message.text;
    // One step, so that a name that holds "%2" stays a name.
    return sentence.contains(u"%2"_s)   ? sentence.arg(message.author, detail)
           : sentence.contains(u"%1"_s) ? sentence.arg(message.author)
                                        : sentence;
}

/// `names`: whose it is now; below it, if it was somebody's, who is not here.
QString assignedByRule(const QString &names)
{
    const QString now = names.section(u'\n', 0, 0);
    const QString before = names.section(u'\n', 1);
    if (before.isEmpty())
        return QCoreApplication::translate("destek", "Assigned automatically: %1").arg(now);
    return QCoreApplication::translate("destek", "Assigned automatically: %1. Not here: %2",
                                       "two names")
        .arg(now, before);
}

bool hasGlyph(MessageKind kind)
{
    switch (kind) {
    case K::Image:
    case K::Video:
    case K::Audio:
    case K::Voice:
    case K::Document:
    case K::Sticker:
    case K::Location:
    case K::Contacts:
    case K::Button:
    case K::Interactive:
        return true;
    default:
        return false;
    }
}

QString withDetail(const QString &placeholder, const QString &detail)
{
    return detail.isEmpty() ? placeholder : placeholder + u' ' + detail;
}

} // namespace

QString stateWords(SendState state)
{
    const char *source = sourceFor(kStates, state);
    return source ? translated(source) : QString();
}

QString placeholderWords(MessageKind kind)
{
    if (kind == MessageKind::Text || kind == MessageKind::Template || kind == MessageKind::Note)
        return {};
    const char *source = sourceFor(kPlaceholders, kind);
    return translated(source ? source : sourceFor(kPlaceholders, MessageKind::Unknown));
}

QString bubbleText(const MessageView &message)
{
    if (message.kind == MessageKind::Note)
        return message.text;
    if (message.direction == Direction::Event || message.kind == MessageKind::Event)
        return eventSentence(message);
    if (message.content.revoked)
        return revokedWords(message);
    if (message.kind == MessageKind::Unsupported || message.kind == MessageKind::Unknown)
        return foreignWords(message);
    const QString placeholder = placeholderWords(message.kind);
    if (placeholder.isEmpty())
        return message.text.isEmpty() ? message.templateName : message.text;
    if (message.text.isEmpty() && message.content.media)
        return withDetail(placeholder, message.content.media->fileName);
    return withDetail(placeholder, message.text);
}

QString lastLineWords(const ConversationSummary &summary)
{
    const QString placeholder = placeholderWords(summary.lastKind);
    if (placeholder.isEmpty())
        return summary.lastLine;
    const QString kind = placeholder.mid(1, placeholder.size() - 2); // without its brackets
    if (summary.lastLine.isEmpty())
        return kind;
    // The glyph says the kind; a reaction and the rest have none.
    return hasGlyph(summary.lastKind) ? summary.lastLine : kind + u": "_s + summary.lastLine;
}

QString lastLineAloud(const ConversationSummary &summary)
{
    const QString placeholder = placeholderWords(summary.lastKind);
    return placeholder.isEmpty() ? summary.lastLine : withDetail(placeholder, summary.lastLine);
}

QString eventSentence(const MessageView &message)
{
    if (message.kind == MessageKind::Note)
        return QCoreApplication::translate("destek", "Internal note, %1: %2", "who, what")
            .arg(message.author, message.text);
    if (message.event == EventKind::Assigned && message.author.isEmpty())
        return assignedByRule(message.text);
    if (message.event == EventKind::Assigned && message.text.isEmpty())
        return QCoreApplication::translate("destek",
                                           "%1 took the assignment off this conversation.")
            .arg(message.author);
    const char *source = sourceFor(kEvents, message.event);
    if (source)
        return filled(translated(source), message);
    return QCoreApplication::translate(
        "destek", "Something happened here that this console is too old to show.");
}

namespace
{

/// The code is what the administrator, or WhatsApp's support, asks for.
QString withCode(const QString &sentence, int code)
{
    return code > 0 ? u"%1 (%2)"_s.arg(sentence).arg(code) : sentence;
}

/// With Meta's code 0 nothing fails, it waits.
int failureCode(const MessageView &message)
{
    return message.errorCode == 0 ? kNoMetaCode : message.errorCode;
}

/// Of a message that WhatsApp did not take yet, or gave back, and that is sent again.
QString putOffSentence(int code)
{
    if (code == 0)
        return {};
    if (!metaErrorRule(code).stopsSending)
        return withCode(
            QCoreApplication::translate(
                "destek", "WhatsApp put this message off. It is kept and sent again by itself."),
            code);
    return withCode(QCoreApplication::translate("destek", "This message is kept and sent as soon "
                                                          "as WhatsApp takes our messages again. "
                                                          "%1")
                        .arg(metaErrorSentence(code)),
                    code);
}

} // namespace

bool mayTryAgain(const MessageView &message)
{
    return message.state == SendState::Failed && message.content.provenance == Provenance::Cloud &&
           metaError(failureCode(message)).mayRetry;
}

QString problemSentence(const MessageView &message)
{
    switch (message.state) {
    case SendState::Queued:
        return putOffSentence(message.errorCode);
    case SendState::Failed:
        return withCode(metaErrorSentence(failureCode(message)), message.errorCode);
    case SendState::Refused: {
        const auto refusal = fromWireName<SendRefusal>(message.refusal);
        return refusal ? refusalSentence(*refusal) : apiErrorSentence(ApiErrorCode::Refused);
    }
    case SendState::Unknown:
        return QCoreApplication::translate(
            "destek", "Nobody knows whether this message went out. It is not sent again by itself; "
                      "please decide.");
    case SendState::Abandoned:
        return QCoreApplication::translate(
            "destek", "It is unknown whether this message went out; a colleague gave it up.");
    default:
        return {};
    }
}

QString personWords(const ConversationSummary &summary)
{
    if (!summary.name.trimmed().isEmpty())
        return summary.name;
    if (!summary.number.isEmpty())
        return summary.number;
    if (!summary.username.isEmpty())
        return u'@' + summary.username;
    return QCoreApplication::translate("destek", "Unnamed person");
}

QString standingWords(Standing standing)
{
    return standing == Standing::Open
               ? QCoreApplication::translate("destek", "May be written to")
               : QCoreApplication::translate("destek", "Does not want to be written to");
}

QString consentSourceWords(ConsentSource source)
{
    using C = ConsentSource;
    static const Row<C> table[]{
        {C::Keyword, QT_TRANSLATE_NOOP("destek", "By a word they wrote")},
        {C::Button, QT_TRANSLATE_NOOP("destek", "By a button they pressed")},
        {C::AgentRecord, QT_TRANSLATE_NOOP("destek", "Recorded by a colleague")},
        {C::MetaPreference, QT_TRANSLATE_NOOP("destek", "By their setting in WhatsApp")},
        {C::MetaError, QT_TRANSLATE_NOOP("destek", "Reported by WhatsApp when we wrote")},
        {C::Restored, QT_TRANSLATE_NOOP("destek", "Said earlier; kept without their data")},
        {C::ListReply, QT_TRANSLATE_NOOP("destek", "By a choice from a list")},
        {C::Email, QT_TRANSLATE_NOOP("destek", "Said in an e-mail")},
        {C::Call, QT_TRANSLATE_NOOP("destek", "Said on the telephone")},
    };
    return translated(sourceFor(table, source));
}

QString consentScopeWords(ConsentScope scope)
{
    return scope == ConsentScope::Marketing
               ? QCoreApplication::translate("destek", "marketing messages only")
               : QCoreApplication::translate("destek", "every message we send unasked");
}

} // namespace destek::words
