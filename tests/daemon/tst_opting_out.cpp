#include "daemon/service/consent_service.h"
#include "daemon/service/erasure_service.h"
#include "daemon/vault/vault_keepers.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include <QTest>

#include <future>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender kAyse{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, {}};

QList<MessageRecord> confirmations(Desk &desk, const meta::Sender &person = kAyse)
{
    QList<MessageRecord> found;
    for (const MessageRecord &message : desk.thread(person)) {
        if (message.isOptOutConfirmation)
            found << message;
    }
    return found;
}

int events(Desk &desk, EventKind kind)
{
    int count = 0;
    for (const MessageRecord &message : desk.thread(kAyse))
        count += message.event == kind ? 1 : 0;
    return count;
}

void erase(Desk &desk, const meta::Sender &person)
{
    VaultKeyKeeper keys(desk.kit().vault());
    const VaultDocumentSigner signer(*desk.kit().vault().auditSigningKey());
    ErasureService erasure(desk.kit().store(), keys, signer, desk.clock(), desk.kit().files());
    std::promise<bool> finished;
    erasure.erase(Desk::agent(), desk.who(person), u"başvuru"_s,
                  [&](const Result<DestructionRecord, ApiError> &record) {
                      finished.set_value(record.ok());
                  });
    if (!finished.get_future().get())
        qFatal("not erased");
}

QList<ConsentEvent> said(Desk &desk)
{
    return desk.kit().read<QList<ConsentEvent>>(
        [&](const Tx &tx) { return tx.contacts().consent(desk.who(kAyse)); });
}

/// What a colleague notes of what was said elsewhere.
std::optional<SendRefusal> record(Desk &desk, Standing standing, ConsentSource source)
{
    std::optional<SendRefusal> refusal;
    desk.kit().write([&](Tx &tx) -> Stored<Done> {
        ConsentService::Change change;
        change.contact = desk.who(kAyse);
        change.standing = standing;
        change.source = source;
        change.at = desk.clock().now();
        change.actor = Desk::agent();
        const auto refused = ConsentService(tx, desk.clock()).record(change);
        if (!refused)
            return failure(refused.error());
        refusal = *refused;
        return done();
    });
    return refusal;
}

qint64 feedEnd(Desk &desk)
{
    return desk.kit().read<qint64>([](const Tx &tx) { return tx.feed().last(); });
}

QByteArray echo(const meta::Sender &to, qint64 second)
{
    QJsonObject line = meta::text({}, u"wamid.E"_s, Desk::kNow + second, u"Buyurun"_s);
    line.insert(u"from"_s, u"908500000000"_s);
    line.insert(u"to"_s, to.phone);
    line.insert(u"to_user_id"_s, to.bsuid);
    QJsonObject value = meta::value();
    value.insert(u"message_echoes"_s, QJsonArray{line});
    return meta::body(u"smb_message_echoes"_s, value);
}

QByteArray call(const meta::Sender &from, qint64 second)
{
    const QJsonObject one{{u"id"_s, u"call.1"_s},
                          {u"from"_s, from.phone},
                          {u"from_user_id"_s, from.bsuid},
                          {u"event"_s, u"connect"_s},
                          {u"direction"_s, u"USER_INITIATED"_s},
                          {u"timestamp"_s, QString::number(Desk::kNow + second)}};
    QJsonObject value = meta::value();
    value.insert(u"calls"_s, QJsonArray{one});
    return meta::body(u"calls"_s, value);
}

QByteArray handedBack(const meta::Sender &from, qint64 second)
{
    QJsonObject value = meta::value();
    value.insert(u"type"_s, u"control_passed"_s);
    value.insert(u"sender"_s,
                 QJsonObject{{u"phone_number"_s, from.phone}, {u"user_id"_s, from.bsuid}});
    value.insert(u"timestamp"_s, QString::number(Desk::kNow + second));
    return meta::body(u"messaging_handovers"_s, value);
}

/// What was written from the phone, before the business came to us.
QByteArray importOf(const meta::Sender &person, qint64 second)
{
    QJsonObject line = meta::text({}, u"wamid.H"_s, Desk::kNow + second, u"Buyurun"_s);
    line.insert(u"from"_s, u"908500000000"_s);
    line.insert(u"to"_s, person.phone);
    line.insert(u"history_context"_s, QJsonObject{{u"status"_s, u"READ"_s}});
    const QJsonObject thread{
        {u"id"_s, person.phone}, {u"user_id"_s, person.bsuid}, {u"messages"_s, QJsonArray{line}}};
    const QJsonObject part{
        {u"metadata"_s, QJsonObject{{u"phase"_s, 0}, {u"chunk_order"_s, 1}, {u"progress"_s, 100}}},
        {u"threads"_s, QJsonArray{thread}}};
    QJsonObject value = meta::value();
    value.insert(u"history"_s, QJsonArray{part});
    return meta::body(u"history"_s, value);
}

QByteArray changedNumber(const meta::Sender &before, const meta::Sender &now, qint64 second)
{
    QJsonObject line = meta::message(before, u"wamid.S"_s, Desk::kNow + second, u"system"_s,
                                     meta::without({{u"type"_s, u"user_changed_number"_s},
                                                    {u"wa_id"_s, now.phone},
                                                    {u"user_id"_s, now.bsuid},
                                                    {u"previous_user_id"_s, before.bsuid}}));
    return meta::messages({line});
}

QByteArray addressBook(const meta::Sender &person, qint64 second)
{
    const QJsonObject entry{
        {u"type"_s, u"contact"_s},
        {u"action"_s, u"add"_s},
        {u"contact"_s, QJsonObject{{u"full_name"_s, u"Ayşe (Kargo)"_s},
                                   {u"phone_number"_s, person.phone},
                                   {u"user_id"_s, person.bsuid}}},
        {u"metadata"_s, QJsonObject{{u"timestamp"_s, QString::number(Desk::kNow + second)}}}};
    QJsonObject value = meta::value();
    value.insert(u"state_sync"_s, QJsonArray{entry});
    return meta::body(u"smb_app_state_sync"_s, value);
}

} // namespace

/// STOP and DURDUR (MES section 9; facts/kvkk.md 9.2, facts/whatsapp.md 10).
class OptingOut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsOfTheWholeMessage_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("what"); // out, ask, nothing
        for (const QString &word :
             {u"STOP"_s, u"stop"_s, u"Stop."_s, u" DURDUR "_s, u"durdur!"_s, u"Durdur 🙏"_s,
              u"\"DURDUR\""_s, u"D\u0332URDUR"_s, u"ＳＴＯＰ"_s, u"DUR\u200bDUR"_s, u"STOP\n"_s,
              u"\u202eSTOP\u202c"_s})
            QTest::addRow("out: %s", qPrintable(word)) << word << u"out"_s;
        for (const QString &word :
             {u"durdurmayın"_s, u"durdurdunuz mu?"_s, u"kargo durumu"_s, u"dur bir dakika"_s,
              u"Stopaj"_s, u"nonstop"_s, u"stop etmeyin"_s, u"one-stop"_s, u"evet"_s,
              u"stop, o Zé não vem"_s})
            QTest::addRow("not: %s", qPrintable(word)) << word << u"not out"_s;
        for (const QString &word :
             {u"mesaj atmayın artık"_s, u"iptal"_s, u"DUR"_s, u"çık"_s, u"siparişi durdur"_s})
            QTest::addRow("ask: %s", qPrintable(word)) << word << u"ask"_s;
    }
    void wordsOfTheWholeMessage()
    {
        QFETCH(QString, words);
        QFETCH(QString, what);
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, words);
        const bool out = desk.person(kAyse).standing == Standing::OptedOut;
        QCOMPARE(out, what == u"out"_s);
        QCOMPARE(confirmations(desk).size(), out ? 1 : 0);
        if (what == u"ask"_s) {
            QVERIFY(desk.conversation(kAyse).optOutQuestion);
            QCOMPARE(events(desk, EventKind::OptOutQuestion), 1);
        }
        // An agent sees it in any case: it can be an angry customer.
        QCOMPARE(desk.thread(kAyse).first().text, words);
    }

    void aButtonSaysItToo_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonObject>("part");
        QTest::newRow("payload of a template's button")
            << u"button"_s << QJsonObject{{u"payload"_s, u"STOP"_s}, {u"text"_s, u"Ayrıl"_s}};
        QTest::newRow("its label")
            << u"button"_s << QJsonObject{{u"payload"_s, u"7"_s}, {u"text"_s, u"Durdur"_s}};
        QTest::newRow("list row") << u"interactive"_s
                                  << QJsonObject{
                                         {u"type"_s, u"list_reply"_s},
                                         {u"list_reply"_s, QJsonObject{{u"id"_s, u"DURDUR"_s},
                                                                       {u"title"_s, u"Ayrıl"_s}}}};
        for (const QString &kind : {u"image"_s, u"video"_s, u"document"_s}) // decision 7
            QTest::addRow("caption of a %s", qPrintable(kind))
                << kind << QJsonObject{{u"caption"_s, u"DURDUR"_s}};
        QTest::newRow("corrected caption")
            << u"edit"_s
            << QJsonObject{{u"original_message_id"_s, u"wamid.0"_s},
                           {u"message"_s,
                            QJsonObject{{u"type"_s, u"image"_s},
                                        {u"image"_s, QJsonObject{{u"caption"_s, u"Stop."_s}}}}}};
    }
    void aButtonSaysItToo()
    {
        QFETCH(QString, type);
        QFETCH(QJsonObject, part);
        Desk desk;
        desk.arrives(
            meta::messages({meta::message(kAyse, u"wamid.1"_s, Desk::kNow, type, part)}, {kAyse}));
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
    }

    void aStopInAGroupCountsAndIsNotConfirmedInPrivate()
    {
        Desk desk;
        const auto saysInGroup = [&](const QString &wamid, qint64 second, const QString &words) {
            QJsonObject message = meta::text(kAyse, wamid, Desk::kNow + second, words);
            message.insert(u"group_id"_s, u"G1"_s);
            desk.arrives(meta::messages({message}, {kAyse}));
        };
        saysInGroup(u"wamid.1"_s, 0, u"DURDUR"_s);
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
        QVERIFY(confirmations(desk).isEmpty());
        // Asking for messages again is said to us alone.
        saysInGroup(u"wamid.2"_s, 10, u"BAŞLAT"_s);
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
        desk.says(kAyse, u"wamid.3"_s, 20, u"BAŞLAT"_s);
        QCOMPARE(desk.person(kAyse).standing, Standing::Open);
    }

    void aFileNameDoesNotSpeak()
    {
        Desk desk;
        const QJsonObject file{{u"filename"_s, u"STOP"_s}};
        const QJsonObject edited{{u"type"_s, u"document"_s}, {u"document"_s, file}};
        desk.arrives(
            meta::messages({meta::message(kAyse, u"wamid.1"_s, Desk::kNow, u"document"_s, file),
                            meta::message(kAyse, u"wamid.2"_s, Desk::kNow + 1, u"edit"_s,
                                          QJsonObject{{u"original_message_id"_s, u"wamid.1"_s},
                                                      {u"message"_s, edited}})},
                           {kAyse}));
        QCOMPARE(desk.person(kAyse).standing, Standing::Open);
    }

    void reactionsAndSystemLinesDoNotSpeak()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.0"_s, 0, u"Merhaba"_s);
        desk.arrives(
            meta::messages({meta::message(kAyse, u"wamid.1"_s, Desk::kNow + 1, u"reaction"_s,
                                          QJsonObject{{u"emoji"_s, u"STOP"_s}})},
                           {kAyse}));
        desk.arrives(meta::messages({meta::message(kAyse, u"wamid.2"_s, Desk::kNow + 2, u"system"_s,
                                                   QJsonObject{{u"body"_s, u"STOP"_s}})},
                                    {kAyse}));
        QCOMPARE(desk.person(kAyse).standing, Standing::Open);
        QVERIFY(!desk.conversation(kAyse).optOutQuestion);
    }

    void oneConfirmationAfterFiveStopsAndRestarts()
    {
        Desk desk;
        for (int i = 0; i < 5; ++i) {
            desk.at(i);
            desk.says(kAyse, u"wamid.%1"_s.arg(i), i, i % 2 ? u"STOP"_s : u"DURDUR"_s);
            if (i % 2)
                desk.kit().reopen();
        }
        QCOMPARE(confirmations(desk).size(), 1);
        const auto requests = desk.claim();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(Desk::words(requests.first()), kConfirmation);
        desk.kit().reopen();
        desk.settle(requests.first(), Desk::accepted(u"wamid.C"_s));
        desk.says(kAyse, u"wamid.9"_s, 9, u"STOP"_s);
        QVERIFY(desk.claim().isEmpty()); // silence afterwards
        QCOMPARE(confirmations(desk).size(), 1);
        QCOMPARE(desk.person(kAyse).optedOutAt,
                 std::optional(Instant::fromSeconds(Desk::kNow + 9)));
        QCOMPARE(events(desk, EventKind::OptedOut), 1);
        QCOMPARE(desk.audit(u"standing.opted_out"_s).size(), 6); // each refusal is provable
    }

    void theOneConfirmationComesAgainWhenMetaAsksToWait()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"DURDUR"_s);
        const auto first = desk.claim();
        QCOMPARE(first.size(), 1);
        desk.settle(first.first(),
                    Desk::refused(130429, AttemptOutcome::Retry, std::chrono::seconds(2)));
        QVERIFY(desk.claim().isEmpty());
        desk.at(3);
        const auto second = desk.claim();
        QCOMPARE(second.size(), 1);
        QCOMPARE(second.first().id, first.first().id);
        desk.settle(second.first(), Desk::accepted(u"wamid.C"_s));
        QCOMPARE(confirmations(desk).first().state, SendState::Accepted);
    }

    void anUnknownConfirmationIsNotRepeated()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"DURDUR"_s);
        desk.settle(desk.claim().first(), SendAnswer{});
        desk.at(60);
        QVERIFY(desk.claim().isEmpty());
        desk.says(kAyse, u"wamid.2"_s, 70, u"DURDUR"_s);
        QVERIFY(desk.claim().isEmpty()); // better none than two
    }

    void silenceUntilTheyAsk()
    {
        Desk desk;
        desk.addTemplate(u"yolda"_s, u"UTILITY"_s);
        desk.says(kAyse, u"wamid.1"_s, 0, u"Kargom nerede?"_s);
        desk.says(kAyse, u"wamid.2"_s, 10, u"DURDUR"_s);
        for (const OutboundRequest &request : desk.claim())
            desk.settle(request, Desk::accepted(u"wamid.C"_s));
        desk.at(20);
        QCOMPARE(desk.queue(desk.text(kAyse, u"Ama…"_s)).refusal,
                 std::optional(SendRefusal::OptedOut));
        QCOMPARE(desk.queue(desk.chosen(kAyse, u"yolda"_s)).refusal,
                 std::optional(SendRefusal::OptedOut));
        QVERIFY(desk.claim().isEmpty());
        desk.says(kAyse, u"wamid.3"_s, 30, u"Faturam gelmedi?"_s);
        QCOMPARE(desk.queue(desk.text(kAyse, u"Hemen bakıyorum"_s)).refusal,
                 std::optional<SendRefusal>());
        QCOMPARE(desk.claim().size(), 1);
        QCOMPARE(desk.queue(desk.chosen(kAyse, u"yolda"_s)).refusal,
                 std::optional(SendRefusal::OptedOut)); // still nothing of our own accord
    }

    void wordsThatComeBack()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"DURDUR"_s);
        desk.says(kAyse, u"wamid.2"_s, 10, u"Merhaba"_s); // an ordinary message is no consent
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
        desk.says(kAyse, u"wamid.3"_s, 20, u"BAŞLAT"_s);
        QCOMPARE(desk.person(kAyse).standing, Standing::Open);
        QCOMPARE(events(desk, EventKind::OptedIn), 1);
        desk.says(kAyse, u"wamid.4"_s, 30, u"STOP"_s);
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
        QCOMPARE(confirmations(desk).size(), 2); // each opt-out has its one
    }

    void lateWordsDoNotUndoNewerOnes()
    {
        for (const bool stopFirst : {true, false}) {
            Desk desk;
            const auto stop = [&] { desk.says(kAyse, u"wamid.1"_s, 10, u"DURDUR"_s); };
            const auto start = [&] { desk.says(kAyse, u"wamid.2"_s, 20, u"BAŞLAT"_s); };
            stopFirst ? stop() : start();
            stopFirst ? start() : stop();
            QCOMPARE(desk.person(kAyse).standing, Standing::Open);
        }
        for (const bool stopFirst : {true, false}) { // in one second the refusal counts
            Desk desk;
            desk.says(kAyse, u"wamid.1"_s, 10, stopFirst ? u"DURDUR"_s : u"BAŞLAT"_s);
            desk.says(kAyse, u"wamid.2"_s, 10, stopFirst ? u"BAŞLAT"_s : u"DURDUR"_s);
            QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
        }
    }

    void metasOwnStopCounts()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        desk.arrives(meta::preference(kAyse, u"stop"_s, Desk::kNow + 10));
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
        QVERIFY(confirmations(desk).isEmpty()); // they told Meta, not us
        desk.arrives(meta::preference(kAyse, u"resume"_s, Desk::kNow + 20));
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut); // lifts Meta's flag only
        const auto consent = desk.kit().read<QList<ConsentEvent>>(
            [&](const Tx &tx) { return tx.contacts().consent(desk.who(kAyse)); });
        QCOMPARE(consent.size(), 1);
        QCOMPARE(consent.first().source, ConsentSource::MetaPreference);
    }

    void aPreferenceWithoutATimeIsOfNow()
    {
        Desk desk;
        desk.at(-5);
        desk.says(kAyse, u"wamid.1"_s, -10, u"Merhaba"_s);
        desk.at(0);
        desk.arrives(meta::preference(kAyse, u"stop"_s, -1));
        // What was asked before is no later question.
        QCOMPARE(desk.queue(desk.text(kAyse, u"x"_s)).refusal,
                 std::optional(SendRefusal::OptedOut));
    }

    void theCodeOfAStoppedSendCounts_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"a failed status", "after delivery", "the answer itself"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void theCodeOfAStoppedSendCounts()
    {
        QFETCH(QString, how);
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        if (how == u"the answer itself"_s) {
            (void)desk.queue(desk.text(kAyse, u"Buyurun"_s));
            desk.settle(desk.claim().first(), Desk::refused(131050));
        } else {
            (void)desk.sends(kAyse, u"Buyurun"_s, u"wamid.O"_s);
            if (how == u"after delivery"_s)
                desk.arrives(meta::statuses({meta::status(u"wamid.O"_s, u"read"_s, Desk::kNow)}));
            desk.arrives(meta::statuses(
                {meta::status(u"wamid.O"_s, u"failed"_s, Desk::kNow + 5, {}, 131050)}));
        }
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
        const auto consent = desk.kit().read<QList<ConsentEvent>>(
            [&](const Tx &tx) { return tx.contacts().consent(desk.who(kAyse)); });
        QCOMPARE(consent.first().source, ConsentSource::MetaError);
    }

    void aRefusalOutlivesItsPerson_data()
    {
        QTest::addColumn<QByteArray>("returns");
        QTest::addColumn<bool>("out");
        const auto words = [](const QString &said) {
            return meta::says(kAyse, u"wamid.2"_s, Desk::kNow + 200, said);
        };
        QTest::newRow("writes again") << words(u"Merhaba"_s) << true;
        QTest::newRow("writes something doubtful") << words(u"iptal"_s) << true;
        QTest::newRow("writes STOP again") << words(u"STOP"_s) << true;
        QTest::newRow("comes back of their own will") << words(u"BAŞLAT"_s) << false;
        QTest::newRow("a colleague writes from the phone") << echo(kAyse, 200) << true;
        QTest::newRow("calls") << call(kAyse, 200) << true;
        QTest::newRow("is handed over and back") << handedBack(kAyse, 200) << true;
        QTest::newRow("comes with a history") << importOf(kAyse, 200) << true;
        QTest::newRow("changes number and is heard of first by that")
            << changedNumber({u"905329999999"_s, {}, {}, {}}, kAyse, 200) << true;
    }
    void aRefusalOutlivesItsPerson()
    {
        QFETCH(QByteArray, returns);
        QFETCH(bool, out);
        Desk desk;
        desk.addTemplate(u"yolda"_s, u"UTILITY"_s);
        desk.says(kAyse, u"wamid.1"_s, 0, u"DURDUR"_s);
        const ContactId before = desk.who(kAyse);
        desk.at(100);
        erase(desk, kAyse);
        QVERIFY(!desk.find(IdentityKind::Phone, kAyse.phone));
        desk.at(200);
        desk.arrives(returns);
        QVERIFY(desk.who(kAyse) != before);
        QCOMPARE(desk.person(kAyse).standing, out ? Standing::OptedOut : Standing::Open);
        QCOMPARE(desk.queue(desk.chosen(kAyse, u"yolda"_s)).refusal,
                 out ? std::optional(SendRefusal::OptedOut) : std::nullopt);
        QVERIFY(confirmations(desk).isEmpty()); // confirmed in the former life
        desk.says(kAyse, u"wamid.3"_s, 210, u"Merhaba"_s);
        desk.at(220);
        QVERIFY(!desk.queue(desk.text(kAyse, u"Buyurun"_s)).refusal); // answers are no notices
        // Their own act is the last word.
        QCOMPARE(desk.person(kAyse).standing, out ? Standing::OptedOut : Standing::Open);
    }

    void whoGainsARefusedIdentityGainsTheRefusal_data()
    {
        QTest::addColumn<QList<QByteArray>>("events");
        const meta::Sender known{{}, u"TR.5"_s, u"Ayşe"_s, {}};
        const QByteArray hello = meta::says(known, u"wamid.2"_s, Desk::kNow + 200, u"Merhaba"_s);
        QTest::newRow("by a change of number")
            << QList{hello, changedNumber(known, {kAyse.phone, u"TR.6"_s, {}, {}}, 210)};
        QTest::newRow("by a message that names both")
            << QList{hello, meta::says({kAyse.phone, known.bsuid, u"Ayşe"_s, {}}, u"wamid.3"_s,
                                       Desk::kNow + 210, u"Kargom?"_s)};
        QTest::newRow("by the phone's address book")
            << QList{hello, addressBook({kAyse.phone, known.bsuid, u"Ayşe"_s, {}}, 210)};
    }
    void whoGainsARefusedIdentityGainsTheRefusal()
    {
        QFETCH(QList<QByteArray>, events);
        Desk desk;
        desk.addTemplate(u"yolda"_s, u"UTILITY"_s);
        desk.says(kAyse, u"wamid.1"_s, 0, u"DURDUR"_s);
        desk.at(100);
        erase(desk, kAyse);
        desk.at(200);
        desk.arrives(events.first());
        const meta::Sender known{{}, u"TR.5"_s, {}, {}};
        const ContactId person = desk.who(known);
        QCOMPARE(desk.person(person).standing, Standing::Open);
        const qint64 heard = feedEnd(desk);
        desk.arrives(events.last());
        QCOMPARE(desk.find(IdentityKind::Phone, kAyse.phone), std::optional(person));
        QCOMPARE(desk.person(person).standing, Standing::OptedOut);
        QVERIFY(feedEnd(desk) > heard); // consoles hear of it
        const meta::Sender now{kAyse.phone, {}, {}, {}};
        QCOMPARE(desk.queue(desk.chosen(now, u"yolda"_s)).refusal,
                 std::optional(SendRefusal::OptedOut));
    }

    void aLaterRefusalIsNotEndedByAnOlderOptIn()
    {
        Desk desk;
        const meta::Sender known{{}, u"TR.5"_s, u"Ayşe"_s, {}};
        desk.says(known, u"wamid.1"_s, 0, u"BAŞLAT"_s);
        desk.says(kAyse, u"wamid.2"_s, 50, u"DURDUR"_s);
        desk.at(100);
        erase(desk, kAyse);
        desk.at(200);
        desk.arrives(addressBook({kAyse.phone, known.bsuid, u"Ayşe"_s, {}}, 150));
        QCOMPARE(desk.person(known).standing, Standing::OptedOut);
        desk.says(known, u"wamid.3"_s, 200, u"BAŞLAT"_s);
        desk.says({kAyse.phone, known.bsuid, {}, {}}, u"wamid.4"_s, 210, u"Merhaba"_s);
        QCOMPARE(desk.person(known).standing, Standing::Open); // theirs is the last word
    }

    void noRecordOfOursLiftsAStopAtWhatsApp_data()
    {
        QTest::addColumn<QByteArray>("stop");
        QTest::addColumn<QString>("then");
        const QByteArray failed =
            meta::statuses({meta::status(u"wamid.O"_s, u"failed"_s, Desk::kNow + 5, {}, 131050)});
        const QByteArray preference = meta::preference(kAyse, u"stop"_s, Desk::kNow + 5);
        for (const QString &then :
             {u"nothing"_s, u"writes STOP"_s, u"sends an e-mail"_s, u"is erased"_s,
              u"is erased and calls"_s, u"BAŞLAT and STOP"_s}) {
            QTest::addRow("error 131050, then: %s", qPrintable(then)) << failed << then;
            QTest::addRow("their switch, then: %s", qPrintable(then)) << preference << then;
        }
    }
    void noRecordOfOursLiftsAStopAtWhatsApp()
    {
        QFETCH(QByteArray, stop);
        QFETCH(QString, then);
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        (void)desk.sends(kAyse, u"Buyurun"_s, u"wamid.O"_s);
        desk.at(10);
        desk.arrives(stop);
        if (then == u"BAŞLAT and STOP"_s)
            desk.says(kAyse, u"wamid.2"_s, 10, u"BAŞLAT"_s);
        if (then.contains(u"STOP"_s))
            desk.says(kAyse, u"wamid.3"_s, 11, u"STOP"_s);
        desk.at(20);
        if (then == u"sends an e-mail"_s)
            QVERIFY(!record(desk, Standing::OptedOut, ConsentSource::Email));
        if (then.startsWith(u"is erased"_s)) {
            erase(desk, kAyse);
            desk.at(30);
            desk.arrives(then.endsWith(u"calls"_s)
                             ? call(kAyse, 30)
                             : meta::says(kAyse, u"wamid.4"_s, Desk::kNow + 30, u"Merhaba"_s));
        }
        desk.at(40);
        QVERIFY(desk.person(kAyse).stoppedAtWhatsApp);
        QCOMPARE(record(desk, Standing::Open, ConsentSource::Call),
                 std::optional(SendRefusal::OptedOut));
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
        // Only WhatsApp's own word ends the stop; then a record counts again.
        desk.arrives(meta::preference(kAyse, u"resume"_s, Desk::kNow + 40));
        QVERIFY(!desk.person(kAyse).stoppedAtWhatsApp);
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
        desk.at(50);
        QVERIFY(!record(desk, Standing::Open, ConsentSource::Call));
        QCOMPARE(desk.person(kAyse).standing, Standing::Open);
    }

    void theirOwnWordOpensWhatIsOursAndLiftsNothingAtWhatsApp() // R-62; facts/whatsapp.md 10.4
    {
        Desk desk;
        desk.addTemplate(u"yolda"_s, u"UTILITY"_s);
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        desk.arrives(meta::preference(kAyse, u"stop"_s, Desk::kNow + 5));
        desk.says(kAyse, u"wamid.2"_s, 10, u"BAŞLAT"_s);
        const auto isBack = [&] {
            return desk.person(kAyse).standing == Standing::Open &&
                   desk.person(kAyse).stoppedAtWhatsApp;
        };
        QVERIFY(isBack());
        QVERIFY(!desk.queue(desk.chosen(kAyse, u"yolda"_s)).refusal);
        desk.at(100);
        erase(desk, kAyse);
        desk.at(200);
        desk.says(kAyse, u"wamid.3"_s, 200, u"Merhaba"_s);
        QVERIFY(isBack());
    }

    void aStopOfSomebodyUnknownIsTheirsOnceTheyCome_data()
    {
        QTest::addColumn<QByteArray>("stop");
        QJsonObject failed = meta::status(u"wamid.GONE"_s, u"failed"_s, Desk::kNow + 5, {}, 131050);
        failed.insert(u"recipient_id"_s, kAyse.phone);
        QTest::newRow("error 131050") << meta::statuses({failed});
        QTest::newRow("their switch") << meta::preference(kAyse, u"stop"_s, Desk::kNow + 5);
    }
    void aStopOfSomebodyUnknownIsTheirsOnceTheyCome()
    {
        QFETCH(QByteArray, stop);
        for (const bool resumed : {false, true}) {
            Desk desk;
            desk.at(10);
            desk.arrives(stop);
            QVERIFY(!desk.find(IdentityKind::Phone, kAyse.phone));
            if (resumed)
                desk.arrives(meta::preference(kAyse, u"resume"_s, Desk::kNow + 8));
            desk.says(kAyse, u"wamid.1"_s, 10, u"Merhaba"_s);
            QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut);
            QCOMPARE(desk.person(kAyse).stoppedAtWhatsApp, !resumed);
            QCOMPARE(said(desk).first().source, ConsentSource::Restored);
            QCOMPARE(said(desk).first().scope, ConsentScope::Marketing);
        }
    }

    void everyWordSaysWhatItIsAbout() // R-64; facts/whatsapp.md 10.4
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        (void)desk.sends(kAyse, u"Buyurun"_s, u"wamid.O"_s);
        desk.arrives(meta::preference(kAyse, u"stop"_s, Desk::kNow + 5));
        desk.arrives(
            meta::statuses({meta::status(u"wamid.O"_s, u"failed"_s, Desk::kNow + 6, {}, 131050)}));
        desk.says(kAyse, u"wamid.2"_s, 7, u"DURDUR"_s);
        desk.at(10);
        QVERIFY(!record(desk, Standing::OptedOut, ConsentSource::Email));
        const auto person = desk.kit().read<PersonView>(
            [&](const Tx &tx) { return Views(tx, desk.clock().now()).person(desk.who(kAyse)); });
        QCOMPARE(person.consent.size(), 4);
        for (qsizetype i = 0; i < 4; ++i) {
            const bool atWhatsApp = i < 2; // one number's marketing; else all that is unasked
            QCOMPARE(person.consent.at(i).scope,
                     atWhatsApp ? ConsentScope::Marketing : ConsentScope::AllProactive);
            QCOMPARE(person.consent.at(i).businessNumber,
                     atWhatsApp ? u"908500000000"_s : QString());
        }
        // It outlives them with the refusal: the wider of what is refused.
        desk.at(100);
        erase(desk, kAyse);
        desk.says(kAyse, u"wamid.3"_s, 200, u"Merhaba"_s);
        QCOMPARE(said(desk).first().scope, ConsentScope::AllProactive);
    }

    void theEvidenceOfARefusal()
    {
        Desk desk;
        desk.at(30);
        desk.says(kAyse, u"wamid.1"_s, 0, u"durdur!"_s);
        const auto consent = desk.kit().read<QList<ConsentEvent>>(
            [&](const Tx &tx) { return tx.contacts().consent(desk.who(kAyse)); });
        QCOMPARE(consent.size(), 1);
        QCOMPARE(consent.first().at, Instant::fromSeconds(Desk::kNow));
        QCOMPARE(consent.first().effectAt, Instant::fromSeconds(Desk::kNow + 30));
        QCOMPARE(consent.first().message, desk.thread(kAyse).first().id);
        QCOMPARE(consent.first().source, ConsentSource::Keyword);
    }
};

DESTEK_TEST(OptingOut)
#include "tst_opting_out.moc"
