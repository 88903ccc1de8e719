#include "daemon/service/send_service.h"
#include "tests/daemon/served_house.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

/// Notes, drafts, marks, fields and held messages as consoles ask for them.
class OwnPort : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void notesHoldsAndWhatIsOnesOwn()
    {
        ManualClock clock; // nothing that is held becomes due by itself
        clock.set(SystemClock().now());
        House house(0, &clock);
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QString path = u"/v1/conversations/%1/"_s.arg(conversation.id.value);
        const QByteArray token = house.signedIn(u"a"_s, {Role::Agent});
        const QByteArray other = house.signedIn(u"b"_s, {Role::Agent});
        const auto put = [&](const QString &where, const QByteArray &who, const QJsonObject &body) {
            return house.call("PUT", where, who, QJsonDocument(body).toJson());
        };

        QJsonObject note{{u"id"_s, MessageId::create().toString()}, {u"text"_s, u"Depo aransın"_s}};
        const Answer kept = house.post(path + u"notes"_s, token, note);
        QCOMPARE(kept.status, 201);
        QCOMPARE(kept.json.value(u"kind"_s), QJsonValue(u"note"_s));
        QCOMPARE(house.post(path + u"notes"_s, token, note).status, 200); // asked again
        QCOMPARE(house.post(path + u"notes"_s, other, note).status, 400); // not theirs
        note = {{u"id"_s, MessageId::create().toString()}, {u"text"_s, QString(4097, u'x')}};
        const Answer tooLong = house.post(path + u"notes"_s, token, note);
        QCOMPARE(tooLong.status, 400);
        QCOMPARE(tooLong.word(), u"note_too_long"_s);
        note.insert(u"text"_s, u" "_s);
        QCOMPARE(house.post(path + u"notes"_s, token, note).word(), u"note_empty"_s);

        QCOMPARE(
            put(path + u"draft"_s, token, {{u"kind"_s, u"reply"_s}, {u"text"_s, u"Buyu"_s}}).status,
            204);
        QCOMPARE(house.call("GET", path + u"draft"_s, token).json.value(u"text"_s),
                 QJsonValue(u"Buyu"_s));
        QCOMPARE(house.call("GET", path + u"draft"_s, other).json.value(u"text"_s),
                 QJsonValue(QString()));
        QCOMPARE(put(path + u"draft"_s, token,
                     {{u"kind"_s, u"reply"_s}, {u"text"_s, QString(20'000, u'x')}})
                     .word(),
                 u"draft_too_long"_s);
        // Beside it a note, a template that is being filled in; none of it replaces the other.
        QCOMPARE(
            put(path + u"draft"_s, token, {{u"kind"_s, u"note"_s}, {u"text"_s, u"Depo"_s}}).status,
            204);
        const QJsonObject form{{u"name"_s, u"kargo"_s},
                               {u"language"_s, u"tr"_s},
                               {u"texts"_s, QJsonArray{u"Ayşe"_s, u""_s}}};
        clock.advance(std::chrono::seconds(1));
        QCOMPARE(put(path + u"draft"_s, token,
                     {{u"kind"_s, u"reply"_s}, {u"text"_s, u""_s}, {u"template"_s, form}})
                     .status,
                 204);
        const QJsonObject both = house.call("GET", path + u"draft"_s, token).json;
        QCOMPARE(both.value(u"kind"_s), QJsonValue(u"reply"_s));
        QCOMPARE(both.value(u"template"_s).toObject(), form);
        QCOMPARE(both.value(u"other"_s).toObject().value(u"text"_s), QJsonValue(u"Depo"_s));
        QCOMPARE(put(path + u"draft"_s, token, {{u"kind"_s, u"note"_s}, {u"text"_s, u""_s}}).status,
                 204);
        QVERIFY(!house.call("GET", path + u"draft"_s, token).json.contains(u"other"_s));
        QCOMPARE(put(path + u"seen"_s, token, {{u"heard"_s, 1}}).status, 204);
        const QJsonObject own = house.call("GET", u"/v1/own"_s, token).json;
        QCOMPARE(own.value(u"drafts"_s).toArray().size(), 1);
        QCOMPARE(own.value(u"seen"_s).toArray().size(), 1);
        QVERIFY(house.call("GET", u"/v1/own"_s, other).json.value(u"drafts"_s).toArray().isEmpty());

        const QString fields = u"/v1/contacts/%1/fields"_s.arg(conversation.contact.value);
        const Answer person =
            put(fields, token, {{u"name"_s, u"Şube"_s}, {u"value"_s, u"Üsküdar"_s}});
        QCOMPARE(person.status, 200);
        QCOMPARE(person.json.value(u"fields"_s).toArray().size(), 1);
        QCOMPARE(put(fields, token, {{u"name"_s, u""_s}, {u"value"_s, u"x"_s}}).word(),
                 u"field_name_missing"_s);

        QJsonObject message{{u"id"_s, MessageId::create().toString()},
                            {u"purpose"_s, u"support_answer"_s},
                            {u"text"_s, u"Buyurun"_s}};
        for (const QJsonValue &hold : {QJsonValue(5001), QJsonValue(-1), QJsonValue(u"1"_s),
                                       QJsonValue(true), QJsonValue(), QJsonValue(1e300)}) {
            message.insert(u"holdMs"_s, hold);
            const Answer refused = house.post(path + u"messages"_s, token, message);
            QCOMPARE(refused.status, 400);
            QCOMPARE(refused.word(), u"hold_not_allowed"_s);
        }
        QCOMPARE(house.audited(AuditAction::MessageQueued), 0);
        message.insert(u"holdMs"_s, 5000);
        const Answer held = house.post(path + u"messages"_s, token, message);
        QCOMPARE(held.status, 202);
        QCOMPARE(held.json.value(u"goesAt"_s).toInteger(),
                 held.json.value(u"at"_s).toInteger() + 5000);
        const QString withdraw =
            u"/v1/messages/%1/withdraw"_s.arg(message.value(u"id"_s).toString());
        QCOMPARE(house.post(withdraw, other, {}).status, 403);
        const Answer back = house.post(withdraw, token, {});
        QCOMPARE(back.status, 200);
        QCOMPARE(back.json.value(u"state"_s), QJsonValue(u"withdrawn"_s));
        QCOMPARE(back.json.value(u"text"_s), QJsonValue(u"Buyurun"_s)); // to go on writing
        QCOMPARE(house.post(withdraw, token, {}).json.value(u"text"_s), QJsonValue(QString()));
        QCOMPARE(house.audited(AuditAction::MessageWithdrawn), 1);
        house.write([&](Tx &tx) -> Stored<Done> {
            const auto claimed = SendService(tx, clock).claim(10);
            return claimed && claimed->isEmpty() ? Stored<Done>(done())
                                                 : failure(StoreError::Failed);
        });
    }

    // A draft is told to the same agent's other consoles, and to nobody else's.
    void draftsAreToldToTheirWriterAlone()
    {
        House house;
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QByteArray here = house.signedIn(u"a"_s, {Role::Agent});
        const QByteArray there = house.signedInAgain(u"a"_s);
        const QByteArray colleague = house.signedIn(u"b"_s, {Role::Agent});
        const QByteArray supervisor = house.signedIn(u"c"_s, {Role::Supervisor});
        const auto mine = house.follow(here);
        const auto other = house.follow(there);
        const auto theirs = house.follow(colleague);
        const auto above = house.follow(supervisor);
        const auto all = {mine.get(), other.get(), theirs.get(), above.get()};
        for (const Stream *stream : all)
            QTRY_VERIFY(stream->events.contains(u"beat"_s));
        const QString path = u"/v1/conversations/%1/draft"_s.arg(conversation.id.value);
        const auto put = [&](const QString &kind, const QString &text) {
            const QJsonObject body{{u"kind"_s, kind}, {u"text"_s, text}};
            return house.call("PUT", path, here, QJsonDocument(body).toJson()).status;
        };
        QCOMPARE(put(u"note"_s, u"Depoya sor"_s), 204);
        QTRY_VERIFY(other->events.contains(u"draft"_s));
        const QJsonObject told = other->newest.value(u"draft"_s);
        QCOMPARE(told.value(u"conversation"_s).toInteger(), conversation.id.value);
        QCOMPARE(told.value(u"kinds"_s).toArray(), QJsonArray{u"note"_s});
        QVERIFY(!QJsonDocument(told).toJson().contains("Depo")); // nothing of a person in a stream
        QCOMPARE(put(u"note"_s, QString()), 204);
        QTRY_COMPARE(other->events.count(u"draft"_s), 2);
        QVERIFY(other->newest.value(u"draft"_s).value(u"kinds"_s).toArray().isEmpty());
        // Sending it ends it everywhere, also where it was sent: that console may have been
        // offline.
        QCOMPARE(put(u"reply"_s, u"Hemen bakıyorum"_s), 204);
        QTRY_COMPARE(other->events.count(u"draft"_s), 3);
        QVERIFY(!mine->events.contains(u"draft"_s));
        const QString messages = u"/v1/conversations/%1/messages"_s.arg(conversation.id.value);
        QCOMPARE(house
                     .post(messages, here,
                           {{u"id"_s, MessageId::create().toString()},
                            {u"purpose"_s, u"support_answer"_s},
                            {u"text"_s, u"Hemen bakıyorum"_s}})
                     .status,
                 202);
        QTRY_COMPARE(other->events.count(u"draft"_s), 4);
        QVERIFY(other->newest.value(u"draft"_s).value(u"kinds"_s).toArray().isEmpty());
        QTRY_COMPARE(mine->events.count(u"draft"_s), 1);
        // What comes later has come: the others heard nothing.
        (void)house.says(kAyse, u"wamid.2"_s, u"Alo"_s);
        for (const Stream *stream : all) {
            QTRY_VERIFY(!stream->messages.isEmpty());
            QCOMPARE(stream->events.contains(u"draft"_s),
                     stream == other.get() || stream == mine.get());
        }
    }
};

DESTEK_TEST(OwnPort)
#include "tst_own_port.moc"
