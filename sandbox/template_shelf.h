#pragma once

#include "core/base/result.h"
#include "sandbox/meta_error.h"

#include <QJsonArray>
#include <QJsonObject>

namespace destek::sandbox
{

/// The WABA's message templates, kept in the shape the Graph API lists them.
class TemplateShelf
{
public:
    /// Entries without an id get one.
    explicit TemplateShelf(QJsonArray templates);

    /// GET /<WABA>/message_templates: filters name, status, language, category; fields, limit,
    /// after; answers data and paging.
    [[nodiscard]] Result<QJsonObject, MetaError> list(const QHash<QString, QString> &query,
                                                      const QString &selfUrl) const;
    /// Checks the "template" object of a send: exists in that language and is approved, count
    /// and form of the parameters, length. Answers the category in lower case.
    [[nodiscard]] Result<QString, MetaError> check(const QJsonObject &sent) const;
    /// The template that answers to name and language; empty if there is none.
    [[nodiscard]] QJsonObject find(const QString &name, const QString &language) const;

private:
    QJsonArray m_templates;
};

} // namespace destek::sandbox
