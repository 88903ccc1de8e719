#include "sandbox/template_shelf.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
namespace
{

constexpr qsizetype kMostBody = 1024;
constexpr qsizetype kMostAuthentication = 15;

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

QJsonObject component(const QJsonArray &components, const QString &type)
{
    for (const QJsonValue &entry : components) {
        if (entry["type"_L1].toString().compare(type, Qt::CaseInsensitive) == 0)
            return entry.toObject();
    }
    return {};
}

std::optional<MetaError> checkParameter(const QJsonObject &parameter, bool authentication)
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
std::optional<MetaError> checkParameters(const QString &text, bool named, bool authentication,
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

} // namespace

TemplateShelf::TemplateShelf(QJsonArray templates)
{
    qint64 nextId = 710'000'000'000'001;
    for (const QJsonValue &entry : templates) {
        QJsonObject shown = entry.toObject();
        if (!shown.contains("id"_L1))
            shown.insert(u"id"_s, QString::number(nextId));
        ++nextId;
        if (!shown.contains("parameter_format"_L1))
            shown.insert(u"parameter_format"_s, u"POSITIONAL"_s);
        m_templates << shown;
    }
}

QJsonObject TemplateShelf::find(const QString &name, const QString &language) const
{
    for (const QJsonValue &entry : m_templates) {
        if (entry["name"_L1].toString() == name && entry["language"_L1].toString() == language)
            return entry.toObject();
    }
    return {};
}

Result<QJsonObject, MetaError> TemplateShelf::list(const QHash<QString, QString> &query,
                                                   const QString &selfUrl) const
{
    QStringList fields = query.value(u"fields"_s).split(u',', Qt::SkipEmptyParts);
    if (fields.isEmpty())
        fields = QStringList{u"name"_s,     u"parameter_format"_s, u"components"_s,
                             u"language"_s, u"status"_s,           u"category"_s};
    if (!fields.contains("id"_L1))
        fields << u"id"_s;
    QJsonArray matching;
    for (const QJsonValue &entry : m_templates) {
        bool keep = true;
        for (const QString &key : {u"name"_s, u"status"_s, u"language"_s, u"category"_s})
            keep = keep && (!query.contains(key) || entry[key].toString() == query.value(key));
        if (keep)
            matching << entry;
    }
    const int limit = std::clamp(query.value(u"limit"_s, u"25"_s).toInt(), 1, 250);
    qsizetype first = 0;
    if (const QString after = query.value(u"after"_s); !after.isEmpty()) {
        bool number = false;
        first = QByteArray::fromBase64(after.toLatin1()).toLongLong(&number);
        if (!number || first < 0 || first > matching.size())
            return failure(metaError(131059));
    }
    QJsonArray data;
    const qsizetype end = std::min<qsizetype>(matching.size(), first + limit);
    for (qsizetype i = first; i < end; ++i) {
        QJsonObject shown;
        for (const QString &field : fields) {
            if (matching.at(i).toObject().contains(field))
                shown.insert(field, matching.at(i)[field]);
        }
        data << shown;
    }
    const auto cursor = [](qsizetype at) {
        return QString::fromLatin1(QByteArray::number(qint64(at)).toBase64());
    };
    QJsonObject paging{
        {u"cursors"_s, QJsonObject{{u"before"_s, cursor(first)}, {u"after"_s, cursor(end)}}}};
    if (end < matching.size())
        paging.insert(u"next"_s, u"%1?limit=%2&fields=%3&after=%4"_s.arg(selfUrl).arg(limit).arg(
                                     fields.join(u','), cursor(end)));
    return QJsonObject{{u"data"_s, data}, {u"paging"_s, paging}};
}

Result<QString, MetaError> TemplateShelf::check(const QJsonObject &sent) const
{
    const QString name = sent.value("name"_L1).toString();
    const QString language = sent["language"_L1]["code"_L1].toString();
    if (name.isEmpty())
        return failure(missingParameter(u"Parameter 'template.name' is mandatory"_s));
    if (language.isEmpty())
        return failure(missingParameter(u"Parameter 'template.language.code' is mandatory"_s));
    const QJsonObject known = find(name, language);
    const QString status = known.value("status"_L1).toString();
    if (status == "PAUSED"_L1)
        return failure(metaError(132015));
    if (status == "DISABLED"_L1)
        return failure(metaError(132016));
    if (known.isEmpty() || status != "APPROVED"_L1)
        return failure(
            metaError(132001, u"template name (%1) does not exist in %2"_s.arg(name, language)));
    const QString category = known.value("category"_L1).toString().toLower();
    const bool named =
        known.value("parameter_format"_L1).toString().compare("named"_L1, Qt::CaseInsensitive) == 0;
    const QJsonArray definition = known.value("components"_L1).toArray();
    const QJsonArray given = sent.value("components"_L1).toArray();
    for (const QString &part : {u"body"_s, u"header"_s}) {
        const QString text = component(definition, part).value("text"_L1).toString();
        const QJsonArray values = component(given, part).value("parameters"_L1).toArray();
        if (const auto error =
                checkParameters(text, named, category == "authentication"_L1, values))
            return failure(*error);
    }
    if (category == "authentication"_L1 && component(given, u"button"_s).isEmpty())
        return failure(metaError(132000, u"button: the code is missing"_s));
    return category;
}

} // namespace destek::sandbox
