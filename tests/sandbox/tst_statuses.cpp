#include "tests/kit/test_main.h"
#include "tests/sandbox/stage.h"

#include <QTest>

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// Statuses as Meta sends them (facts: whatsapp.md 2.4, 3.1).
class Statuses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sentDeliveredRead();
    void otherReceipts_data();
    void otherReceipts();
    void userWithoutNumber();
    void reactionsAreOnlySent();
};

namespace
{

QList<QJsonObject> statusValues(const Stage &stage)
{
    QList<QJsonObject> values;
    for (const QJsonObject &value : stage.callback.values()) {
        if (value.contains(u"statuses"_s))
            values << value;
    }
    return values;
}

QStringList names(const Stage &stage)
{
    QStringList list;
    for (const QJsonObject &value : statusValues(stage))
        list << value[u"statuses"][0][u"status"].toString();
    return list;
}

} // namespace

void Statuses::sentDeliveredRead()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    const Answer answer = stage.send({{u"messaging_product"_s, u"whatsapp"_s},
                                      {u"to"_s, u"+905550000301"_s},
                                      {u"text"_s, QJsonObject{{u"body"_s, u"a"_s}}},
                                      {u"biz_opaque_callback_data"_s, u"outbox:4711"_s}});
    stage.sandbox->timetable().advance(60'000);
    QTRY_COMPARE(names(stage), (QStringList{u"sent"_s, u"delivered"_s, u"read"_s}));
    const QList<QJsonObject> values = statusValues(stage);
    for (const QJsonObject &value : values) {
        const QJsonValue status = value[u"statuses"][0];
        QCOMPARE(status[u"id"].toString(), answer.json[u"messages"][0][u"id"].toString());
        QCOMPARE(status[u"recipient_id"].toString(), u"905550000301"_s);
        QVERIFY(status[u"recipient_user_id"].toString().startsWith(u"TR."_s));
        QCOMPARE(status[u"biz_opaque_callback_data"].toString(), u"outbox:4711"_s);
        QVERIFY(status[u"timestamp"].isString());
        QCOMPARE(value[u"contacts"][0][u"wa_id"].toString(), u"905550000301"_s);
        QCOMPARE(value[u"metadata"][u"phone_number_id"].toString(), u"100200300400"_s);
    }
    QCOMPARE(values[0][u"statuses"][0][u"pricing"][u"type"].toString(), u"free_customer_service"_s);
    QVERIFY(!values[1][u"statuses"][0][u"pricing"].isUndefined());
    QVERIFY(values[2][u"statuses"][0][u"pricing"].isUndefined()); // on one of the two only
}

void Statuses::otherReceipts_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("read only") << u"read_only"_s << QStringList{u"sent"_s, u"read"_s};
    QTest::newRow("hidden") << u"hidden"_s << QStringList{u"sent"_s, u"delivered"_s};
    QTest::newRow("offline") << u"offline"_s << QStringList{u"sent"_s};
    QTest::newRow("failing") << u"failing"_s << QStringList{u"sent"_s, u"failed"_s};
}

void Statuses::otherReceipts()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, expected);
    Stage stage;
    QCOMPARE(
        stage
            .order(u"inbound"_s,
                   {{u"from"_s, u"905550000301"_s}, {u"text"_s, u"a"_s}, {u"receipts"_s, kind}})
            .status,
        200);
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).status, 200);
    stage.sandbox->timetable().advance(120'000);
    QTRY_COMPARE(names(stage), expected);
}

void Statuses::userWithoutNumber()
{
    Stage stage;
    QCOMPARE(stage
                 .order(u"inbound"_s, {{u"user_id"_s, u"TR.42"_s},
                                       {u"username"_s, u"@sule"_s},
                                       {u"name"_s, u"Şule"_s},
                                       {u"text"_s, u"a"_s}})
                 .status,
             200);
    QCOMPARE(stage
                 .send({{u"messaging_product"_s, u"whatsapp"_s},
                        {u"recipient"_s, u"TR.42"_s},
                        {u"type"_s, u"text"_s},
                        {u"text"_s, QJsonObject{{u"body"_s, u"a"_s}}}})
                 .status,
             200);
    stage.sandbox->timetable().advance(60'000);
    QTRY_COMPARE(stage.callback.values().size(), 4);
    const QJsonObject inbound = stage.callback.values().first();
    QVERIFY(inbound[u"messages"][0][u"from"].isUndefined()); // missing keys, not empty strings
    QCOMPARE(inbound[u"messages"][0][u"from_user_id"].toString(), u"TR.42"_s);
    QVERIFY(inbound[u"contacts"][0][u"wa_id"].isUndefined());
    QCOMPARE(inbound[u"contacts"][0][u"profile"][u"username"].toString(), u"@sule"_s);
    const QList<QJsonObject> values = statusValues(stage);
    QVERIFY(values[0][u"statuses"][0][u"recipient_id"].isUndefined());
    QCOMPARE(values[0][u"statuses"][0][u"recipient_user_id"].toString(), u"TR.42"_s);
    QVERIFY(values[0][u"contacts"][0][u"profile"][u"username"].isUndefined()); // not in sent
    QCOMPARE(values[1][u"contacts"][0][u"profile"][u"username"].toString(), u"@sule"_s);
}

void Statuses::reactionsAreOnlySent()
{
    Stage stage;
    const QString wamid = stage.hearFrom(u"905550000301"_s);
    const auto react = [&](const QString &target) {
        return stage.send(
            {{u"messaging_product"_s, u"whatsapp"_s},
             {u"to"_s, u"+905550000301"_s},
             {u"type"_s, u"reaction"_s},
             {u"reaction"_s, QJsonObject{{u"message_id"_s, target}, {u"emoji"_s, u"👍"_s}}}});
    };
    QCOMPARE(react(wamid).status, 200);
    stage.sandbox->timetable().advance(60'000);
    QTRY_COMPARE(names(stage), QStringList{u"sent"_s});
    QCOMPARE(react(u"wamid.unknown"_s).status, 200);
    stage.sandbox->timetable().advance(60'000);
    QTRY_COMPARE(names(stage), (QStringList{u"sent"_s, u"failed"_s}));
    QCOMPARE(statusValues(stage).last()[u"statuses"][0][u"errors"][0][u"code"].toInt(), 131009);
}

DESTEK_TEST(Statuses)
#include "tst_statuses.moc"
