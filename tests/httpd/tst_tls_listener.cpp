#include "tests/httpd/raw_client.h"
#include "tests/httpd/test_certificates.h"
#include "tests/httpd/test_server.h"
#include "tests/kit/test_main.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

using namespace destek::httpd;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TlsListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void servesOverTls13();
    void olderTlsIsRefusedUnlessAllowed();
    void qtsOwnClientReadsAStream();
    void bigBodiesBothWays();
    void closingIsOrderly();
    void clientCertificates();
    void unusableIdentitiesAreNamed();
    void aNewCertificateServesNewConnections();
    void halfAGreetingIsCut();
    void silenceIsCut();
    void garbageIsClosed_data();
    void garbageIsClosed();
    void aSlowHeadInsideTlsIsCut();
    void resetsDuringHandshakes();

private:
    [[nodiscard]] TlsConfig identity() const;
    [[nodiscard]] QSslConfiguration trusting(const TestIdentity &authority) const;
    [[nodiscard]] std::unique_ptr<QSslSocket> dial(const TestServer &server,
                                                   const QSslConfiguration &configuration) const;

    TestIdentity m_authority;
    TestIdentity m_other;
    TestIdentity m_leaf;
};

void TlsListener::initTestCase()
{
    m_authority = makeAuthority("Test authority");
    m_other = makeAuthority("Other authority");
    m_leaf = makeLeaf("localhost", m_authority);
}

TlsConfig TlsListener::identity() const
{
    TlsConfig config;
    config.certificateChainPem = m_leaf.certificatePem;
    config.privateKeyPem = m_leaf.privateKeyPem;
    return config;
}

QSslConfiguration TlsListener::trusting(const TestIdentity &authority) const
{
    QSslConfiguration configuration;
    configuration.setCaCertificates({QSslCertificate(authority.certificatePem)});
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

std::unique_ptr<QSslSocket> TlsListener::dial(const TestServer &server,
                                              const QSslConfiguration &configuration) const
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(configuration);
    socket->connectToHostEncrypted(u"127.0.0.1"_s, server.port());
    socket->waitForEncrypted(destek::test::kPatience);
    return socket;
}

void TlsListener::servesOverTls13()
{
    TestServer server(TestServer::patientLimits(), {}, {}, identity());
    auto socket = dial(server, trusting(m_authority));
    QVERIFY(socket->isEncrypted());
    QCOMPARE(socket->sessionProtocol(), QSsl::TlsV1_3);
    RawClient client(std::move(socket));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(client.send("GET /hello HTTP/1.1\r\nHost: t\r\n\r\n").answer().body,
                 QByteArray("hello"));
    QCOMPARE(server.counters().accepted, 1);
}

void TlsListener::olderTlsIsRefusedUnlessAllowed()
{
    auto old = trusting(m_authority);
    old.setProtocol(QSsl::TlsV1_2);
    TestServer strict(TestServer::patientLimits(), {}, {}, identity());
    QVERIFY(!dial(strict, old)->isEncrypted());
    QVERIFY(eventually([&] { return strict.counters().handshakesFailed == 1; }));
    TlsConfig lenient = identity();
    lenient.minimum = TlsVersion::Tls12;
    TestServer open(TestServer::patientLimits(), {}, {}, lenient);
    const auto socket = dial(open, old);
    QCOMPARE(socket->sessionProtocol(), QSsl::TlsV1_2);
}

void TlsListener::qtsOwnClientReadsAStream()
{
    TestServer server(TestServer::patientLimits(), {}, {}, identity());
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(u"https://localhost:%1/stream"_s.arg(server.port())));
    request.setSslConfiguration(trusting(m_authority));
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QByteArray read;
    connect(reply.get(), &QNetworkReply::readyRead, this, [&] { read += reply->readAll(); });
    QTRY_VERIFY(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid());
    const EventStream stream = server.takeStream();
    for (int i = 1; i <= 10; ++i) {
        QVERIFY(stream.send("data: x\n\n"));
        QTRY_COMPARE(read.count("data: x\n\n"), i);
    }
    reply->abort();
    QTRY_VERIFY(!stream.isOpen());
}

void TlsListener::bigBodiesBothWays()
{
    const qsizetype size = 3'000'000;
    TestServer server(TestServer::patientLimits(), {},
                      {Route{"POST", u"/big"_s,
                             [](const Request &request, const Responder &responder) {
                                 responder.respond(Reply::text(200, request.body));
                             },
                             size}},
                      identity());
    RawClient client(dial(server, trusting(m_authority)));
    QByteArray body(size, Qt::Uninitialized);
    QRandomGenerator(7).generate(reinterpret_cast<quint32 *>(body.data()),
                                 reinterpret_cast<quint32 *>(body.data() + size));
    client.send("POST /big HTTP/1.1\r\nHost: t\r\nContent-Length: " + QByteArray::number(size) +
                "\r\n\r\n" + body);
    const auto answer = client.answer();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body == body);
}

void TlsListener::closingIsOrderly()
{
    TestServer server(TestServer::patientLimits(), {}, {}, identity());
    auto socket = dial(server, trusting(m_authority));
    QList<QAbstractSocket::SocketError> errors;
    connect(socket.get(), &QSslSocket::errorOccurred, this,
            [&errors](auto error) { errors.append(error); });
    RawClient client(std::move(socket));
    client.send("GET /nothing HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
    QCOMPARE(client.answer().status, 404);
    QVERIFY(client.closes());
    for (const auto error : std::as_const(errors))
        QCOMPARE(error, QAbstractSocket::RemoteHostClosedError); // no reset
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
}

void TlsListener::clientCertificates()
{
    TlsConfig config = identity();
    config.clientCertificate = ClientCertificate::Optional;
    config.clientCaPem = m_authority.certificatePem;
    const Route who{"GET", u"/who"_s, [](const Request &request, const Responder &responder) {
                        responder.respond(Reply::text(200, request.peerCertificate.toHex()));
                    }};
    const QByteArray ask = "GET /who HTTP/1.1\r\nHost: t\r\n\r\n";
    const auto with = [this](const TestIdentity &device) {
        auto configuration = trusting(m_authority);
        configuration.setLocalCertificate(QSslCertificate(device.certificatePem));
        configuration.setPrivateKey(QSslKey(device.privateKeyPem, QSsl::Ec));
        return configuration;
    };
    const TestIdentity device = makeLeaf("device", m_authority);
    const TestIdentity stranger = makeLeaf("device", m_other);

    TestServer optional(TestServer::patientLimits(), {}, {who}, config);
    QCOMPARE(RawClient(dial(optional, trusting(m_authority))).send(ask).answer().body,
             QByteArray());
    QCOMPARE(RawClient(dial(optional, with(device))).send(ask).answer().body,
             QSslCertificate(device.certificatePem).toDer().toHex());
    QCOMPARE(RawClient(dial(optional, with(stranger))).send(ask).answer().status, 0);

    config.clientCertificate = ClientCertificate::Required;
    TestServer required(TestServer::patientLimits(), {}, {who}, config);
    QCOMPARE(RawClient(dial(required, trusting(m_authority))).send(ask).answer().status, 0);
    QCOMPARE(RawClient(dial(required, with(device))).send(ask).answer().status, 200);
}

void TlsListener::unusableIdentitiesAreNamed()
{
    Server server;
    const auto error = [&server](const TlsConfig &tls) {
        ListenerConfig config;
        config.tls = tls;
        const auto bound = server.listen(config);
        return bound ? std::optional<ServerError>() : bound.error();
    };
    TlsConfig tls = identity();
    tls.certificateChainPem = "no certificate";
    QCOMPARE(error(tls), ServerError::CertificateUnusable);
    tls = identity();
    tls.privateKeyPem.clear();
    QCOMPARE(error(tls), ServerError::PrivateKeyUnusable);
    tls.privateKeyPem = makeLeaf("localhost", m_authority).privateKeyPem;
    QCOMPARE(error(tls), ServerError::PrivateKeyUnusable);
    tls = identity();
    tls.clientCertificate = ClientCertificate::Required;
    QCOMPARE(error(tls), ServerError::ClientCaUnusable);
    tls.clientCaPem = "no certificate";
    QCOMPARE(error(tls), ServerError::ClientCaUnusable);
    QCOMPARE(error(identity()), std::nullopt);
}

void TlsListener::aNewCertificateServesNewConnections()
{
    TestServer server(TestServer::patientLimits(), {}, {}, identity());
    auto socket = dial(server, trusting(m_authority));
    const QByteArray hello = "GET /hello HTTP/1.1\r\nHost: t\r\n\r\n";
    RawClient old(std::move(socket));
    QCOMPARE(old.send(hello).answer().status, 200);

    TlsConfig renewed = identity();
    renewed.privateKeyPem = "broken";
    QCOMPARE(server.server().reloadTls(server.listener(), renewed).error(),
             ServerError::PrivateKeyUnusable);
    QVERIFY(dial(server, trusting(m_authority))->isEncrypted());

    const TestIdentity leaf = makeLeaf("localhost", m_other);
    renewed.certificateChainPem = leaf.certificatePem;
    renewed.privateKeyPem = leaf.privateKeyPem;
    QVERIFY(server.server().reloadTls(server.listener(), renewed));
    QVERIFY(eventually([&] { return dial(server, trusting(m_other))->isEncrypted(); }));
    QVERIFY(!dial(server, trusting(m_authority))->isEncrypted());
    QCOMPARE(old.send(hello).answer().status, 200); // open connections keep the old one
}

void TlsListener::halfAGreetingIsCut()
{
    auto limits = TestServer::patientLimits();
    limits.tlsHandshake = 3s; // long enough for an honest one
    TestServer server(limits, {}, {}, identity());
    const QByteArray half = QByteArray::fromHex("16030100c8010000c403030102030405060708");
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        clients.back()->send(half);
    }
    QVERIFY(dial(server, trusting(m_authority))->isEncrypted()); // nobody else has to wait
    for (auto &client : clients)
        QVERIFY(client->closes());
    QVERIFY(server.counters().timeouts >= 50);
}

void TlsListener::silenceIsCut()
{
    TestServer silent(TestServer::shortLimits(), {}, {}, identity());
    QVERIFY(RawClient(silent.port()).closes());
    QCOMPARE(silent.counters().timeouts, 1);
    // After the handshake too.
    auto limits = TestServer::shortLimits();
    limits.tlsHandshake = 60s;
    TestServer greeted(limits, {}, {}, identity());
    auto socket = dial(greeted, trusting(m_authority));
    QVERIFY(socket->isEncrypted());
    QVERIFY(RawClient(std::move(socket)).closes());
    QCOMPARE(greeted.counters().timeouts, 1);
}

void TlsListener::garbageIsClosed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray noise(4096, Qt::Uninitialized);
    QRandomGenerator random(3);
    for (char &byte : noise)
        byte = static_cast<char>(random.bounded(256));
    QTest::newRow("noise") << noise;
    QTest::newRow("plain HTTP") << QByteArray("GET /hello HTTP/1.1\r\nHost: t\r\n\r\n");
    QTest::newRow("alert") << QByteArray::fromHex("15030300020228");
    QTest::newRow("absurd length") << QByteArray::fromHex("160301ffff01") + QByteArray(70'000, 'a');
    QTest::newRow("SSL 2") << QByteArray::fromHex(
        "802e0100020015000000100100800200800300800400800500");
}

void TlsListener::garbageIsClosed()
{
    QFETCH(QByteArray, bytes);
    auto limits = TestServer::patientLimits();
    limits.tlsHandshake = 3s; // some of it promises more than it sends
    TestServer server(limits, {}, {}, identity());
    RawClient client(server.port());
    client.send(bytes);
    QVERIFY(client.closes());
    QVERIFY(eventually([&] { return dial(server, trusting(m_authority))->isEncrypted(); }));
}

void TlsListener::aSlowHeadInsideTlsIsCut()
{
    auto limits = TestServer::patientLimits();
    limits.request = 1s;
    TestServer server(limits, {}, {}, identity());
    RawClient client(dial(server, trusting(m_authority)));
    client.send("GET /hello HTTP/1.1\r\n");
    for (int i = 0; i < 100 && client.socket().state() == QAbstractSocket::ConnectedState; ++i) {
        client.socket().write("a");
        client.socket().waitForReadyRead(20);
    }
    QVERIFY(client.closes());
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
}

void TlsListener::resetsDuringHandshakes()
{
    TestServer server(TestServer::patientLimits(), {}, {}, identity());
    for (int i = 0; i < 50; ++i) {
        RawClient client(server.port());
        client.send(QByteArray::fromHex("1603010005010000"));
        client.reset();
        auto socket = std::make_unique<QSslSocket>();
        socket->setSslConfiguration(trusting(m_authority));
        socket->connectToHostEncrypted(u"127.0.0.1"_s, server.port());
        socket->waitForConnected();
        if (i % 2)
            socket->waitForReadyRead(5);
        RawClient(std::move(socket)).reset();
    }
    QVERIFY(eventually([&] { return server.counters().connections == 0; }));
    QVERIFY(dial(server, trusting(m_authority))->isEncrypted());
}

DESTEK_TEST(TlsListener)
#include "tst_tls_listener.moc"
