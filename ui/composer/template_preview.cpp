// A template as the customer will see it.
#include "ui/composer/template_fields.h"

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

QString headerWords(TemplateHeader header)
{
    switch (header) {
    case TemplateHeader::Image:
        return TemplateFields::tr("Picture");
    case TemplateHeader::Video:
        return TemplateFields::tr("Video");
    case TemplateHeader::Document:
        return TemplateFields::tr("Document");
    case TemplateHeader::Location:
        return TemplateFields::tr("Location");
    default:
        return {};
    }
}

Glyph headerGlyph(TemplateHeader header)
{
    switch (header) {
    case TemplateHeader::Image:
        return Glyph::Image;
    case TemplateHeader::Video:
        return Glyph::Video;
    case TemplateHeader::Location:
        return Glyph::Location;
    default:
        return Glyph::Document;
    }
}

Glyph buttonGlyph(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Url:
        return Glyph::Link;
    case ButtonKind::Phone:
    case ButtonKind::RequestContact:
        return Glyph::Contacts;
    case ButtonKind::CopyCode:
        return Glyph::Copy;
    case ButtonKind::Flow:
        return Glyph::Log;
    default:
        return Glyph::Reply;
    }
}

QList<PreviewBubble::Line> buttonLines(const QList<ButtonView> &buttons, const QStringList &values)
{
    QList<PreviewBubble::Line> lines;
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        const ButtonView &button = buttons.at(i);
        QString words = button.label;
        const QString value = button.kind == ButtonKind::Url
                                  ? models::filledText(button.value, {u"1"_s}, {values.value(i)})
                              : button.kind == ButtonKind::CopyCode ? values.value(i)
                                                                    : button.value;
        if (!value.isEmpty())
            words += u" · "_s + value;
        lines << PreviewBubble::Line{buttonGlyph(button.kind), words};
    }
    return lines;
}

} // namespace

PreviewBubble::Parts previewOf(const TemplateView &view, const TemplateValues &values)
{
    PreviewBubble::Parts parts;
    if (view.header != TemplateHeader::None && view.header != TemplateHeader::Text) {
        parts.media = {headerGlyph(view.header), headerWords(view.header)};
        if (values.headerLocation && !values.headerLocation->name.isEmpty())
            parts.media.words += u" · "_s + values.headerLocation->name;
    }
    parts.header = models::filledText(view.headerText, view.headerVariables, {values.header});
    parts.body = models::filledText(view.body, view.variables, values.body);
    parts.footer = view.footer;
    parts.buttons = buttonLines(view.buttons, values.buttons);
    for (qsizetype i = 0; i < view.cards.size(); ++i) {
        const TemplateView::Card &card = view.cards.at(i);
        const TemplateValues::Card own = values.cards.value(i);
        QStringList lines{
            TemplateFields::tr("Card %1 · %2").arg(i + 1).arg(headerWords(card.header)),
            models::filledText(card.body, card.variables, own.body)};
        for (const PreviewBubble::Line &button : buttonLines(card.buttons, own.buttons))
            lines << u"    ["_s + button.words + u']';
        parts.rows << lines.join(u'\n');
    }
    return parts;
}

} // namespace destek::ui
