#include "daemon/store/sql_templates.h"

#include "daemon/store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace destek::daemon
{

namespace
{

TemplateRecord templateFrom(const Row &row)
{
    TemplateRecord record;
    record.name = row.text(0);
    record.language = row.text(1);
    record.category = row.text(2);
    record.status = row.text(3);
    record.body = row.text(4);
    const QJsonArray variables = QJsonDocument::fromJson(row.bytes(5)).array();
    for (const QJsonValue &variable : variables)
        record.variables << variable.toString();
    record.named = row.flag(6);
    record.components = row.text(7).toUtf8();
    record.quality = row.text(8);
    record.frozen = row.flag(9);
    return record;
}

} // namespace

SqlTemplates::SqlTemplates(Connection &connection) : m_connection(connection) {}

Stored<QList<TemplateRecord>> SqlTemplates::all() const
{
    return Statement(m_connection, "templates").all(templateFrom);
}

Stored<std::optional<TemplateRecord>> SqlTemplates::find(const QString &name,
                                                         const QString &language) const
{
    Statement statement(m_connection, "template");
    return statement.with(name, language).maybe(templateFrom);
}

Stored<Done> SqlTemplates::replaceAll(const QList<TemplateRecord> &templates)
{
    if (const auto removed = Statement(m_connection, "remove_templates").runAny(); !removed)
        return removed;
    for (const TemplateRecord &record : templates) {
        const auto variables =
            QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(record.variables))
                                  .toJson(QJsonDocument::Compact));
        Statement statement(m_connection, "add_template");
        const auto added =
            statement
                .with(record.name, record.language, record.category, record.status, record.body,
                      variables, record.named, QString::fromUtf8(record.components), record.quality,
                      record.frozen)
                .runAny();
        if (!added)
            return added;
    }
    return done();
}

Stored<Done> SqlTemplates::setStatus(const QString &name, const QString &language,
                                     const QString &status)
{
    Statement statement(m_connection, "set_template_status");
    return statement.with(status, name, language).runAny();
}

Stored<Done> SqlTemplates::setCategory(const QString &name, const QString &language,
                                       const QString &category)
{
    Statement statement(m_connection, "set_template_category");
    return statement.with(category, name, language).runAny();
}

Stored<Done> SqlTemplates::setQuality(const QString &name, const QString &language,
                                      const QString &quality)
{
    Statement statement(m_connection, "set_template_quality");
    return statement.with(quality, name, language).runAny();
}

Stored<Done> SqlTemplates::setFrozen(const QString &name, const QString &language, bool frozen)
{
    Statement statement(m_connection, "set_template_frozen");
    return statement.with(frozen, name, language).runOne();
}

} // namespace destek::daemon
