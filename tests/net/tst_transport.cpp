#include "core/wire/json.h"
#include "net/http/http_conversation_api.h"
#include "net/http/http_transport.h"
#include "tests/kit/test_main.h"
#include "tests/net/tiny_daemon.h"

#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::net;
using test::TinyDaemon;

namespace
{

const test::Identity &ca()
{
    static const test::Identity identity = test::makeCa("Destek test CA");
    return identity;
}

struct Asked {
    int answers = 0;
    std::optional<Answer<QJsonObject>> answer;
    [[nodiscard]] ApiErrorCode code() const
    {
        return answer && !answer->ok() ? answer->error().code : ApiErrorCode::Cancelled;
    }
};

void ask(HttpTransport &transport, Asked &asked, const QString &path = u"/v1/inbox"_s)
{
    JsonAsk what;
    what.path = path;
    transport.ask(what, [&asked](Answer<QJsonObject> answer) {
        ++asked.answers;
        asked.answer = std::move(answer);
    });
}

} // namespace

class Transport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRightCaIsBelieved()
    {
        TinyDaemon daemon(ca(), test::makeServer(ca()));
        daemon.answer(u"/v1/inbox"_s, 200, "{\"a\":1}");
        HttpTransport transport;
        transport.setLink(daemon.link(ca().certificatePem));
        Asked asked;
        ask(transport, asked);
        QCOMPARE(asked.answers, 0); // never before the call has returned
        QTRY_COMPARE(asked.answers, 1);
        QVERIFY(asked.answer->ok());
        QCOMPARE(daemon.last().header("Authorization"), QByteArray("Bearer session-token"));
        QVERIFY(!daemon.last().target.contains("session-token"));
    }

    void anotherCaAnotherNameOrAnExpiredCertificateIsNot_data() // trust.md 4.3
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("another CA") << 0;
        QTest::newRow("another name") << 1;
        QTest::newRow("expired") << 2;
        QTest::newRow("self-signed") << 3;
    }
    void anotherCaAnotherNameOrAnExpiredCertificateIsNot()
    {
        QFETCH(int, kind);
        const test::Identity stranger = test::makeCa("Destek test CA"); // same name, other key
        const test::Identity server =
            kind == 0   ? test::makeServer(stranger)
            : kind == 1 ? test::makeServer(ca(), "elsewhere.example")
            : kind == 2 ? test::makeServer(ca(), "localhost", test::Validity::Past)
                        : test::makeCa("localhost");
        TinyDaemon daemon(kind == 0 ? stranger : ca(), server);
        daemon.answer(u"/v1/inbox"_s, 200, "{}");
        HttpTransport transport;
        transport.setLink(daemon.link(ca().certificatePem));
        Asked asked;
        ask(transport, asked);
        QTRY_COMPARE(asked.answers, 1);
        QCOMPARE(asked.code(), ApiErrorCode::WrongServer);
        QCOMPARE(daemon.requests(), 0); // the token never left
    }

    void withoutTlsNothingLeaves()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        DaemonLink link;
        link.server = QUrl(u"http://localhost:%1"_s.arg(plain.serverPort()));
        link.ca = QSslCertificate(ca().certificatePem, QSsl::Pem);
        HttpTransport transport;
        transport.setLink(link);
        Asked asked;
        ask(transport, asked);
        QCOMPARE(asked.answers, 0);
        QTRY_COMPARE(asked.answers, 1);
        QCOMPARE(asked.code(), ApiErrorCode::WrongServer);
        QVERIFY(!plain.hasPendingConnections());
        link.server.setScheme(u"https"_s);
        link.ca = QSslCertificate(); // and not without a pin
        transport.setLink(link);
        ask(transport, asked);
        QTRY_COMPARE(asked.answers, 2);
        QVERIFY(!plain.hasPendingConnections());
    }

    void nobodyThereIsUnreachable()
    {
        quint16 port = 0;
        {
            QTcpServer closed;
            QVERIFY(closed.listen(QHostAddress::LocalHost));
            port = closed.serverPort();
        }
        DaemonLink link;
        link.server = QUrl(u"https://localhost:%1"_s.arg(port));
        link.ca = QSslCertificate(ca().certificatePem, QSsl::Pem);
        HttpTransport transport;
        transport.setLink(link);
        Asked asked;
        ask(transport, asked);
        QTRY_COMPARE(asked.answers, 1);
        QCOMPARE(asked.code(), ApiErrorCode::Unreachable);
    }

    void silenceIsATimeout()
    {
        TinyDaemon daemon(ca(), test::makeServer(ca()));
        daemon.hang(u"/v1/inbox"_s);
        HttpTransport transport;
        transport.setLink(daemon.link(ca().certificatePem));
        transport.setSilence(Duration(300));
        Asked asked;
        ask(transport, asked);
        QTRY_COMPARE(asked.answers, 1);
        QCOMPARE(asked.code(), ApiErrorCode::Timeout);
    }

    void anAnswerBeyondTheLimitIsCutOff()
    {
        TinyDaemon daemon(ca(), test::makeServer(ca()));
        daemon.answer(u"/v1/inbox"_s, 200, "{\"a\":\"" + QByteArray(300'000, 'x') + "\"}");
        HttpTransport transport;
        transport.setLink(daemon.link(ca().certificatePem));
        JsonAsk what;
        what.path = u"/v1/inbox"_s;
        what.mostBytes = 100'000;
        std::optional<ApiErrorCode> code;
        transport.ask(what, [&](Answer<QJsonObject> answer) {
            code = answer.ok() ? ApiErrorCode::Internal : answer.error().code;
        });
        QTRY_VERIFY(code);
        QCOMPARE(*code, ApiErrorCode::BadAnswer);
    }

    void redirectsAreNotFollowed()
    {
        TinyDaemon daemon(ca(), test::makeServer(ca()));
        daemon.answer(u"/v1/inbox"_s, 307, "{}",
                      {{"Location",
                        "https://localhost:" + QByteArray::number(daemon.port()) + "/v1/health"}});
        HttpTransport transport;
        transport.setLink(daemon.link(ca().certificatePem));
        Asked asked;
        ask(transport, asked);
        QTRY_COMPARE(asked.answers, 1);
        QCOMPARE(asked.code(), ApiErrorCode::BadAnswer);
        QCOMPARE(daemon.requests(), 1);
    }

    void anotherLinkMeansAnotherConnection()
    {
        TinyDaemon daemon(ca(), test::makeServer(ca()));
        daemon.answer(u"/v1/inbox"_s, 200, "{}");
        HttpTransport transport;
        transport.setLink(daemon.link(ca().certificatePem));
        Asked asked;
        ask(transport, asked);
        QTRY_COMPARE(asked.answers, 1);
        transport.setLink(daemon.link(test::makeCa("other").certificatePem));
        ask(transport, asked);
        QTRY_COMPARE(asked.answers, 2);
        QCOMPARE(asked.code(), ApiErrorCode::WrongServer); // no reuse of what another CA verified
    }

    void whatIsUnansweredWhenTheLinkChangesIsTold()
    {
        TinyDaemon daemon(ca(), test::makeServer(ca()));
        HttpTransport transport;
        transport.setLink(daemon.link(ca().certificatePem));
        Asked asked;
        ask(transport, asked);
        QTRY_COMPARE(daemon.requests(), 1);
        transport.setLink(daemon.link(test::makeCa("other").certificatePem));
        QTRY_COMPARE(asked.answers, 1);
        QCOMPARE(asked.code(), ApiErrorCode::Timeout);
    }

    void errorsAreRead_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ApiErrorCode>("code");
        const QByteArray said = R"({"error":{"code":"second_factor_needed","message":""}})";
        QTest::newRow("said") << 401 << said << ApiErrorCode::SecondFactorNeeded;
        QTest::newRow("401") << 401 << QByteArray() << ApiErrorCode::NotSignedIn;
        QTest::newRow("403") << 403 << QByteArray("<html>") << ApiErrorCode::NotPermitted;
        QTest::newRow("unknown word")
            << 404 << QByteArray(R"({"error":{"code":"hm"}})") << ApiErrorCode::NotFound;
        QTest::newRow("429") << 429 << QByteArray() << ApiErrorCode::TooManyAttempts;
        QTest::newRow("500") << 500 << QByteArray() << ApiErrorCode::Internal;
        QTest::newRow("503") << 503 << QByteArray() << ApiErrorCode::Busy;
        QTest::newRow("not JSON") << 200 << QByteArray("hello") << ApiErrorCode::BadAnswer;
        QTest::newRow("array") << 200 << QByteArray("[]") << ApiErrorCode::BadAnswer;
        QTest::newRow("304") << 304 << QByteArray() << ApiErrorCode::BadAnswer;
    }
    void errorsAreRead()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const auto answer = answerFrom(status, body);
        QVERIFY(!answer.ok());
        QTEST(answer.error().code, "code");
    }

    void aRefusalKeepsItsReason() // R-10
    {
        const auto answer =
            answerFrom(409, R"({"error":{"code":"refused","refusal":"opted_out","message":""}})");
        QCOMPARE(answer.error().refusal, std::optional(SendRefusal::OptedOut));
    }

    void whatIsAskedReachesTheDaemonWhole()
    {
        TinyDaemon daemon(ca(), test::makeServer(ca()));
        daemon.answer(u"/v1/search"_s, 200, "{\"hits\":[]}");
        HttpTransport transport;
        transport.setLink(daemon.link(ca().certificatePem));
        HttpConversationApi api(&transport);
        bool answered = false;
        SearchFilter filter;
        filter.conversation = ConversationId(7);
        filter.whose = SearchFilter::Whose::Customer;
        filter.until = Instant::fromMs(5000);
        api.search(u"a+b & ç%20=#"_s, filter, 5,
                   {this, [&](Answer<QList<SearchHit>> answer) { answered = answer.ok(); }});
        QTRY_VERIFY(answered);
        QCOMPARE(daemon.last().queryValue(u"q"), u"a+b & ç%20=#"_s);
        QCOMPARE(daemon.last().queryValue(u"conversation"), u"7"_s);
        QCOMPARE(daemon.last().queryValue(u"whose"), u"customer"_s);
        QCOMPARE(daemon.last().queryValue(u"until"), u"5000"_s);
        QVERIFY(!daemon.last().queryValue(u"since"));
        OutgoingMessage message;
        message.id = MessageId::create();
        message.conversation = ConversationId(7);
        message.content.text = u"İyi günler 🙏"_s;
        daemon.answer(u"/v1/conversations/7/messages"_s, 202, "{\"broken\":true}");
        std::optional<ApiErrorCode> code;
        api.send(message, {this, [&](Answer<MessageView> answer) { code = answer.error().code; }});
        QTRY_VERIFY(code);
        QCOMPARE(*code, ApiErrorCode::BadAnswer); // not a message
        QCOMPARE(daemon.lastBody().value("id"_L1).toString(), message.id.toString());
        QCOMPARE(daemon.lastBody().value("text"_L1).toString(), message.content.text);
    }

    // People stand before messages; a daemon that names none is understood as well (above).
    void peopleWhoWereFoundComeFirst()
    {
        TinyDaemon daemon(ca(), test::makeServer(ca()));
        ConversationSummary elif;
        elif.id = ConversationId(7);
        elif.contact = ContactId(70);
        elif.name = u"Elif"_s;
        const QJsonObject found{{"hits"_L1, QJsonArray()},
                                {"people"_L1, QJsonArray{wire::toJson(elif)}}};
        daemon.answer(u"/v1/search"_s, 200, QJsonDocument(found).toJson());
        HttpTransport transport;
        transport.setLink(daemon.link(ca().certificatePem));
        HttpConversationApi api(&transport);
        QList<SearchHit> hits;
        api.search(u"elif"_s, {}, 5, {this, [&](Answer<QList<SearchHit>> answer) {
                                          hits = answer.valueOr(QList<SearchHit>());
                                      }});
        QTRY_COMPARE(hits.size(), 1);
        QVERIFY(!hits.first().message.id.isValid());
        QCOMPARE(hits.first().conversation.name, u"Elif"_s);
    }

    void anAnswerAfterItsOwnersDeathGoesNowhere()
    {
        TinyDaemon daemon(ca(), test::makeServer(ca()));
        daemon.answer(u"/v1/health"_s, 200, "{}");
        auto transport = std::make_unique<HttpTransport>();
        transport->setLink(daemon.link(ca().certificatePem));
        HttpConversationApi api(transport.get());
        int answers = 0;
        auto owner = std::make_unique<QObject>();
        api.health({owner.get(), [&](Answer<ChannelHealth>) { ++answers; }});
        owner.reset();
        QTRY_COMPARE(daemon.requests(), 1);
        QTest::qWait(20);
        api.health({this, [&](Answer<ChannelHealth>) { ++answers; }});
        transport.reset(); // with the question on its way
        QTest::qWait(20);
        QCOMPARE(answers, 0);
    }
};

DESTEK_TEST(Transport)
#include "tst_transport.moc"
