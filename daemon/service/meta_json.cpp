#include "daemon/service/meta_json.h"

#include "core/text/phone.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr QLatin1StringView kUpload("upload:");

QString uploadMark(UploadId id)
{
    return kUpload + QString::number(id.value);
}

std::optional<UploadId> uploadOf(const QJsonValue &value)
{
    const QString text = value.toString();
    if (!text.startsWith(kUpload))
        return std::nullopt;
    bool ok = false;
    const UploadId id(QStringView(text).mid(kUpload.size()).toLongLong(&ok));
    return ok && id.isValid() ? std::optional(id) : std::nullopt;
}

void put(QJsonObject &json, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key, text);
}

QJsonObject fileJson(const OutboundContent &content, const MetaFacts &facts)
{
    QJsonObject json{{"id"_L1, uploadMark(content.upload)}};
    put(json, "caption"_L1, content.text);
    if (content.kind == MessageKind::Document)
        put(json, "filename"_L1, facts.fileNames.value(content.upload));
    if (content.kind == MessageKind::Voice)
        json.insert("voice"_L1, true);
    return json;
}

/// Decimal text, as Meta's own description of the API has it.
QJsonObject placeJson(const LocationView &place)
{
    QJsonObject json{{"latitude"_L1, QString::number(place.latitude, 'f', 6)},
                     {"longitude"_L1, QString::number(place.longitude, 'f', 6)}};
    put(json, "name"_L1, place.name);
    put(json, "address"_L1, place.address);
    return json;
}

QJsonArray lines(const QList<ContactCard::Line> &from, QLatin1StringView key)
{
    QJsonArray array;
    for (const ContactCard::Line &line : from) {
        QJsonObject json{{key, line.value}};
        put(json, "type"_L1, line.label);
        // Without wa_id WhatsApp shows "Invite" instead of "Message".
        if (const auto number = text::normalisePhone(line.value); number && key == "phone"_L1)
            json.insert("wa_id"_L1, *number);
        array << json;
    }
    return array;
}

QJsonObject cardJson(const ContactCard &card)
{
    // Meta wants a part of the name besides the whole.
    QJsonObject json{
        {"name"_L1, QJsonObject{{"formatted_name"_L1, card.name}, {"first_name"_L1, card.name}}}};
    if (!card.phones.isEmpty())
        json.insert("phones"_L1, lines(card.phones, "phone"_L1));
    if (!card.emails.isEmpty())
        json.insert("emails"_L1, lines(card.emails, "email"_L1));
    if (!card.organisation.isEmpty())
        json.insert("org"_L1, QJsonObject{{"company"_L1, card.organisation}});
    QJsonArray urls;
    for (const ContactCard::Line &line : card.others) {
        if (line.value.startsWith("http"_L1))
            urls << QJsonObject{{"url"_L1, line.value}};
    }
    if (!urls.isEmpty())
        json.insert("urls"_L1, urls);
    return json;
}

QJsonArray cardsJson(const QList<ContactCard> &cards)
{
    QJsonArray array;
    for (const ContactCard &card : cards)
        array << cardJson(card);
    return array;
}

/// What comes back when it is chosen; the agent need not think of one.
QString idOr(const QString &id, qsizetype number)
{
    return id.isEmpty() ? QString::number(number + 1) : id;
}

QJsonObject replyButtons(const QList<ButtonView> &buttons)
{
    QJsonArray array;
    for (const ButtonView &button : buttons)
        array << QJsonObject{{"type"_L1, "reply"_L1},
                             {"reply"_L1, QJsonObject{{"id"_L1, idOr(button.id, array.size())},
                                                      {"title"_L1, button.label}}}};
    return {{"buttons"_L1, array}};
}

QJsonObject listAction(const ListView &list)
{
    QJsonArray sections;
    qsizetype number = 0;
    for (const ListView::Section &section : list.sections) {
        QJsonArray rows;
        for (const ListView::Row &row : section.rows) {
            QJsonObject json{{"id"_L1, idOr(row.id, number++)}, {"title"_L1, row.title}};
            put(json, "description"_L1, row.description);
            rows << json;
        }
        QJsonObject json{{"rows"_L1, rows}};
        put(json, "title"_L1, section.title);
        sections << json;
    }
    return {{"button"_L1, list.button}, {"sections"_L1, sections}};
}

QJsonObject interactiveJson(const OutboundContent &content)
{
    QJsonObject json{
        {"type"_L1, content.list ? "list"_L1 : "button"_L1},
        {"body"_L1, QJsonObject{{"text"_L1, content.text}}},
        {"action"_L1, content.list ? listAction(*content.list) : replyButtons(content.buttons)}};
    if (!content.header.isEmpty())
        json.insert("header"_L1, QJsonObject{{"type"_L1, "text"_L1}, {"text"_L1, content.header}});
    if (!content.footer.isEmpty())
        json.insert("footer"_L1, QJsonObject{{"text"_L1, content.footer}});
    return json;
}

// Templates --------------------------------------------------------------------------------------

QJsonObject component(QLatin1StringView type, const QJsonArray &parameters)
{
    return {{"type"_L1, type}, {"parameters"_L1, parameters}};
}

QJsonObject textParameter(const QString &value, const QString &name)
{
    QJsonObject json{{"type"_L1, "text"_L1}, {"text"_L1, value}};
    put(json, "parameter_name"_L1, name);
    return json;
}

QJsonArray textParameters(const QStringList &names, const QStringList &values, bool named)
{
    QJsonArray array;
    for (qsizetype i = 0; i < values.size(); ++i)
        array << textParameter(values.at(i), named ? names.value(i) : QString());
    return array;
}

QJsonObject fileParameter(TemplateHeader header, UploadId upload, const MetaFacts &facts)
{
    const QString type = wireName(header); // image, video, document: Meta's words as well
    QJsonObject file{{"id"_L1, uploadMark(upload)}};
    if (header == TemplateHeader::Document)
        put(file, "filename"_L1, facts.fileNames.value(upload));
    return {{"type"_L1, type}, {type, file}};
}

void addHeader(QJsonArray &components, const TemplateValues &values, const MetaFacts &facts)
{
    const TemplateView &chosen = facts.chosen;
    switch (chosen.header) {
    case TemplateHeader::None:
        return;
    case TemplateHeader::Text:
        if (!chosen.headerVariables.isEmpty())
            components << component(
                "header"_L1, textParameters(chosen.headerVariables, {values.header}, chosen.named));
        return;
    case TemplateHeader::Location:
        if (values.headerLocation)
            components << component(
                "header"_L1, {QJsonObject{{"type"_L1, "location"_L1},
                                          {"location"_L1, placeJson(*values.headerLocation)}}});
        return;
    case TemplateHeader::Image:
    case TemplateHeader::Video:
    case TemplateHeader::Document:
        components << component("header"_L1,
                                {fileParameter(chosen.header, values.headerUpload, facts)});
        return;
    }
}

void addButtons(QJsonArray &components, const QList<ButtonView> &buttons, const QStringList &values)
{
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        const QString value = values.value(i);
        if (value.isEmpty())
            continue;
        QString type;
        QJsonObject parameter;
        if (buttons.at(i).kind == ButtonKind::Reply) {
            type = u"quick_reply"_s;
            parameter = {{"type"_L1, "payload"_L1}, {"payload"_L1, value}};
        } else if (buttons.at(i).kind == ButtonKind::CopyCode && buttons.at(i).id.isEmpty()) {
            type = u"copy_code"_s;
            parameter = {{"type"_L1, "coupon_code"_L1}, {"coupon_code"_L1, value}};
        } else { // addresses, and one-time codes, which Meta fills as such
            type = u"url"_s;
            parameter = {{"type"_L1, "text"_L1}, {"text"_L1, value}};
        }
        components << QJsonObject{{"type"_L1, "button"_L1},
                                  {"sub_type"_L1, type},
                                  {"index"_L1, QString::number(i)},
                                  {"parameters"_L1, QJsonArray{parameter}}};
    }
}

void addBody(QJsonArray &components, const QStringList &names, const QStringList &values,
             bool named)
{
    if (!values.isEmpty())
        components << component("body"_L1, textParameters(names, values, named));
}

QJsonObject carousel(const TemplateValues &values, const MetaFacts &facts)
{
    QJsonArray cards;
    for (qsizetype i = 0; i < values.cards.size() && i < facts.chosen.cards.size(); ++i) {
        const TemplateView::Card &card = facts.chosen.cards.at(i);
        const TemplateValues::Card &filled = values.cards.at(i);
        QJsonArray components;
        if (filled.upload.isValid())
            components << component("header"_L1,
                                    {fileParameter(card.header, filled.upload, facts)});
        addBody(components, card.variables, filled.body, facts.chosen.named);
        addButtons(components, card.buttons, filled.buttons);
        cards << QJsonObject{{"card_index"_L1, int(i)}, {"components"_L1, components}};
    }
    return {{"type"_L1, "carousel"_L1}, {"cards"_L1, cards}};
}

QJsonObject templateJson(const OutboundContent &content, const MetaFacts &facts)
{
    QJsonArray components;
    addHeader(components, content.values, facts);
    addBody(components, facts.chosen.variables, content.values.body, facts.chosen.named);
    addButtons(components, facts.chosen.buttons, content.values.buttons);
    if (!content.values.cards.isEmpty())
        components << carousel(content.values, facts);
    QJsonObject json{{"name"_L1, content.templateName},
                     {"language"_L1, QJsonObject{{"code"_L1, content.templateLanguage}}}};
    if (!components.isEmpty())
        json.insert("components"_L1, components);
    return json;
}

/// Meta's word for the kind; empty for what cannot be sent.
QString typeOf(MessageKind kind)
{
    return kind == MessageKind::Voice ? u"audio"_s : QString(wireName(kind));
}

QJsonValue partOf(const OutboundContent &content, const MetaFacts &facts)
{
    switch (content.kind) {
    case MessageKind::Text:
        return QJsonObject{{"body"_L1, content.text}, {"preview_url"_L1, false}};
    case MessageKind::Reaction:
        return QJsonObject{{"message_id"_L1, facts.target}, {"emoji"_L1, content.text}};
    case MessageKind::Location:
        return placeJson(content.location.value_or(LocationView()));
    case MessageKind::Contacts:
        return cardsJson(content.contacts);
    case MessageKind::Interactive:
        return interactiveJson(content);
    case MessageKind::Template:
        return templateJson(content, facts);
    default:
        return fileJson(content, facts);
    }
}

template <typename Each>
QJsonValue walk(const QJsonValue &value, const QString &key, const Each &each)
{
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array[i] = walk(array.at(i), QString(), each);
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = walk(it.value(), it.key(), each);
        return object;
    }
    if (key == "id"_L1) { // a text of that form stands for no file
        if (const auto upload = uploadOf(value))
            return each(*upload, value);
    }
    return value;
}

/// The parts of a message in which files stand; an id that somebody typed (of a button, of a row)
/// is none.
bool mayHoldFiles(const QString &type)
{
    return type != "interactive"_L1 && type != "contacts"_L1;
}

} // namespace

QJsonObject metaJson(const OutboundContent &content, const MetaFacts &facts)
{
    const QString type = typeOf(content.kind);
    QJsonObject json{{"type"_L1, type}, {type, partOf(content, facts)}};
    // A reaction names its target itself; with a template WhatsApp shows no quotation.
    const bool quotes = content.kind != MessageKind::Reaction &&
                        content.kind != MessageKind::Template && !facts.target.isEmpty();
    if (quotes)
        json.insert("context"_L1, QJsonObject{{"message_id"_L1, facts.target}});
    return json;
}

QJsonObject metaText(const QString &text)
{
    OutboundContent content;
    content.text = text;
    return metaJson(content, {});
}

QList<UploadId> filesIn(const QJsonObject &message)
{
    QList<UploadId> files;
    if (!mayHoldFiles(message.value("type"_L1).toString()))
        return files;
    walk(message, QString(), [&](UploadId id, const QJsonValue &value) {
        if (!files.contains(id))
            files << id;
        return value;
    });
    return files;
}

QJsonObject withMediaIds(const QJsonObject &message, const QHash<UploadId, QString> &ids)
{
    if (!mayHoldFiles(message.value("type"_L1).toString()))
        return message;
    return walk(message, QString(),
                [&](UploadId id, const QJsonValue &value) {
                    return ids.contains(id) ? QJsonValue(ids.value(id)) : value;
                })
        .toObject();
}

} // namespace destek::daemon
