#include "core/policy/send_policy.h"

namespace destek
{

namespace
{

bool windowOpen(const SendFacts &facts)
{
    const auto closes = windowClosesAt(facts.lastInboundAt);
    return closes && facts.now < *closes;
}

/// An opted-out person who asks something afterwards may be answered.
bool askedSinceOptOut(const SendFacts &facts)
{
    return facts.lastQuestionAt && facts.optedOutAt && *facts.lastQuestionAt > *facts.optedOutAt;
}

std::optional<SendRefusal> whyNotText(const QString &text)
{
    if (text.trimmed().isEmpty())
        return SendRefusal::TextEmpty;
    if (text.size() > kTextLimit)
        return SendRefusal::TextTooLong;
    return std::nullopt;
}

std::optional<SendRefusal> whyNotTemplate(const SendWish &wish)
{
    if (!wish.chosen)
        return SendRefusal::TemplateUnknown;
    if (!isSendableCategory(wish.chosen->category))
        return SendRefusal::Marketing;
    if (wish.chosen->frozen)
        return SendRefusal::TemplateFrozen;
    if (wish.chosen->status.compare(u"APPROVED", Qt::CaseInsensitive) != 0) // protocol word
        return SendRefusal::TemplateNotApproved;
    if (wish.variables.size() != wish.chosen->variables)
        return SendRefusal::MissingVariable;
    for (const QString &value : wish.variables) {
        if (value.trimmed().isEmpty())
            return SendRefusal::MissingVariable;
    }
    return std::nullopt;
}

std::optional<SendRefusal> whyNotFreeText(const SendFacts &facts)
{
    if (!facts.hasRecipient)
        return SendRefusal::NoRecipient;
    if (facts.standing == Standing::OptedOut && !askedSinceOptOut(facts))
        return SendRefusal::OptedOut;
    if (!windowOpen(facts))
        return SendRefusal::WindowClosed;
    return std::nullopt;
}

std::optional<SendRefusal> whyNotInitiate(const SendFacts &facts)
{
    if (!facts.hasRecipient)
        return SendRefusal::NoRecipient;
    if (facts.standing == Standing::OptedOut)
        return SendRefusal::OptedOut;
    return std::nullopt;
}

} // namespace

std::optional<SendRefusal> whyNot(const SendFacts &facts, const SendWish &wish)
{
    if (facts.standby)
        return SendRefusal::Standby;
    switch (wish.kind) {
    case SendWish::Kind::FreeText:
        if (const auto refusal = whyNotFreeText(facts))
            return refusal;
        return whyNotText(wish.text);
    case SendWish::Kind::FreeForm:
        return whyNotFreeText(facts);
    case SendWish::Kind::Template:
        // Marketing first: that answer does not depend on the person.
        if (const auto refusal = whyNotTemplate(wish))
            return refusal;
        return whyNotInitiate(facts);
    case SendWish::Kind::OptOutConfirmation:
        if (!facts.hasRecipient)
            return SendRefusal::NoRecipient;
        if (facts.confirmationSent || facts.standing != Standing::OptedOut)
            return SendRefusal::ConfirmationSent;
        if (!windowOpen(facts))
            return SendRefusal::WindowClosed;
        return whyNotText(wish.text);
    }
    return SendRefusal::NotPermitted;
}

SendAllowance allowance(const SendFacts &facts)
{
    if (facts.standby)
        return {SendRefusal::Standby, SendRefusal::Standby};
    return {whyNotFreeText(facts), whyNotInitiate(facts)};
}

std::optional<Instant> windowClosesAt(std::optional<Instant> lastInboundAt)
{
    if (!lastInboundAt)
        return std::nullopt;
    return *lastInboundAt + kServiceWindow - kWindowMargin;
}

bool isSendableCategory(const QString &category)
{
    return category.compare(u"UTILITY", Qt::CaseInsensitive) == 0 ||      // protocol word
           category.compare(u"AUTHENTICATION", Qt::CaseInsensitive) == 0; // protocol word
}

} // namespace destek
