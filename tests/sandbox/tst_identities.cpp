#include "tests/kit/test_main.h"
#include "tests/sandbox/control.h"

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// Numbers, user ids and names that change (facts: whatsapp.md 2.3, 2.5, 3).
class Identities : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void adoption();
    void numberChange_data();
    void numberChange();
    void userIdChange_data();
    void userIdChange();
    void recycledNumber();
    void parents();
    void identityKey();
    void cleanup();

private:
    std::unique_ptr<Stage> m_stage;
    QString m_userId;
    QJsonObject change(QJsonObject order);
};

void Identities::init()
{
    m_stage = std::make_unique<Stage>();
    m_userId =
        m_stage
            ->order(u"inbound"_s,
                    {{u"from"_s, u"905550000301"_s}, {u"name"_s, u"Şule"_s}, {u"text"_s, u"a"_s}})
            .json[u"user_id"]
            .toString();
}

void Identities::cleanup()
{
    m_stage.reset();
}

/// The last value delivered after this order, and every other message before it.
QJsonObject Identities::change(QJsonObject order)
{
    order.insert(u"user_id"_s, m_userId);
    const Answer answer = m_stage->order(u"identity"_s, order);
    if (answer.status != 200)
        qWarning() << answer.json;
    [&] { QTRY_COMPARE(m_stage->callback.values().size(), 2); }();
    return m_stage->callback.values().last();
}

void Identities::adoption()
{
    bid(*m_stage, u"identity"_s,
        {{u"user_id"_s, m_userId}, {u"event"_s, u"adopt_username"_s}, {u"username"_s, u"@sule"_s}});
    bid(*m_stage, u"inbound"_s, {{u"user_id"_s, m_userId}, {u"text"_s, u"b"_s}});
    QTRY_COMPARE(m_stage->callback.values().size(), 2);
    const QJsonObject value = m_stage->callback.values().last();
    QVERIFY(value[u"messages"][0][u"from"].isUndefined());
    QCOMPARE(value[u"messages"][0][u"from_user_id"].toString(), m_userId);
    QVERIFY(value[u"contacts"][0][u"wa_id"].isUndefined());
    QCOMPARE(value[u"contacts"][0][u"profile"][u"username"].toString(), u"@sule"_s);
}

void Identities::numberChange_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("2026-08") << u"2026-08"_s
                             << QStringList{u"body"_s, u"previous_user_id"_s, u"type"_s,
                                            u"user_id"_s, u"wa_id"_s};
    QTest::newRow("2026-05") << u"2026-05"_s
                             << QStringList{u"body"_s, u"type"_s, u"user_id"_s, u"wa_id"_s};
    QTest::newRow("2024") << u"2024"_s << QStringList{u"body"_s, u"type"_s, u"wa_id"_s};
    QTest::newRow("hidden") << u"hidden"_s
                            << QStringList{u"body"_s, u"previous_user_id"_s, u"type"_s,
                                           u"user_id"_s};
}

void Identities::numberChange()
{
    QFETCH(QString, shape);
    QFETCH(QStringList, keys);
    const QJsonObject value = change(
        {{u"event"_s, u"change_number"_s}, {u"phone"_s, u"905550000399"_s}, {u"shape"_s, shape}});
    QVERIFY(!value.contains(u"contacts"_s));
    const QJsonObject message = value[u"messages"][0].toObject();
    QCOMPARE(message[u"type"].toString(), u"system"_s);
    QCOMPARE(message[u"system"][u"type"].toString(), u"user_changed_number"_s);
    QCOMPARE(message[u"system"].toObject().keys(), keys);
    QCOMPARE(message.contains(u"from"_s), shape != u"hidden"_s);
    Person *person = m_stage->sandbox->world().byPhone(u"905550000399"_s);
    QVERIFY(person != nullptr && person->bsuid != m_userId);
    QCOMPARE(m_stage->sandbox->world().byPhone(u"905550000301"_s), nullptr);
    QCOMPARE(m_stage->sandbox->world().byBsuid(m_userId), nullptr);
}

void Identities::userIdChange_data()
{
    QTest::addColumn<QString>("shape");
    for (const auto *shape : {"system", "body", "field"})
        QTest::newRow(shape) << QString::fromLatin1(shape);
}

void Identities::userIdChange()
{
    QFETCH(QString, shape);
    const QJsonObject value = change(
        {{u"event"_s, u"change_user_id"_s}, {u"shape"_s, shape}, {u"new_user_id"_s, u"TR.7"_s}});
    if (shape == u"field"_s) {
        const QJsonValue entry = value[u"user_id_update"][0];
        QCOMPARE(entry[u"user_id"][u"previous"].toString(), m_userId);
        QCOMPARE(entry[u"user_id"][u"current"].toString(), u"TR.7"_s);
        QCOMPARE(valuesOf(*m_stage, u"user_id_update"_s).size(), 1);
        return;
    }
    const QJsonValue system = value[u"messages"][0][u"system"];
    QCOMPARE(system[u"type"].toString(), u"user_changed_user_id"_s);
    QCOMPARE(system[u"user_id"].toString(), u"TR.7"_s);
    QVERIFY(system[u"body"].toString().contains(u"from %1 to TR.7"_s.arg(m_userId)));
    QCOMPARE(system[u"previous_user_id"].isUndefined(), shape == u"body"_s);
}

void Identities::recycledNumber()
{
    const Answer answer = m_stage->order(
        u"identity"_s,
        {{u"user_id"_s, m_userId}, {u"event"_s, u"recycle"_s}, {u"name"_s, u"Tuncay"_s}});
    QCOMPARE(answer.json[u"phone"].toString(), u"905550000301"_s);
    bid(*m_stage, u"inbound"_s, {{u"from"_s, u"905550000301"_s}, {u"text"_s, u"b"_s}});
    QTRY_COMPARE(m_stage->callback.values().size(), 2);
    const QJsonObject value = m_stage->callback.values().last();
    QCOMPARE(value[u"messages"][0][u"from_user_id"], answer.json[u"user_id"]);
    QVERIFY(value[u"messages"][0][u"from_user_id"].toString() != m_userId);
    QCOMPARE(value[u"contacts"][0][u"profile"][u"name"].toString(), u"Tuncay"_s);
}

void Identities::parents()
{
    bid(*m_stage, u"identity"_s,
        {{u"user_id"_s, m_userId},
         {u"event"_s, u"set_parent"_s},
         {u"parent_user_id"_s, u"TR.ENT.5"_s}});
    bid(*m_stage, u"inbound"_s, {{u"user_id"_s, m_userId}, {u"text"_s, u"b"_s}});
    QTRY_COMPARE(m_stage->callback.values().size(), 2);
    const QJsonObject value = m_stage->callback.values().last();
    QCOMPARE(value[u"messages"][0][u"from_parent_user_id"].toString(), u"TR.ENT.5"_s);
    QCOMPARE(value[u"contacts"][0][u"parent_user_id"].toString(), u"TR.ENT.5"_s);
    QCOMPARE(m_stage
                 ->send(parsed(R"({"messaging_product":"whatsapp","recipient":"TR.ENT.5",
                    "type":"text","text":{"body":"a"}})"))
                 .status,
             200);
}

void Identities::identityKey()
{
    const QJsonObject value = change({{u"event"_s, u"new_key"_s}, {u"identity_hash"_s, u"h2="_s}});
    QCOMPARE(value[u"messages"][0][u"system"][u"type"].toString(), u"customer_identity_changed"_s);
    QCOMPARE(value[u"messages"][0][u"identity"][u"hash"].toString(), u"h2="_s);
    QJsonObject body = toSule(parsed(R"({"type":"text","text":{"body":"a"}})"));
    body.insert(u"recipient_identity_key_hash"_s, u"h1="_s);
    QCOMPARE(m_stage->send(body).code(), 137000);
    body.insert(u"recipient_identity_key_hash"_s, u"h2="_s);
    QCOMPARE(m_stage->send(body).status, 200);
}

DESTEK_TEST(Identities)
#include "tst_identities.moc"
