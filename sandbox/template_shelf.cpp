#include "sandbox/template_shelf.h"

#include "sandbox/template_check.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::sandbox
{
TemplateShelf::TemplateShelf(QJsonArray templates)
{
    for (const QJsonValue &entry : templates)
        add(entry.toObject());
}

void TemplateShelf::add(QJsonObject shown)
{
    if (!shown.contains("id"_L1))
        shown.insert(u"id"_s, QString::number(m_nextId));
    ++m_nextId;
    if (!shown.contains("parameter_format"_L1))
        shown.insert(u"parameter_format"_s, u"POSITIONAL"_s);
    m_templates << shown;
}

QJsonObject TemplateShelf::find(const QString &name, const QString &language) const
{
    for (const QJsonValue &entry : m_templates) {
        if (entry["name"_L1].toString() == name && entry["language"_L1].toString() == language)
            return entry.toObject();
    }
    return {};
}

QJsonObject TemplateShelf::byId(const QString &id) const
{
    for (const QJsonValue &entry : m_templates) {
        if (entry["id"_L1].toString() == id)
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

Result<QString, MetaError> TemplateShelf::check(const QJsonObject &sent,
                                                const MediaBox &media) const
{
    if (const auto error = checkKeys(sent, u"template"_s,
                                     {u"name"_s, u"language"_s, u"components"_s, u"namespace"_s}))
        return failure(*error);
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
    if (const auto error = checkComponents(known, sent.value("components"_L1).toArray(), media))
        return failure(*error);
    return category;
}

QString TemplateShelf::paceOf(const QJsonObject &sent) const
{
    return find(sent.value("name"_L1).toString(), sent["language"_L1]["code"_L1].toString())
        .value("sandbox_pace"_L1)
        .toString(u"accepted"_s);
}

bool TemplateShelf::put(QJsonObject entry)
{
    for (QJsonValueRef known : m_templates) {
        if (known["name"_L1] == entry.value("name"_L1) &&
            known["language"_L1] == entry.value("language"_L1)) {
            known = entry;
            return false;
        }
    }
    add(std::move(entry));
    return true;
}

bool TemplateShelf::remove(const QString &name, const QString &language)
{
    for (qsizetype i = 0; i < m_templates.size(); ++i) {
        if (m_templates.at(i)["name"_L1].toString() == name &&
            m_templates.at(i)["language"_L1].toString() == language) {
            m_templates.removeAt(i);
            return true;
        }
    }
    return false;
}

} // namespace destek::sandbox
