#include "models/templates/template_form.h"

#include "core/policy/template_values.h"
#include "core/text/fold.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::models
{

namespace
{

using Part = TemplateField::Part;

std::optional<MessageKind> fileOf(TemplateHeader header)
{
    switch (header) {
    case TemplateHeader::Image:
        return MessageKind::Image;
    case TemplateHeader::Video:
        return MessageKind::Video;
    case TemplateHeader::Document:
        return MessageKind::Document;
    default:
        return std::nullopt;
    }
}

TemplateField field(Part part, int index, const QString &name, int card = 0)
{
    TemplateField made;
    made.part = part;
    made.card = card;
    made.index = index;
    made.name = name;
    return made;
}

void addButtons(QList<TemplateField> &fields, const QList<ButtonView> &buttons, Part url, Part code,
                int card = 0)
{
    for (int i = 0; i < buttons.size(); ++i) {
        const ButtonView &button = buttons.at(i);
        if (takesValue(button))
            fields << field(button.kind == ButtonKind::Url ? url : code, i, button.label, card);
    }
}

void addFile(QList<TemplateField> &fields, TemplateHeader header, Part part, int card = 0)
{
    if (const auto kind = fileOf(header)) {
        fields << field(part, 0, {}, card);
        fields.last().file = *kind;
    }
}

QString *placeOf(TemplateValues &values, const TemplateField &field)
{
    const auto at = [](QStringList &list, int index) {
        return index < list.size() ? &list[index] : nullptr;
    };
    const bool ofCard = field.part >= Part::CardFile;
    if (ofCard && field.card >= values.cards.size())
        return nullptr;
    switch (field.part) {
    case Part::HeaderText:
        return &values.header;
    case Part::Body:
        return at(values.body, field.index);
    case Part::UrlSuffix:
    case Part::Code:
        return at(values.buttons, field.index);
    case Part::CardBody:
        return at(values.cards[field.card].body, field.index);
    case Part::CardUrlSuffix:
    case Part::CardCode:
        return at(values.cards[field.card].buttons, field.index);
    default:
        return nullptr;
    }
}

/// "Sipariş no", "siparis_no" and "SIPARIS-NO" are one name.
QString plainName(const QString &name)
{
    return text::matchFold(name.simplified()).replace(u'-', u'_').replace(u' ', u'_');
}

bool asksForName(const QString &variable)
{
    static const QStringList kNames{u"name"_s,          u"ad"_s,          u"adi"_s,
                                    u"isim"_s,          u"adsoyad"_s,     u"first_name"_s,
                                    u"customer_name"_s, u"musteri_adi"_s, u"full_name"_s,
                                    u"ad_soyad"_s,      u"musteri"_s,     u"customer"_s};
    return kNames.contains(text::matchFold(variable).replace(u' ', u'_'));
}

/// "Merhaba {{1}}", "Sayın {{1}}", "Hello {{1}}": the first variable follows a greeting.
bool greets(const QString &body)
{
    const qsizetype open = body.indexOf("{{1}}"_L1);
    if (open < 0 || open > 24)
        return false;
    static const QStringList kGreetings{u"merhaba"_s, u"sayin"_s, u"selam"_s,     u"hello"_s,
                                        u"hi"_s,      u"dear"_s,  u"iyi gunler"_s};
    const QString before = text::words(text::matchFold(body.left(open))).join(u' ');
    return kGreetings.contains(before);
}

} // namespace

QList<TemplateField> fieldsOf(const TemplateView &view)
{
    QList<TemplateField> fields;
    addFile(fields, view.header, Part::HeaderFile);
    if (view.header == TemplateHeader::Location)
        fields << field(Part::HeaderPlace, 0, {});
    if (view.header == TemplateHeader::Text && !view.headerVariables.isEmpty())
        fields << field(Part::HeaderText, 0, view.headerVariables.first());
    for (int i = 0; i < view.variables.size(); ++i)
        fields << field(Part::Body, i, view.variables.at(i));
    addButtons(fields, view.buttons, Part::UrlSuffix, Part::Code);
    for (int card = 0; card < view.cards.size(); ++card) {
        const TemplateView::Card &one = view.cards.at(card);
        addFile(fields, one.header, Part::CardFile, card);
        for (int i = 0; i < one.variables.size(); ++i)
            fields << field(Part::CardBody, i, one.variables.at(i), card);
        addButtons(fields, one.buttons, Part::CardUrlSuffix, Part::CardCode, card);
    }
    return fields;
}

QString suggestionFor(const TemplateView &view, const TemplateField &field,
                      const QString &personName, const QList<PersonField> &known)
{
    const bool words =
        field.part == Part::Body || field.part == Part::HeaderText || field.part == Part::CardBody;
    bool number = false;
    (void)field.name.toInt(&number); // {{1}} has no name
    for (const PersonField &one : known) {
        if (words && !number && plainName(one.name) == plainName(field.name))
            return one.value.simplified();
    }
    if (personName.trimmed().isEmpty())
        return {};
    if (field.part == Part::Body || field.part == Part::HeaderText) {
        if (asksForName(field.name))
            return personName.trimmed();
        const QString &where = field.part == Part::Body ? view.body : view.headerText;
        if (field.name == "1"_L1 && greets(where))
            return personName.trimmed();
    }
    return {};
}

TemplateValues emptyValues(const TemplateView &view)
{
    TemplateValues values;
    values.body.resize(view.variables.size());
    values.buttons.resize(view.buttons.size());
    for (const TemplateView::Card &card : view.cards) {
        TemplateValues::Card own;
        own.body.resize(card.variables.size());
        own.buttons.resize(card.buttons.size());
        values.cards << own;
    }
    return values;
}

void setText(TemplateValues &values, const TemplateField &field, const QString &text)
{
    if (QString *place = placeOf(values, field))
        *place = text.simplified(); // WhatsApp takes no line breaks in a value (132018)
}

QString textOf(const TemplateValues &values, const TemplateField &field)
{
    const QString *place = placeOf(const_cast<TemplateValues &>(values), field);
    return place ? *place : QString();
}

void setFile(TemplateValues &values, const TemplateField &field, UploadId upload)
{
    if (field.part == Part::HeaderFile)
        values.headerUpload = upload;
    else if (field.part == Part::CardFile && field.card < values.cards.size())
        values.cards[field.card].upload = upload;
}

bool isMissing(const TemplateValues &values, const TemplateField &field)
{
    switch (field.part) {
    case Part::HeaderFile:
        return !values.headerUpload.isValid();
    case Part::HeaderPlace:
        return !values.headerLocation;
    case Part::CardFile:
        return !values.cards.value(field.card).upload.isValid();
    default:
        return textOf(values, field).isEmpty();
    }
}

std::optional<TemplateField> firstMissing(const TemplateView &view, const TemplateValues &values)
{
    const QList<TemplateField> fields = fieldsOf(view);
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const TemplateField &field) {
        return isMissing(values, field);
    });
    return found == fields.end() ? std::nullopt : std::optional(*found);
}

QString filledText(const QString &text, const QStringList &variables, const QStringList &values)
{
    QString result;
    qsizetype from = 0;
    while (true) {
        const qsizetype open = text.indexOf("{{"_L1, from);
        const qsizetype close = open < 0 ? -1 : text.indexOf("}}"_L1, open + 2);
        if (close < 0)
            return result + text.mid(from);
        const QString name = text.mid(open + 2, close - open - 2).trimmed();
        const qsizetype place = variables.indexOf(name);
        result += QStringView(text).mid(from, open - from);
        if (place >= 0 && place < values.size() && !values.at(place).isEmpty())
            result += values.at(place);
        else
            result += QStringView(text).mid(open, close + 2 - open);
        from = close + 2;
    }
}

OutboundContent contentOf(const TemplateView &view, const TemplateValues &values)
{
    OutboundContent content;
    content.kind = MessageKind::Template;
    content.templateName = view.name;
    content.templateLanguage = view.language;
    content.values = values;
    return content;
}

} // namespace destek::models
