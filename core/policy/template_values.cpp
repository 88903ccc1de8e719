#include "core/policy/template_values.h"

using namespace Qt::StringLiterals;

namespace destek
{

namespace
{

using Refusal = std::optional<SendRefusal>;

Refusal whyNotValue(const QString &value)
{
    if (value.trimmed().isEmpty())
        return SendRefusal::MissingVariable;
    if (value.contains(u'\n') || value.contains(u'\r') || value.contains(u'\t') ||
        value.contains("    "_L1))
        return SendRefusal::ContentNotAllowed;
    return std::nullopt;
}

Refusal whyNotList(const QStringList &variables, const QStringList &values)
{
    if (variables.size() != values.size())
        return SendRefusal::MissingVariable;
    for (const QString &value : values) {
        if (const Refusal refusal = whyNotValue(value))
            return refusal;
    }
    return std::nullopt;
}

Refusal whyNotButtons(const QList<ButtonView> &buttons, const QStringList &values)
{
    if (values.size() > buttons.size())
        return SendRefusal::ContentNotAllowed;
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        const QString value = values.value(i);
        if (takesValue(buttons.at(i)) || !value.isEmpty()) {
            if (const Refusal refusal = whyNotValue(value))
                return refusal;
        }
    }
    return std::nullopt;
}

Refusal whyNotHeader(const TemplateView &chosen, const TemplateValues &values)
{
    switch (chosen.header) {
    case TemplateHeader::None:
        return std::nullopt;
    case TemplateHeader::Text:
        return chosen.headerVariables.isEmpty() ? Refusal() : whyNotValue(values.header);
    case TemplateHeader::Location:
        return values.headerLocation ? Refusal() : SendRefusal::MissingVariable;
    case TemplateHeader::Image:
    case TemplateHeader::Video:
    case TemplateHeader::Document:
        return values.headerUpload.isValid() ? Refusal() : SendRefusal::MissingVariable;
    }
    return SendRefusal::ContentNotAllowed;
}

Refusal whyNotCard(const TemplateView::Card &card, const TemplateValues::Card &values)
{
    const bool isFile =
        card.header == TemplateHeader::Image || card.header == TemplateHeader::Video;
    if (isFile && !values.upload.isValid())
        return SendRefusal::MissingVariable;
    if (const Refusal refusal = whyNotList(card.variables, values.body))
        return refusal;
    return whyNotButtons(card.buttons, values.buttons);
}

} // namespace

bool takesValue(const ButtonView &button)
{
    return button.kind == ButtonKind::CopyCode ||
           (button.kind == ButtonKind::Url && button.value.contains("{{"_L1));
}

std::optional<SendRefusal> whyNotValues(const TemplateView &chosen, const TemplateValues &values)
{
    if (const Refusal refusal = whyNotHeader(chosen, values))
        return refusal;
    if (const Refusal refusal = whyNotList(chosen.variables, values.body))
        return refusal;
    if (const Refusal refusal = whyNotButtons(chosen.buttons, values.buttons))
        return refusal;
    if (chosen.cards.size() != values.cards.size())
        return SendRefusal::MissingVariable;
    for (qsizetype i = 0; i < chosen.cards.size(); ++i) {
        if (const Refusal refusal = whyNotCard(chosen.cards.at(i), values.cards.at(i)))
            return refusal;
    }
    return std::nullopt;
}

} // namespace destek
