#include "core/base/clock.h"
#include "core/crypto/signing.h"
#include "net/http/device_key.h"
#include "net/http/http_session_api.h"
#include "net/http/http_subject_api.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"
#include "tests/net/tiny_daemon.h"

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

QString uriFor(quint16 port, const QByteArray &pin)
{
    return u"destek://localhost:%1?ca=%2&code=one-time"_s.arg(port).arg(QString::fromLatin1(pin));
}

struct Bench {
    HttpTransport transport;
    MemorySecretStore store;
    HttpSessionApi session{&transport, &store};
    std::optional<Answer<net::Pairing>> answer;

    bool pair(const QString &uri)
    {
        answer.reset();
        session.pair(uri, u"Masa 4"_s, {&session, [this](Answer<net::Pairing> pairing) {
                                            answer.emplace(std::move(pairing));
                                        }});
        return !answer && QTest::qWaitFor([this] { return answer.has_value(); }, test::kPatience);
    }
    [[nodiscard]] ApiErrorCode code() const { return answer->error().code; }
};

crypto::View viewOf(const QByteArray &bytes)
{
    return crypto::view({bytes.constData(), size_t(bytes.size())});
}

} // namespace

class PairingFlow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCaOfTheUriIsPinned();
    void aServerWithAnotherCaGetsNotOneByte();
    void aPinnedCaWithABadServerGetsNothing();
    void oddUrisAreRefused_data();
    void oddUrisAreRefused();
    void aServerThatDoesNotSpeakTlsIsNotOurs();
    void signingInKeepsTheTokenInTheHeader();
    void receiptsAreSignedByThisDevice();
};

void PairingFlow::theCaOfTheUriIsPinned()
{
    TinyDaemon daemon(ca(), test::makeServer(ca()));
    daemon.answer(u"/v1/pair"_s, 200,
                  R"({"deviceId":3,"deviceToken":"dt","organisation":"Örnek A.Ş."})");
    Bench bench;
    QVERIFY(bench.pair(uriFor(daemon.port(), test::pinOf(ca()))));
    QVERIFY(bench.answer->ok());
    const net::Pairing &pairing = **bench.answer;
    QCOMPARE(pairing.device, DeviceId(3));
    QCOMPARE(QSslCertificate(pairing.caPem), QSslCertificate(ca().certificatePem));
    QCOMPARE(daemon.lastBody().value("code"_L1).toString(), u"one-time"_s);
    QCOMPARE(bench.store.read(deviceTokenSecret())->reveal(), QByteArray("dt"));
    QCOMPARE(bench.store.read(deviceKeySecret())->size(), 32);
    // The public key that was sent belongs to the seed that was kept.
    const auto signature = signWithDeviceKey(bench.store, "text");
    const QByteArray sent =
        QByteArray::fromBase64(daemon.lastBody().value("publicKey"_L1).toString().toLatin1());
    const auto key = crypto::PublicKey::fromRaw(viewOf(sent));
    QVERIFY(key->verify(crypto::view("text"), viewOf(*signature)).ok());
}

void PairingFlow::aServerWithAnotherCaGetsNotOneByte()
{
    const test::Identity stranger = test::makeCa("Destek test CA");
    TinyDaemon daemon(stranger, test::makeServer(stranger));
    daemon.answer(u"/v1/pair"_s, 200, R"({"deviceId":3,"deviceToken":"dt"})");
    Bench bench;
    QVERIFY(bench.pair(uriFor(daemon.port(), test::pinOf(ca()))));
    QCOMPARE(bench.code(), ApiErrorCode::WrongServer);
    QCOMPARE(daemon.requests(), 0);
    QVERIFY(!bench.store.read(deviceKeySecret()).ok());
}

void PairingFlow::aPinnedCaWithABadServerGetsNothing()
{
    // It shows the right CA, but its own certificate does not come from it: the first look
    // finds the pin, the verified connection refuses.
    const test::Identity stranger = test::makeCa("stranger");
    TinyDaemon impostor(ca(), test::makeServer(stranger));
    Bench bench;
    QVERIFY(bench.pair(uriFor(impostor.port(), test::pinOf(ca()))));
    QCOMPARE(bench.code(), ApiErrorCode::WrongServer);
    QCOMPARE(impostor.requests(), 0);
    TinyDaemon expired(ca(), test::makeServer(ca(), "localhost", test::Validity::Past));
    QVERIFY(bench.pair(uriFor(expired.port(), test::pinOf(ca()))));
    QCOMPARE(bench.code(), ApiErrorCode::WrongServer);
    QCOMPARE(expired.requests(), 0);
}

void PairingFlow::oddUrisAreRefused_data()
{
    QTest::addColumn<QString>("uri");
    const QString pin = QString(64, u'a');
    QTest::newRow("empty") << QString();
    QTest::newRow("http") << u"http://localhost:1?ca=%1&code=x"_s.arg(pin);
    QTest::newRow("https") << u"https://localhost:1?ca=%1&code=x"_s.arg(pin);
    QTest::newRow("no port") << u"destek://localhost?ca=%1&code=x"_s.arg(pin);
    QTest::newRow("no pin") << u"destek://localhost:1?code=x"_s;
    QTest::newRow("short pin") << u"destek://localhost:1?ca=%1&code=x"_s.arg(pin.mid(2));
    QTest::newRow("not hex") << u"destek://localhost:1?ca=%1&code=x"_s.arg(QString(64, u'g'));
    QTest::newRow("no code") << u"destek://localhost:1?ca=%1"_s.arg(pin);
    QTest::newRow("user") << u"destek://me@localhost:1?ca=%1&code=x"_s.arg(pin);
}
void PairingFlow::oddUrisAreRefused()
{
    QFETCH(QString, uri);
    Bench bench;
    QVERIFY(bench.pair(uri));
    QCOMPARE(bench.code(), ApiErrorCode::CodeInvalid);
}

void PairingFlow::aServerThatDoesNotSpeakTlsIsNotOurs()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    QByteArray heard;
    connect(&plain, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [socket, &heard] {
            heard += socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
    });
    Bench bench;
    QVERIFY(bench.pair(uriFor(plain.serverPort(), test::pinOf(ca()))));
    QCOMPARE(bench.code(), ApiErrorCode::WrongServer);
    QVERIFY(!heard.contains("one-time"));
}

void PairingFlow::signingInKeepsTheTokenInTheHeader()
{
    TinyDaemon daemon(ca(), test::makeServer(ca()));
    daemon.answer(u"/v1/sessions"_s, 200,
                  R"({"token":"tok","expiresAt":1795327200000,"organisation":"Ö",)"
                  R"("agent":{"id":1,"userName":"deniz","displayName":"Deniz","roles":"agent"}})");
    daemon.answer(u"/v1/sessions/step-up"_s, 200, R"({"until":1795327500000})");
    daemon.answer(u"/v1/sessions/current"_s, 204, {});
    Bench bench;
    net::Pairing pairing;
    pairing.server = QUrl(u"https://localhost:%1"_s.arg(daemon.port()));
    pairing.caPem = ca().certificatePem;
    pairing.deviceToken = Secret(QByteArray("dt"));
    std::optional<Answer<SignedIn>> signedIn;
    bench.session.signIn(pairing, u"deniz"_s, Secret(QByteArray("pw")), {},
                         {this, [&](Answer<SignedIn> answer) { signedIn.emplace(answer); }});
    QTRY_VERIFY(signedIn);
    QVERIFY(signedIn->ok());
    QVERIFY((*signedIn)->agent.roles.has(Role::Agent));
    QCOMPARE(daemon.last().header("X-Destek-Device"), QByteArray("dt"));
    QVERIFY(daemon.last().header("Authorization").isEmpty());
    std::optional<Answer<Instant>> until;
    bench.session.stepUp(Secret(QByteArray("pw")), {},
                         {this, [&](Answer<Instant> answer) { until.emplace(answer); }});
    QTRY_VERIFY(until);
    QVERIFY(until->ok());
    QCOMPARE(daemon.last().header("Authorization"), QByteArray("Bearer tok"));
    bool out = false;
    bench.session.signOut({this, [&](Answer<Done> answer) { out = answer.ok(); }});
    QVERIFY(bench.transport.link().token.isEmpty());
    QTRY_VERIFY(out);
    QCOMPARE(daemon.last().header("Authorization"), QByteArray("Bearer tok"));
}

void PairingFlow::receiptsAreSignedByThisDevice() // R-31
{
    TinyDaemon daemon(ca(), test::makeServer(ca()));
    daemon.answer(u"/v1/erasure-orders/9/receipt"_s, 204, {});
    test::ManualClock clock;
    Bench bench;
    bench.transport.setLink(daemon.link(ca().certificatePem));
    HttpSubjectApi subjects(&bench.transport, &bench.store, &clock);
    subjects.setDevice(DeviceId(3));
    const ErasureOrder order{OrderId(9), ContactId(5), {}};
    std::optional<Answer<Done>> answer;
    const auto then = [&](Answer<Done> done) { answer.emplace(done); };
    subjects.sendReceipt(order, 2, {this, then});
    QTRY_VERIFY(answer);
    QVERIFY(!answer->ok()); // no key yet: nothing is sent unsigned
    QCOMPARE(daemon.requests(), 0);
    answer.reset();
    const auto publicKey = makeDeviceKey(bench.store);
    subjects.sendReceipt(order, 2, {this, then});
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    const auto part = [&](QLatin1StringView key) {
        return QByteArray::fromBase64(daemon.lastBody().value(key).toString().toLatin1());
    };
    QVERIFY(part("receipt"_L1).contains("\"order\":9"));
    const auto key = crypto::PublicKey::fromRaw(viewOf(*publicKey));
    QVERIFY(key->verify(viewOf(part("receipt"_L1)), viewOf(part("signature"_L1))).ok());
}

DESTEK_TEST(PairingFlow)
#include "tst_pairing_flow.moc"
