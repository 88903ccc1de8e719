#include "models/format/queue_words.h"

#include "models/format/words.h"

#include <QCoreApplication>

namespace destek::words
{

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("destek", text);
}

} // namespace

QString queueQuestionSentence(const models::QueueQuestion &question, const QString &holder)
{
    using models::WorldChange;
    switch (question.change) {
    case WorldChange::Answered:
        if (question.author.isEmpty())
            return say(QT_TRANSLATE_NOOP("destek", "Meanwhile an answer went out at %1."))
                .arg(clockTime(question.at));
        return say(QT_TRANSLATE_NOOP("destek", "Meanwhile answered at %1: %2"))
            .arg(clockTime(question.at), question.author);
    case WorldChange::Wrote:
        return say(QT_TRANSLATE_NOOP("destek", "Meanwhile this person wrote again, at %1."))
            .arg(clockTime(question.at));
    case WorldChange::Held:
        if (holder.isEmpty())
            return say(QT_TRANSLATE_NOOP("destek", "A colleague answers here now. To send this, "
                                                   "take the conversation over first."));
        return say(QT_TRANSLATE_NOOP("destek", "Answering here now: %1. To send this, take the "
                                               "conversation over first."))
            .arg(holder);
    case WorldChange::Refused:
        break;
    }
    return refusalSentence(question.refusal.value_or(SendRefusal::ConversationUnknown));
}

QString queuedText(const net::QueuedMessage &queued)
{
    if (!queued.shownText.isEmpty())
        return queued.shownText;
    const OutboundContent &content = queued.message.content;
    const QString kind = placeholderWords(content.kind);
    if (kind.isEmpty() || content.text.isEmpty())
        return kind + content.text;
    return kind + QLatin1Char(' ') + content.text;
}

} // namespace destek::words
