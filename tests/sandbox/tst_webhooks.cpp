#include "sandbox/signature.h"
#include "tests/kit/test_main.h"
#include "tests/sandbox/stage.h"

#include <QSignalSpy>
#include <QTest>

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// How webhooks arrive (facts: whatsapp.md 1.2 to 1.5).
class Webhooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signedOverTheExactBytes();
    void retriedUntil200();
    void duplicates();
    void reorder();
    void outageHoldsBack();
    void severalInOnePost();
    void handshake();
    void rawBodies();
    void unsubscribed();
};

namespace
{

QStringList wamids(const QList<QJsonObject> &values)
{
    QStringList list;
    for (const QJsonObject &value : values)
        list << value[u"messages"][0][u"id"].toString();
    return list;
}

} // namespace

void Webhooks::signedOverTheExactBytes()
{
    Stage stage;
    stage.hearFrom(u"905550000301"_s);
    QTRY_COMPARE(stage.callback.received().size(), 1);
    const Received one = stage.callback.received().first();
    QCOMPARE(one.signature, hubSignature("test_app_secret", one.body));
    QVERIFY(one.body.contains("\\u015eule \\u00d6."));
    for (const char byte : one.body)
        QVERIFY(quint8(byte) < 0x7f);
    QVERIFY(one.body.startsWith(
        R"({"object":"whatsapp_business_account","entry":[{"id":"500600700800")"));
    const QJsonObject value = stage.callback.values().first();
    QCOMPARE(value[u"metadata"][u"display_phone_number"].toString(), u"905550000000"_s);
    QCOMPARE(value[u"contacts"][0][u"profile"][u"name"].toString(), u"Şule Ö."_s);
    QCOMPARE(value[u"messages"][0][u"from"].toString(), u"905550000301"_s);
    QCOMPARE(value[u"messages"][0][u"timestamp"].toString(), QString::number(kNow / 1000));
    QCOMPARE(value[u"messages"][0][u"text"][u"body"].toString(), u"Merhaba"_s);
}

void Webhooks::retriedUntil200()
{
    Stage stage;
    stage.callback.answerWith({500, 204, 401});
    stage.hearFrom(u"905550000301"_s);
    QTRY_COMPARE(stage.callback.received().size(), 1);
    // The second try follows at once, the next ones after growing pauses.
    for (int tries = 2; tries <= 4; ++tries) {
        QTRY_COMPARE(
            (stage.sandbox->timetable().advance(100), stage.sandbox->webhooks().counts().attempts),
            tries);
    }
    QTRY_COMPARE(stage.sandbox->webhooks().counts().acknowledged, 1);
    QCOMPARE(stage.sandbox->webhooks().pending(), 0);
    const QList<Received> all = stage.callback.received();
    QCOMPARE(all.size(), 4);
    QCOMPARE(all.first().body, all.last().body); // the whole body again, byte for byte
}

void Webhooks::duplicates()
{
    Stage stage([](Options &o) { o.webhooks.duplicates = 1; });
    const QString wamid = stage.hearFrom(u"905550000301"_s);
    QTRY_COMPARE(stage.sandbox->webhooks().counts().acknowledged, 1);
    stage.sandbox->timetable().advance(5000);
    QTRY_COMPARE(stage.sandbox->webhooks().counts().duplicates, 1);
    QCOMPARE(wamids(stage.callback.values()), (QStringList{wamid, wamid}));
    QCOMPARE(stage.callback.received()[0].body, stage.callback.received()[1].body);
}

void Webhooks::reorder()
{
    Stage stage([](Options &o) {
        o.webhooks.reorder = 0.5;
        o.webhooks.batch = 1;
    });
    QStringList said;
    for (int i = 0; i < 30; ++i)
        said << stage.hearFrom(u"905550000301"_s);
    stage.sandbox->timetable().advance(10'000);
    QTRY_COMPARE(stage.callback.values().size(), 30);
    const QStringList arrived = wamids(stage.callback.values());
    QVERIFY(arrived != said);
    QCOMPARE(QSet<QString>(arrived.begin(), arrived.end()),
             QSet<QString>(said.begin(), said.end()));
}

void Webhooks::outageHoldsBack()
{
    Stage stage([](Options &o) { o.webhooks.batch = 10; });
    QCOMPARE(stage.order(u"outage"_s, {{u"on"_s, true}}).status, 200);
    for (int i = 0; i < 4; ++i)
        stage.hearFrom(u"905550000301"_s);
    QTest::qWait(20);
    QVERIFY(stage.callback.received().isEmpty());
    QCOMPARE(stage.sandbox->webhooks().pending(), 4);
    QCOMPARE(stage.order(u"outage"_s, {{u"on"_s, false}}).status, 200);
    QTRY_COMPARE(stage.callback.values().size(), 4);
}

void Webhooks::severalInOnePost()
{
    Stage stage([](Options &o) { o.webhooks.batch = 1000; });
    for (int i = 0; i < 50; ++i)
        stage.hearFrom(u"905550000301"_s);
    QTRY_COMPARE(stage.callback.values().size(), 50);
    QVERIFY(stage.callback.received().size() < 50);
}

void Webhooks::handshake()
{
    Stage stage([](Options &o) { o.verify = true; });
    QSignalSpy spy(stage.sandbox.get(), &Sandbox::verified);
    QVERIFY(stage.sandbox->start().ok());
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().toBool(), true);
}

void Webhooks::rawBodies()
{
    Stage stage;
    const QByteArray odd("{\"object\": \"x\xff\"}");
    const auto raw = [&](QJsonObject order) {
        order.insert(u"base64"_s, QString::fromLatin1(odd.toBase64()));
        return stage.order(u"raw"_s, order).status;
    };
    QCOMPARE(raw({}), 200);
    QTRY_COMPARE(stage.callback.received().size(), 1);
    QCOMPARE(raw({{u"signature"_s, u"sha256=00"_s}}), 200);
    QTRY_COMPARE(stage.callback.received().size(), 2);
    const QList<Received> all = stage.callback.received();
    QCOMPARE(all[0].body, odd);
    QCOMPARE(all[0].signature, hubSignature("test_app_secret", odd));
    QCOMPARE(all[1].signature, QByteArray("sha256=00"));
}

void Webhooks::unsubscribed()
{
    Stage stage;
    QCOMPARE(stage.call(u"DELETE"_s, u"/v25.0/500600700800/subscribed_apps"_s, {}).status, 200);
    stage.hearFrom(u"905550000301"_s);
    QCOMPARE(stage.sandbox->webhooks().pending(), 0);
    QCOMPARE(stage.call(u"POST"_s, u"/v25.0/500600700800/subscribed_apps"_s, {})
                 .json[u"success"]
                 .toBool(),
             true);
    const QString second = stage.hearFrom(u"905550000301"_s);
    QTRY_COMPARE(wamids(stage.callback.values()), QStringList{second});
}

DESTEK_TEST(Webhooks)
#include "tst_webhooks.moc"
