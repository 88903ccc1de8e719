#include "models/format/words.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace std::chrono;

class Words : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyReasonHasItsOwnSentence() // why not, in words
    {
        QSet<QString> sentences;
        for (const auto &[refusal, name] : enumNames(SendRefusal{}))
            sentences << words::refusalSentence(refusal);
        QCOMPARE(sentences.size(), qsizetype(enumNames(SendRefusal{}).size()));
        QVERIFY(!sentences.contains(QString()));
        sentences.clear();
        for (const auto &[code, name] : enumNames(ApiErrorCode{}))
            sentences << words::apiErrorSentence(code);
        QCOMPARE(sentences.size(), qsizetype(enumNames(ApiErrorCode{}).size()));
        QVERIFY(!sentences.contains(QString()));
    }

    void everyWireWordIsTranslated()
    {
        for (const auto &[action, name] : enumNames(AuditAction{}))
            QVERIFY(words::auditActionWords(QString(name)) != QString(name));
        QCOMPARE(words::auditActionWords(u"newer.word"_s), u"newer.word"_s);
        for (const auto &[state, name] : enumNames(SendState{}))
            QCOMPARE(words::stateWords(state).isEmpty(), state == SendState::None);
        for (const auto &[kind, name] : enumNames(MessageKind{}))
            QCOMPARE(words::placeholderWords(kind).isEmpty(), kind == MessageKind::Text ||
                                                                  kind == MessageKind::Template ||
                                                                  kind == MessageKind::Note);
        for (const auto &[role, name] : enumNames(Role{}))
            QVERIFY(!words::roleWords(role).isEmpty());
        for (const auto &[source, name] : enumNames(ConsentSource{}))
            QVERIFY(!words::consentSourceWords(source).isEmpty());
        for (const auto &[scope, name] : enumNames(ConsentScope{}))
            QVERIFY(!words::consentScopeWords(scope).isEmpty());
        for (const auto &[kind, name] : enumNames(EventKind{})) {
            MessageView message;
            message.event = kind;
            QVERIFY(!words::eventSentence(message).isEmpty());
        }
    }

    void whatTheRulePassedOnNamesBoth()
    {
        MessageView line;
        line.kind = MessageKind::Event;
        line.event = EventKind::Assigned;
        line.text = u"Mehmet %2\nAyşe %1"_s;
        QCOMPARE(words::eventSentence(line),
                 u"Assigned automatically: Mehmet %2. Not here: Ayşe %1"_s);
    }

    void metasErrorsAreExplained()
    {
        QVERIFY(words::knownMetaErrors().size() >= 45);
        QSet<int> codes;
        for (int code : words::knownMetaErrors()) {
            QVERIFY(!codes.contains(code));
            codes << code;
            QVERIFY(words::metaError(code).kind != MetaErrorClass::Unknown);
            QVERIFY(words::metaErrorSentence(code).endsWith(u'.'));
        }
        QVERIFY(words::metaErrorSentence(424242).contains(u"424242"_s));
        QVERIFY(!words::metaError(131050).mayRetry); // never
        QVERIFY(!words::metaError(131047).mayRetry); // a template instead
        QVERIFY(words::metaError(131016).mayRetry);
        QCOMPARE(words::metaError(250).kind, MetaErrorClass::Connection);
        for (const MetaErrorRule &rule : metaErrorRules())
            QVERIFY2(codes.contains(rule.code), qPrintable(QString::number(rule.code)));
        MessageView failed;
        failed.state = SendState::Failed;
        failed.errorCode = 131026;
        QVERIFY(words::problemSentence(failed).endsWith(u"(131026)"_s));
    }

    void noCodeIsNoExpiredToken()
    {
        MessageView failed;
        failed.state = SendState::Failed;
        for (const int code : {kNoMetaCode, 0}) { // 0: of an earlier version
            failed.errorCode = code;
            QCOMPARE(words::problemSentence(failed),
                     u"This message did not arrive. WhatsApp gave no reason."_s);
            QVERIFY(!words::mayTryAgain(failed));
        }
    }

    void onlyWhatWasSentFromHereIsTriedAgain()
    {
        MessageView failed;
        failed.state = SendState::Failed;
        failed.errorCode = 131016;
        QVERIFY(words::mayTryAgain(failed));
        for (const Provenance elsewhere :
             {Provenance::Phone, Provenance::History, Provenance::Standby}) {
            failed.content.provenance = elsewhere;
            QVERIFY(!words::mayTryAgain(failed));
        }
        failed.content.provenance = Provenance::Cloud;
        failed.errorCode = 131026;
        QVERIFY(!words::mayTryAgain(failed));
    }

    void whatWaitsToGoAgainSaysSo()
    {
        MessageView queued;
        queued.state = SendState::Queued;
        QVERIFY(words::problemSentence(queued).isEmpty());
        queued.errorCode = 130429;
        QCOMPARE(words::problemSentence(queued),
                 u"WhatsApp put this message off. It is kept and sent again by itself. "
                 "(130429)"_s);
        queued.errorCode = 131042;
        QVERIFY(words::problemSentence(queued).startsWith(
            u"This message is kept and sent as soon as"_s));
        QVERIFY(words::problemSentence(queued).contains(u"billing"_s));
        QVERIFY(!words::mayTryAgain(queued));
    }

    void timeLeft_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("expected");
        QTest::newRow("hours") << qint64(161 * 60'000) << u"2 h 41 min left"_s;
        QTest::newRow("rounded down") << qint64(161 * 60'000 + 59'999) << u"2 h 41 min left"_s;
        QTest::newRow("minutes") << qint64(59 * 60'000) << u"59 min left"_s;
        QTest::newRow("seconds") << qint64(59'999) << u"less than a minute left"_s;
        QTest::newRow("zero") << qint64(0) << u"closed"_s;
        QTest::newRow("past") << qint64(-1) << u"closed"_s;
    }
    void timeLeft()
    {
        QFETCH(qint64, ms);
        QTEST(words::timeLeftWords(Duration(ms)), "expected");
    }

    void timesOfTheListInBothLanguages()
    {
        const test::ManualClock clock; // Sunday, 2026-11-22 09:00 in Istanbul
        const Instant now = clock.now();
        const QLocale tr(QLocale::Turkish, QLocale::Turkey);
        const QLocale en(QLocale::English, QLocale::UnitedKingdom);
        QCOMPARE(words::listTime(now - hours(1), now, tr), u"08:00"_s);
        QCOMPARE(words::listTime(now - hours(10), now, tr), u"Yesterday"_s);
        QCOMPARE(words::listTime(now - hours(48), now, tr), u"Cuma"_s);
        QCOMPARE(words::listTime(now - hours(48), now, en), u"Friday"_s);
        QVERIFY(words::listTime(now - hours(24 * 30), now, en).contains(u"10"_s));
        QCOMPARE(words::dayWords(now, now, en), u"Today"_s);
        QVERIFY(words::dayWords(now - hours(96), now, tr).contains(u"Kasım"_s));
        QVERIFY(words::isSameLocalDay(now, now - hours(8)));
        QVERIFY(!words::isSameLocalDay(now, now - hours(10))); // midnight is Istanbul's
    }

    void whatIsNotTextIsNamed()
    {
        MessageView message;
        message.kind = MessageKind::Document;
        message.text = u"fatura.pdf"_s;
        QCOMPARE(words::bubbleText(message), u"[Document] fatura.pdf"_s);
        message.direction = Direction::Event; // a customer cannot imitate an event line
        message.event = EventKind::OptedOut;
        QVERIFY(!words::bubbleText(message).contains(u"fatura"_s));
        message.state = SendState::Refused;
        message.refusal = u"opted_out"_s;
        QCOMPARE(words::problemSentence(message), words::refusalSentence(SendRefusal::OptedOut));
        message.refusal = u"something newer"_s;
        QVERIFY(!words::problemSentence(message).isEmpty());
    }
};

DESTEK_TEST(Words)
#include "tst_words.moc"
