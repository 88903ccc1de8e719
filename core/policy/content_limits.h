#pragma once

#include "core/domain/outbound.h"

#include <QStringList>

#include <optional>

/// What WhatsApp takes, so that nobody waits for an upload that cannot succeed. Lengths are
/// UTF-16 code units, sizes bytes. Source: facts/whatsapp.md 4.1, 4.2. Pure; asked by the
/// composer before sending and by the daemon before queuing.
namespace destek
{

constexpr int kCaptionLimit = 1024;
constexpr int kButtonsAtMost = 3;
constexpr int kButtonLabelLimit = 20;
constexpr int kListRowsAtMost = 10;
constexpr int kListButtonLimit = 20;
constexpr int kListTitleLimit = 24;
constexpr int kListDescriptionLimit = 72;
constexpr int kHeaderLimit = 60;
constexpr int kFooterLimit = 60;
constexpr int kContactsAtMost = 257;
constexpr Duration kReactionAge = std::chrono::hours(24 * 30);

enum class ContentProblem : quint8 {
    TextMissing,
    TextTooLong,
    CaptionTooLong,
    CaptionNotAllowed, ///< audio and stickers have none
    FileMissing,
    FileTooLarge,
    FileTypeNotAllowed,
    PlaceMissing, ///< no coordinates, or none on earth
    ContactMissing,
    ContactWithoutName,
    ButtonsMissing,
    TooManyButtons,
    ButtonLabelMissing,
    ButtonLabelTooLong,
    ButtonLabelTwice,
    ListEmpty,
    ListTooLong,
    ListTitleMissing, ///< several sections: each needs one
    ListTextTooLong,
    HeaderTooLong,
    FooterTooLong,
    TargetMissing, ///< a reaction to nothing
    NotSendable,   ///< a kind nobody can send
};
constexpr auto enumNames(ContentProblem)
{
    using P = ContentProblem;
    return std::array{DESTEK_NAME(P::TextMissing, "text_missing"),
                      DESTEK_NAME(P::TextTooLong, "text_too_long"),
                      DESTEK_NAME(P::CaptionTooLong, "caption_too_long"),
                      DESTEK_NAME(P::CaptionNotAllowed, "caption_not_allowed"),
                      DESTEK_NAME(P::FileMissing, "file_missing"),
                      DESTEK_NAME(P::FileTooLarge, "file_too_large"),
                      DESTEK_NAME(P::FileTypeNotAllowed, "file_type_not_allowed"),
                      DESTEK_NAME(P::PlaceMissing, "place_missing"),
                      DESTEK_NAME(P::ContactMissing, "contact_missing"),
                      DESTEK_NAME(P::ContactWithoutName, "contact_without_name"),
                      DESTEK_NAME(P::ButtonsMissing, "buttons_missing"),
                      DESTEK_NAME(P::TooManyButtons, "too_many_buttons"),
                      DESTEK_NAME(P::ButtonLabelMissing, "button_label_missing"),
                      DESTEK_NAME(P::ButtonLabelTooLong, "button_label_too_long"),
                      DESTEK_NAME(P::ButtonLabelTwice, "button_label_twice"),
                      DESTEK_NAME(P::ListEmpty, "list_empty"),
                      DESTEK_NAME(P::ListTooLong, "list_too_long"),
                      DESTEK_NAME(P::ListTitleMissing, "list_title_missing"),
                      DESTEK_NAME(P::ListTextTooLong, "list_text_too_long"),
                      DESTEK_NAME(P::HeaderTooLong, "header_too_long"),
                      DESTEK_NAME(P::FooterTooLong, "footer_too_long"),
                      DESTEK_NAME(P::TargetMissing, "target_missing"),
                      DESTEK_NAME(P::NotSendable, "not_sendable")};
}

/// nullopt: WhatsApp would take it. Templates are judged by send_policy.
[[nodiscard]] std::optional<ContentProblem> problemOf(const OutboundContent &content);

/// What may be sent as this kind; empty types: no file of this kind exists.
struct FileLimit {
    QStringList mimeTypes; ///< lower case, without parameters
    qint64 bytes = 0;
};
[[nodiscard]] FileLimit fileLimit(MessageKind kind);
/// How a file of this type is sent: Image, Video, Audio, Sticker or Document; nullopt: not at
/// all. WebP is a picture only as a sticker.
[[nodiscard]] std::optional<MessageKind> kindForFile(const QString &mimeType);
/// The type found in the first bytes (1 KiB is enough); empty if it is none that may be sent.
/// The name and what anybody says of it do not count (facts/whatsapp.md 4.3, error 131053), only
/// for text and the office formats, whose containers look alike, the name's ending helps.
[[nodiscard]] QString sniffedType(const QByteArray &head, const QString &fileName);

} // namespace destek
