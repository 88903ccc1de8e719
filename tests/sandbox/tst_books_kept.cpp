#include "tests/kit/test_main.h"
#include "tests/sandbox/control.h"

using namespace destek::sandbox;
using namespace destek::sandbox::test;
using namespace Qt::StringLiterals;

/// The books that are compared with the daemon's store after a night of bad weather.
class BooksKept : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void duplicatesCountOnce();
    void onlyWhatWasTaken();
    void bothDirections();
};

void BooksKept::duplicatesCountOnce()
{
    Stage stage([](Options &o) { o.webhooks.duplicates = 1.0; });
    const QString wamid = stage.hearFrom(u"905550000301"_s);
    bid(stage, u"inbound"_s,
        {{u"from"_s, u"905550000301"_s},
         {u"text"_s, u"Merhaba"_s},
         {u"wamid"_s, wamid}}); // the same message in another webhook
    QTRY_COMPARE(stage.callback.values().size(), 2);
    QTRY_VERIFY(([&] { // a copy is booked only once the first answer has come back
        stage.sandbox->timetable().advance(1000);
        return stage.callback.values().size() == 4;
    }()));
    const QJsonObject books = ask(stage, u"books"_s, {{u"ids"_s, u"1"_s}});
    QCOMPARE(books[u"in"][u"posted"][u"text"].toInt(), 1);
    QCOMPARE(books[u"in"][u"taken"][u"text"].toInt(), 1);
    QCOMPARE(books[u"ids"].toArray().size(), 1);
    QCOMPARE(books[u"ids"][0][u"id"].toString(), wamid);
}

void BooksKept::onlyWhatWasTaken()
{
    Stage stage;
    stage.callback.answerWith({500});
    stage.hearFrom(u"905550000301"_s);
    QTRY_COMPARE(stage.callback.received().size(), 1);
    QCOMPARE(ask(stage, u"books"_s)[u"in"][u"posted"][u"text"].toInt(), 1);
    QVERIFY(ask(stage, u"books"_s)[u"in"][u"taken"][u"text"].isUndefined());
    QTRY_VERIFY(([&] {
        stage.sandbox->timetable().advance(1000);
        return stage.callback.received().size() >= 2;
    }()));
    QTRY_COMPARE(ask(stage, u"books"_s)[u"in"][u"taken"][u"text"].toInt(), 1);
    QCOMPARE(ask(stage, u"books"_s)[u"pending"].toInt(), 0);
}

void BooksKept::bothDirections()
{
    Stage stage;
    const QString heard = stage.hearFrom(u"905550000301"_s);
    bid(stage, u"inbound"_s,
        {{u"from"_s, u"905550000301"_s}, {u"message"_s, QJsonObject{{u"type"_s, u"sticker"_s}}}});
    QCOMPARE(stage.sendText(u"+905550000301"_s, u"a"_s).status, 200);
    QCOMPARE(stage.sendText(u"+905550000999"_s, u"a"_s).code(), 0); // nobody: fails later
    QCOMPARE(stage
                 .send(parsed(R"({"messaging_product":"whatsapp","status":"read","message_id":")" +
                              heard.toLatin1() + R"(","typing_indicator":{"type":"text"}})"))
                 .status,
             200);
    stage.sandbox->timetable().advance(60'000);
    QTRY_COMPARE(ask(stage, u"books"_s)[u"pending"].toInt(), 0);
    const QJsonObject books = ask(stage, u"books"_s);
    QCOMPARE(books[u"in"][u"taken"].toObject(), (QJsonObject{{u"text"_s, 1}, {u"sticker"_s, 1}}));
    QCOMPARE(books[u"statuses"][u"taken"].toObject(),
             (QJsonObject{{u"sent"_s, 1}, {u"delivered"_s, 1}, {u"read"_s, 1}, {u"failed"_s, 1}}));
    QCOMPARE(books[u"out"][u"taken"].toObject(), (QJsonObject{{u"text"_s, 2}}));
    QCOMPARE(books[u"out"][u"last_status"].toObject(),
             (QJsonObject{{u"read"_s, 1}, {u"failed"_s, 1}}));
    QCOMPARE(books[u"out"][u"read_marks"].toInt(), 1);
    QCOMPARE(books[u"out"][u"typing"].toInt(), 1);
    QCOMPARE(books[u"media"][u"offered"].toInt(), 1);
}

DESTEK_TEST(BooksKept)
#include "tst_books_kept.moc"
