#include "ui/composer/composer_mode.h"

#include "models/format/words.h"

#include <QCoreApplication>

namespace destek::ui
{

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("Composer", text);
}

QString closedSentence(const ConversationSummary &summary, bool hasDraft)
{
    if (!summary.windowClosesAt)
        return say(QT_TRANSLATE_NOOP("Composer", "This person has not written yet. Only an "
                                                 "approved template can be sent."));
    const QString when = words::dateTime(*summary.windowClosesAt);
    if (hasDraft)
        return say(QT_TRANSLATE_NOOP("Composer",
                                     "Reply window closed: %1. Only an approved template can be "
                                     "sent. What you have written is kept and comes back when "
                                     "the person writes."))
            .arg(when);
    return say(QT_TRANSLATE_NOOP("Composer", "Reply window closed: %1. Only an approved template "
                                             "can be sent."))
        .arg(when);
}

bool windowRanOut(const ConversationSummary &summary, Instant now)
{
    return summary.windowClosesAt && *summary.windowClosesAt <= now;
}

} // namespace

ComposerMode composerMode(const ConversationSummary &summary, net::FeedState feed, bool mayWrite,
                          Instant now, AgentId me)
{
    if (!mayWrite)
        return ComposerMode::Locked;
    if (summary.standby)
        return ComposerMode::Locked;
    const bool offline = feed == net::FeedState::Offline;
    if (!offline && feed != net::FeedState::Live)
        return ComposerMode::CatchingUp;
    if (isHeldByOther(summary.work, me, now))
        return ComposerMode::Held;
    // The allowance was true when it came; the clock may have closed the window since.
    auto freeText = summary.allowance.freeText;
    if (!freeText && windowRanOut(summary, now))
        freeText = SendRefusal::WindowClosed;
    if (!freeText)
        return offline ? ComposerMode::WriteOffline : ComposerMode::Write;
    if (*freeText == SendRefusal::WindowClosed && !summary.allowance.templates)
        return ComposerMode::Templates;
    return ComposerMode::Locked;
}

QString composerSentence(ComposerMode mode, const ConversationSummary &summary, bool mayWrite,
                         bool hasDraft, const QString &holder, const QString &claimKey,
                         const QString &noteKey)
{
    switch (mode) {
    case ComposerMode::Write:
        return {};
    case ComposerMode::WriteOffline:
        return say(QT_TRANSLATE_NOOP(
            "Composer",
            "You are offline. What you send waits here, encrypted. When the connection is "
            "back it goes "
            "out; if something has happened by then, you are asked first."));
    case ComposerMode::CatchingUp:
        return say(QT_TRANSLATE_NOOP("Composer",
                                     "Catching up: newer messages may still be on their way. "
                                     "You can write again in a moment; your text is kept."));
    case ComposerMode::Held:
        return say(QT_TRANSLATE_NOOP("Composer",
                                     "%1 is answering. You may write a note (%2) or take over (%3, "
                                     "twice). Your text is kept."))
            .arg(holder, noteKey, claimKey);
    case ComposerMode::Templates:
        return closedSentence(summary, hasDraft);
    case ComposerMode::Locked:
        break;
    }
    if (!mayWrite)
        return say(QT_TRANSLATE_NOOP(
            "Composer", "Your role lets you read this conversation but not answer it."));
    if (summary.standby)
        return words::refusalSentence(SendRefusal::Standby);
    const auto why = summary.allowance.freeText.value_or(SendRefusal::WindowClosed);
    if (why == SendRefusal::OptedOut || summary.standing == Standing::OptedOut)
        return say(QT_TRANSLATE_NOOP("Composer",
                                     "No permission: this person does not want messages. You "
                                     "may answer when the person writes again."));
    if (why == SendRefusal::WindowClosed && summary.allowance.templates)
        return words::refusalSentence(*summary.allowance.templates);
    return words::refusalSentence(why);
}

} // namespace destek::ui
