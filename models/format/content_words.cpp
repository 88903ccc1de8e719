// What is wrong with a message or a file that somebody wants to send, and what to do about it.
#include "models/format/content_words.h"

#include "core/policy/content_limits.h"
#include "models/format/table.h"

namespace destek::words
{

namespace
{

using P = ContentProblem;
const Row<P> kProblems[]{
    {P::TextMissing, QT_TRANSLATE_NOOP("destek", "Write the text of the message.")},
    {P::TextTooLong, QT_TRANSLATE_NOOP("destek", "The text is too long. Please shorten it.")},
    {P::CaptionTooLong, QT_TRANSLATE_NOOP("destek", "The caption is longer than 1,024 characters. "
                                                    "Please shorten it.")},
    {P::CaptionNotAllowed,
     QT_TRANSLATE_NOOP("destek", "Recordings and stickers cannot have a caption. Send the words as "
                                 "a message of their own.")},
    {P::FileMissing, QT_TRANSLATE_NOOP("destek", "Choose the file.")},
    {P::FileTooLarge, QT_TRANSLATE_NOOP("destek", "The file is larger than WhatsApp takes.")},
    {P::FileTypeNotAllowed,
     QT_TRANSLATE_NOOP("destek", "WhatsApp does not take files of this type.")},
    {P::PlaceMissing,
     QT_TRANSLATE_NOOP("destek", "Enter latitude (-90 to 90) and longitude (-180 to 180), or paste "
                                 "them into the first field.")},
    {P::ContactMissing, QT_TRANSLATE_NOOP("destek", "Enter the contact.")},
    {P::ContactWithoutName, QT_TRANSLATE_NOOP("destek", "Enter the name of the contact.")},
    {P::ButtonsMissing, QT_TRANSLATE_NOOP("destek", "Enter at least one button.")},
    {P::TooManyButtons, QT_TRANSLATE_NOOP("destek", "At most three buttons fit below a message.")},
    {P::ButtonLabelMissing, QT_TRANSLATE_NOOP("destek", "Enter the words on the button.")},
    {P::ButtonLabelTooLong,
     QT_TRANSLATE_NOOP("destek", "At most 20 characters fit on a button. Please shorten it.")},
    {P::ButtonLabelTwice,
     QT_TRANSLATE_NOOP("destek", "Two buttons have the same words. Please change one.")},
    {P::ListEmpty, QT_TRANSLATE_NOOP("destek", "Enter at least one row in each section.")},
    {P::ListTooLong,
     QT_TRANSLATE_NOOP("destek", "A list has at most 10 rows. Please remove some.")},
    {P::ListTitleMissing, QT_TRANSLATE_NOOP("destek", "Every row needs a title, and every section "
                                                      "too if there are several.")},
    {P::ListTextTooLong,
     QT_TRANSLATE_NOOP("destek", "Titles in a list have at most 24 characters, descriptions at "
                                 "most 72. Please shorten them.")},
    {P::HeaderTooLong,
     QT_TRANSLATE_NOOP("destek", "The header has at most 60 characters. Please shorten it.")},
    {P::FooterTooLong,
     QT_TRANSLATE_NOOP("destek", "The footer has at most 60 characters. Please shorten it.")},
    {P::TargetMissing, QT_TRANSLATE_NOOP("destek", "The message to react to is missing.")},
    {P::NotSendable, QT_TRANSLATE_NOOP("destek", "This cannot be sent with WhatsApp.")},
};

QString say(const char *sentence)
{
    return translated(sentence);
}

QString tooLargeSentence(MessageKind kind)
{
    const QString most = fileSizeWords(fileLimit(kind).bytes);
    switch (kind) {
    case MessageKind::Image:
        return say(QT_TRANSLATE_NOOP("destek", "WhatsApp takes pictures of at most %1. It can be "
                                               "made smaller here."))
            .arg(most);
    case MessageKind::Video:
        return say(QT_TRANSLATE_NOOP("destek",
                                     "WhatsApp takes videos of at most %1. Please shorten "
                                     "or compress it."))
            .arg(most);
    case MessageKind::Audio:
    case MessageKind::Voice:
        return say(QT_TRANSLATE_NOOP("destek", "WhatsApp takes recordings of at most %1. Please "
                                               "shorten or compress it."))
            .arg(most);
    case MessageKind::Sticker:
        return say(QT_TRANSLATE_NOOP("destek", "WebP goes out as a sticker of at most %1. It can "
                                               "be sent as a JPEG picture instead."))
            .arg(most);
    default:
        return say(QT_TRANSLATE_NOOP("destek", "WhatsApp takes documents of at most %1. Please "
                                               "split or compress it."))
            .arg(most);
    }
}

} // namespace

QString contentProblemSentence(ContentProblem problem)
{
    return translated(sourceFor(kProblems, problem));
}

QString fileFaultSentence(const models::Attachment &item)
{
    using F = models::FileFault;
    switch (item.fault) {
    case F::None:
        return {};
    case F::Empty:
        return say(QT_TRANSLATE_NOOP("destek", "The file is empty."));
    case F::Unreadable:
        return say(QT_TRANSLATE_NOOP("destek", "The file could not be read. Check that it still "
                                               "exists and attach it again."));
    case F::TypeNotAllowed:
        return say(QT_TRANSLATE_NOOP(
            "destek", "WhatsApp does not take files of this type. It takes JPEG and PNG pictures, "
                      "MP4 videos, recordings, PDF, text and Office documents."));
    case F::TooLarge:
        return tooLargeSentence(item.kind);
    case F::CaptionTooLong:
        return contentProblemSentence(ContentProblem::CaptionTooLong);
    }
    return {};
}

QString fileSizeWords(qint64 bytes, const QLocale &locale)
{
    return locale.formattedDataSize(bytes, bytes < (1 << 20) ? 0 : 1,
                                    QLocale::DataSizeTraditionalFormat);
}

QString fileKindWords(const QString &mimeType, MessageKind kind)
{
    switch (kind) {
    case MessageKind::Image:
        return say(QT_TRANSLATE_NOOP("destek", "Picture"));
    case MessageKind::Video:
        return say(QT_TRANSLATE_NOOP("destek", "Video"));
    case MessageKind::Audio:
    case MessageKind::Voice:
        return say(QT_TRANSLATE_NOOP("destek", "Recording"));
    case MessageKind::Sticker:
        return say(QT_TRANSLATE_NOOP("destek", "Sticker"));
    default:
        return mimeType.isEmpty() ? say(QT_TRANSLATE_NOOP("destek", "File"))
                                  : say(QT_TRANSLATE_NOOP("destek", "Document"));
    }
}

} // namespace destek::words
