#include "sandbox/template_check.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

constexpr qsizetype kMostBody = 1024;
constexpr qsizetype kMostAuthentication = 15;

QJsonObject component(const QJsonArray &components, const QString &type)
{
    for (const QJsonValue &entry : components) {
        if (entry["type"_L1].toString().compare(type, Qt::CaseInsensitive) == 0)
            return entry.toObject();
    }
    return {};
}

Verdict checkParameter(const QJsonObject &parameter, bool authentication)
{
    if (parameter.value("type"_L1).toString() != "text"_L1)
        return metaError(132012, u"body: parameter type must be text"_s);
    const QString text = parameter.value("text"_L1).toString();
    if (text.isEmpty())
        return missingParameter(u"Parameter of type text is missing text value"_s);
    if (text.contains(u'\n') || text.contains(u'\t') || text.contains("     "_L1))
        return metaError(132018, u"Param text cannot have new-line/tab characters or more than 4 "
                                 "consecutive spaces"_s);
    if (authentication && text.size() > kMostAuthentication)
        return metaError(132005, u"Authentication parameters hold at most 15 characters"_s);
    return std::nullopt;
}

/// The parameters of one component against the variables of its text.
Verdict checkParameters(const QString &text, bool named, bool authentication,
                        const QJsonArray &given)
{
    const QStringList wanted = variablesOf(text);
    if (given.size() != wanted.size())
        return metaError(132000, u"body: number of localizable_params (%1) does not match the "
                                 "expected number of params (%2)"_s.arg(given.size())
                                     .arg(wanted.size()));
    QString filled = text;
    for (qsizetype i = 0; i < given.size(); ++i) {
        const QJsonObject parameter = given.at(i).toObject();
        if (const auto error = checkParameter(parameter, authentication))
            return error;
        const QString name = parameter.value("parameter_name"_L1).toString();
        if (named && !wanted.contains(name))
            return metaError(132012, u"body: parameter_name is missing or unknown"_s);
        if (!named && !name.isEmpty())
            return metaError(132012, u"body: this template has positional parameters"_s);
        filled.replace(u"{{%1}}"_s.arg(named ? name : QString::number(i + 1)),
                       parameter.value("text"_L1).toString());
    }
    if (filled.size() > kMostBody)
        return metaError(132005, u"body: translated text too long"_s);
    return std::nullopt;
}

Verdict checkHeaderMedium(const QString &format, const QJsonArray &given, const MediaBox &media)
{
    const QString wanted = format.toLower();
    const QJsonObject parameter = given.at(0).toObject();
    if (given.size() != 1 || parameter.value("type"_L1).toString() != wanted)
        return metaError(
            132012, u"header: Format mismatch, expected %1, received %2"_s.arg(
                        format, given.isEmpty() ? u"UNKNOWN"_s
                                                : parameter.value("type"_L1).toString().toUpper()));
    const QJsonObject content = parameter.value(wanted).toObject();
    if (wanted == "location"_L1)
        return content.contains("latitude"_L1) && content.contains("longitude"_L1)
                   ? std::nullopt
                   : Verdict(metaError(132012, u"header: location is incomplete"_s));
    const QString id = content.value("id"_L1).toString();
    if (id.isEmpty() && content.value("link"_L1).toString().isEmpty())
        return missingParameter(u"header: %1 needs an id or a link"_s.arg(wanted));
    if (!id.isEmpty() && media.find(id) == nullptr)
        return badValue(u"Media ID %1 does not exist"_s.arg(id));
    return std::nullopt;
}

Verdict checkHeader(const QJsonObject &definition, bool named, const QJsonArray &given,
                    const MediaBox &media)
{
    const QString format = definition.value("format"_L1).toString(u"TEXT"_s);
    if (definition.isEmpty() || format == "TEXT"_L1)
        return checkParameters(definition.value("text"_L1).toString(), named, false, given);
    return checkHeaderMedium(format, given, media);
}

/// The one among the given buttons that has this place.
QJsonObject buttonAt(const QJsonArray &given, int index)
{
    for (const QJsonValue &entry : given) {
        if (entry["type"_L1].toString().compare("button"_L1, Qt::CaseInsensitive) == 0 &&
            entry["index"_L1].toVariant().toString() == QString::number(index))
            return entry.toObject();
    }
    return {};
}

Verdict checkButton(const QJsonObject &button, const QJsonObject &given, int index)
{
    const QString type = button.value("type"_L1).toString();
    const QJsonValue parameter = given["parameters"_L1][0];
    const bool isLink = type == "URL"_L1 || type == "OTP"_L1;
    const bool varies = type == "OTP"_L1 || type == "COPY_CODE"_L1 ||
                        !variablesOf(button.value("url"_L1).toString()).isEmpty();
    if (given.isEmpty())
        return varies ? Verdict(metaError(
                            132000, u"button at index %1: a parameter is missing"_s.arg(index)))
                      : std::nullopt;
    const QString wanted = isLink                   ? u"url"_s
                           : type == "COPY_CODE"_L1 ? u"copy_code"_s
                                                    : type.toLower();
    if (given.value("sub_type"_L1).toString().toLower() != wanted)
        return metaError(132012, u"button at index %1 is of type %2"_s.arg(index).arg(type));
    if (isLink && varies && parameter["text"_L1].toString().isEmpty())
        return metaError(132018, u"button at index %1: text is missing"_s.arg(index));
    const qsizetype code = parameter["coupon_code"_L1].toString().size();
    if (type == "COPY_CODE"_L1 && (code < 1 || code > 20))
        return metaError(132018,
                         u"button at index %1: coupon_code has 1 to 20 characters"_s.arg(index));
    return std::nullopt;
}

Verdict checkButtons(const QJsonArray &buttons, const QJsonArray &given)
{
    for (int i = 0; i < buttons.size(); ++i) {
        if (auto e = checkButton(buttons.at(i).toObject(), buttonAt(given, i), i))
            return e;
    }
    for (const QJsonValue &entry : given) {
        const bool button =
            entry["type"_L1].toString().compare("button"_L1, Qt::CaseInsensitive) == 0;
        const int index = entry["index"_L1].toVariant().toInt();
        if (button && (index < 0 || index >= buttons.size()))
            return metaError(132018, u"There is no button at index %1"_s.arg(index));
    }
    return std::nullopt;
}

Verdict checkPart(const QJsonArray &definition, bool named, bool authentication,
                  const QJsonArray &given, const MediaBox &media)
{
    const auto values = [&given](const QString &part) {
        return component(given, part).value("parameters"_L1).toArray();
    };
    if (auto e = checkHeader(component(definition, u"header"_s), named, values(u"header"_s), media))
        return e;
    if (auto e = checkParameters(component(definition, u"body"_s).value("text"_L1).toString(),
                                 named, authentication, values(u"body"_s)))
        return e;
    return checkButtons(component(definition, u"buttons"_s).value("buttons"_L1).toArray(), given);
}

Verdict checkCarousel(const QJsonArray &cards, bool named, const QJsonArray &given,
                      const MediaBox &media)
{
    if (cards.size() != given.size())
        return metaError(
            132000, u"carousel: %1 cards expected, %2 given"_s.arg(cards.size()).arg(given.size()));
    for (qsizetype i = 0; i < cards.size(); ++i) {
        if (auto e = checkPart(cards.at(i)["components"_L1].toArray(), named, false,
                               given.at(i)["components"_L1].toArray(), media))
            return e;
    }
    return std::nullopt;
}

} // namespace

QStringList variablesOf(const QString &text)
{
    static const QRegularExpression mark(u"\\{\\{\\s*([a-z0-9_]+)\\s*\\}\\}"_s);
    QStringList names;
    for (auto it = mark.globalMatch(text); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (!names.contains(name))
            names << name;
    }
    return names;
}

Verdict checkComponents(const QJsonObject &known, const QJsonArray &given, const MediaBox &media)
{
    static const QSet<QString> parts{u"header"_s, u"body"_s, u"button"_s, u"carousel"_s,
                                     u"limited_time_offer"_s};
    for (const QJsonValue &entry : given) {
        if (!parts.contains(entry["type"_L1].toString().toLower()))
            return invalidParameter(u"Param template['components'] has an unknown type"_s);
    }
    const bool named =
        known.value("parameter_format"_L1).toString().compare("named"_L1, Qt::CaseInsensitive) == 0;
    const bool authentication = known.value("category"_L1).toString() == "AUTHENTICATION"_L1;
    const QJsonArray definition = known.value("components"_L1).toArray();
    if (auto e = checkPart(definition, named, authentication, given, media))
        return e;
    return checkCarousel(component(definition, u"carousel"_s).value("cards"_L1).toArray(), named,
                         component(given, u"carousel"_s).value("cards"_L1).toArray(), media);
}

} // namespace destek::sandbox
