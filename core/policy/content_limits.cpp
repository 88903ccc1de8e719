#include "core/policy/content_limits.h"

#include "core/policy/send_policy.h"

#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace destek
{

namespace
{

using P = ContentProblem;
using Problem = std::optional<ContentProblem>;

constexpr int kButtonIdLimit = 256;
constexpr int kRowIdLimit = 200;
constexpr int kInteractiveTextLimit = 1024;

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

Problem problemOfText(const QString &text, int atMost)
{
    if (isBlank(text))
        return P::TextMissing;
    if (text.size() > atMost)
        return P::TextTooLong;
    return std::nullopt;
}

Problem problemOfFile(const OutboundContent &content)
{
    if (!content.upload.isValid())
        return P::FileMissing;
    const bool captionAllowed = content.kind == MessageKind::Image ||
                                content.kind == MessageKind::Video ||
                                content.kind == MessageKind::Document;
    if (!captionAllowed && !content.text.isEmpty())
        return P::CaptionNotAllowed;
    if (content.text.size() > kCaptionLimit)
        return P::CaptionTooLong;
    return std::nullopt;
}

Problem problemOfPlace(const std::optional<LocationView> &place)
{
    // A comparison with NaN is false, so what is no number is no place either.
    if (place && std::abs(place->latitude) <= 90.0 && std::abs(place->longitude) <= 180.0)
        return std::nullopt;
    return P::PlaceMissing;
}

Problem problemOfContacts(const QList<ContactCard> &contacts)
{
    if (contacts.isEmpty() || contacts.size() > kContactsAtMost)
        return P::ContactMissing;
    for (const ContactCard &card : contacts) {
        if (isBlank(card.name))
            return P::ContactWithoutName;
    }
    return std::nullopt;
}

Problem problemOfButtons(const QList<ButtonView> &buttons)
{
    if (buttons.isEmpty())
        return P::ButtonsMissing;
    if (buttons.size() > kButtonsAtMost)
        return P::TooManyButtons;
    QSet<QString> labels;
    for (const ButtonView &button : buttons) {
        if (button.kind != ButtonKind::Reply)
            return P::NotSendable;
        if (isBlank(button.label))
            return P::ButtonLabelMissing;
        if (button.label.size() > kButtonLabelLimit || button.id.size() > kButtonIdLimit)
            return P::ButtonLabelTooLong;
        if (labels.contains(button.label.trimmed()))
            return P::ButtonLabelTwice;
        labels << button.label.trimmed();
    }
    return std::nullopt;
}

Problem problemOfRow(const ListView::Row &row)
{
    if (isBlank(row.title))
        return P::ListTitleMissing;
    if (row.title.size() > kListTitleLimit || row.description.size() > kListDescriptionLimit ||
        row.id.size() > kRowIdLimit)
        return P::ListTextTooLong;
    return std::nullopt;
}

Problem problemOfList(const ListView &list)
{
    if (isBlank(list.button))
        return P::ButtonLabelMissing;
    if (list.button.size() > kListButtonLimit)
        return P::ButtonLabelTooLong;
    qsizetype rows = 0;
    for (const ListView::Section &section : list.sections) {
        if (section.rows.isEmpty())
            return P::ListEmpty;
        if (list.sections.size() > 1 && isBlank(section.title))
            return P::ListTitleMissing;
        if (section.title.size() > kListTitleLimit)
            return P::ListTextTooLong;
        for (const ListView::Row &row : section.rows) {
            if (const Problem problem = problemOfRow(row))
                return problem;
        }
        rows += section.rows.size();
    }
    if (rows == 0)
        return P::ListEmpty;
    if (rows > kListRowsAtMost)
        return P::ListTooLong;
    return std::nullopt;
}

Problem problemOfInteractive(const OutboundContent &content)
{
    if (content.header.size() > kHeaderLimit)
        return P::HeaderTooLong;
    if (content.footer.size() > kFooterLimit)
        return P::FooterTooLong;
    if (content.list) {
        if (!content.buttons.isEmpty())
            return P::NotSendable; // one or the other
        if (const Problem problem = problemOfText(content.text, kTextLimit))
            return problem;
        return problemOfList(*content.list);
    }
    if (const Problem problem = problemOfText(content.text, kInteractiveTextLimit))
        return problem;
    return problemOfButtons(content.buttons);
}

} // namespace

std::optional<ContentProblem> problemOf(const OutboundContent &content)
{
    switch (content.kind) {
    case MessageKind::Text:
        return problemOfText(content.text, kTextLimit);
    case MessageKind::Image:
    case MessageKind::Video:
    case MessageKind::Audio:
    case MessageKind::Voice:
    case MessageKind::Document:
    case MessageKind::Sticker:
        return problemOfFile(content);
    case MessageKind::Location:
        return problemOfPlace(content.location);
    case MessageKind::Contacts:
        return problemOfContacts(content.contacts);
    case MessageKind::Reaction:
        return content.answers.isValid() ? Problem() : P::TargetMissing;
    case MessageKind::Interactive:
        return problemOfInteractive(content);
    case MessageKind::Template:
        return std::nullopt;
    default:
        return P::NotSendable;
    }
}

} // namespace destek
