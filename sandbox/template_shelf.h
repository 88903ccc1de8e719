#pragma once

#include "core/base/result.h"
#include "sandbox/media_box.h"
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
    [[nodiscard]] Result<QString, MetaError> check(const QJsonObject &sent,
                                                   const MediaBox &media) const;
    /// The message_status of the answer: "accepted", or what the template's sandbox_pace says.
    [[nodiscard]] QString paceOf(const QJsonObject &sent) const;
    /// The template that answers to name and language; empty if there is none.
    [[nodiscard]] QJsonObject find(const QString &name, const QString &language) const;
    /// GET /<template id>; empty if there is none.
    [[nodiscard]] QJsonObject byId(const QString &id) const;
    /// Replaces the one of that name and language; true if it is new.
    bool put(QJsonObject entry);
    bool remove(const QString &name, const QString &language);

private:
    void add(QJsonObject shown);

    qint64 m_nextId = 710'000'000'000'001;
    QJsonArray m_templates;
};

} // namespace destek::sandbox
