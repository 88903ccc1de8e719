#pragma once

#include "tests/sandbox/stage.h"

#include <QJsonDocument>
#include <QTest>

namespace destek::sandbox::test
{

/// GET /control/<name>.
inline QJsonObject ask(Stage &stage, const QString &name, const QHash<QString, QString> &query = {})
{
    ApiRequest request;
    request.method = QStringLiteral("GET");
    request.path = QStringLiteral("/control/") + name;
    request.query = query;
    return QJsonDocument::fromJson(stage.sandbox->control(request).body).object();
}

/// POST /control/<name>, which must be obeyed.
inline void bid(Stage &stage, const QString &name, const QJsonObject &order)
{
    const Answer answer = stage.order(name, order);
    QVERIFY2(answer.status == 200, qPrintable(answer.json[u"why"].toString()));
}

/// {"messaging_product","to",…} with this content.
inline QJsonObject toSule(QJsonObject content)
{
    content.insert(QStringLiteral("messaging_product"), QStringLiteral("whatsapp"));
    content.insert(QStringLiteral("to"), QStringLiteral("+905550000301"));
    return content;
}

/// JSON as one writes it.
inline QJsonObject parsed(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        qWarning("not JSON: %s", json.constData());
    return object;
}

/// The values delivered under this field.
inline QList<QJsonObject> valuesOf(const Stage &stage, const QString &field)
{
    QList<QJsonObject> values;
    for (const Received &one : stage.callback.received()) {
        for (const QJsonValue &entry : parsed(one.body)[u"entry"].toArray()) {
            for (const QJsonValue &change : entry[u"changes"].toArray()) {
                if (change[u"field"].toString() == field)
                    values << change[u"value"].toObject();
            }
        }
    }
    return values;
}

} // namespace destek::sandbox::test
