#include "daemon/graph/graph_media.h"
#include "daemon/service/send_verdict.h"
#include "httpd/server.h"
#include "tests/kit/test_main.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <mutex>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;

namespace
{

const QByteArray kPicture = QByteArray("bytes of a picture\r\n--").repeated(100'000);

/// A web server on loopback that says what the test wants and remembers what it was asked.
class Corner
{
public:
    using Say = std::function<httpd::Reply(const httpd::Request &)>;

    explicit Corner(Say say)
    {
        httpd::ListenerConfig config;
        for (const QString &pattern :
             {u"/v23.0/{id}"_s, u"/v23.0/{id}/media"_s, u"/bytes"_s, u"/other"_s}) {
            for (const char *method : {"GET", "POST"})
                config.routes << httpd::Route{
                    method, pattern,
                    [this, say](const httpd::Request &request, const httpd::Responder &responder) {
                        {
                            const std::lock_guard lock(m_mutex);
                            m_asked << request;
                        }
                        responder.respond(say(request));
                    },
                    64 * 1024 * 1024};
        }
        const auto bound = m_server.listen(std::move(config));
        if (!bound)
            qFatal("no port");
        m_port = bound->port;
        m_server.start();
    }
    QString base() const { return u"http://127.0.0.1:%1"_s.arg(m_port); }
    QList<httpd::Request> asked()
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    QStringList paths()
    {
        QStringList all;
        for (const httpd::Request &request : asked())
            all << request.path;
        return all;
    }

private:
    std::mutex m_mutex;
    QList<httpd::Request> m_asked;
    quint16 m_port = 0;
    httpd::Server m_server;
};

httpd::Reply address(const QString &url, qint64 size = 0)
{
    return httpd::Reply::json(200, QJsonDocument(QJsonObject{{u"url"_s, url},
                                                             {u"mime_type"_s, u"image/jpeg; x=y"_s},
                                                             {u"sha256"_s, QString(64, u'a')},
                                                             {u"file_size"_s, size},
                                                             {u"id"_s, u"77"_s}})
                                       .toJson());
}

GraphMedia::Settings settingsFor(const QString &base, qint64 most = kMediaAtMost)
{
    GraphMedia::Settings settings;
    settings.baseUrl = QUrl(base);
    settings.version = u"v23.0"_s;
    settings.token = Secret(QByteArrayLiteral("sesame"));
    settings.silence = std::chrono::seconds(20);
    settings.most = most;
    return settings;
}

struct Fetched {
    std::optional<FetchAnswer> answer;
    QByteArray bytes;
};

Fetched fetch(GraphMedia &gateway, const QString &id = u"77"_s, qint64 wanted = -1)
{
    Fetched fetched;
    gateway.fetch(
        id, u"1065"_s,
        [&](QByteArrayView bytes) {
            fetched.bytes += bytes.toByteArray();
            return wanted < 0 || fetched.bytes.size() < wanted;
        },
        [&](const FetchAnswer &answer) { fetched.answer = answer; });
    if (fetched.answer)
        qFatal("answered before the call returned");
    [&] { QTRY_VERIFY(fetched.answer.has_value()); }();
    return fetched;
}

/// Gives bytes in pieces, as a sealed file does; may break off.
class Pieces final : public MediaSource
{
public:
    explicit Pieces(QByteArray bytes, bool broken = false)
        : m_bytes(std::move(bytes)), m_broken(broken)
    {
    }
    Stored<QByteArray> next() override
    {
        if (m_broken && m_at > 0)
            return failure(StoreError::Corrupt);
        const QByteArray piece = m_bytes.mid(m_at, 70'000);
        m_at += piece.size();
        return piece;
    }
    Stored<qint64> seek(qint64 byte) override { return m_at = qsizetype(byte); }

private:
    const QByteArray m_bytes;
    const bool m_broken;
    qsizetype m_at = 0;
};

HandOverAnswer handOver(GraphMedia &gateway, std::unique_ptr<MediaSource> source, qint64 size,
                        const QString &name = u"fatura.pdf"_s)
{
    std::optional<HandOverAnswer> given;
    gateway.handOver(u"1065"_s, u"application/pdf"_s, name, size, std::move(source),
                     [&](const HandOverAnswer &answer) { given = answer; });
    [&] { QTRY_VERIFY(given.has_value()); }();
    return given.value_or(HandOverAnswer{});
}

} // namespace

/// Files to and from WhatsApp's media server, and where the token may go (facts/trust.md 1.1).
class MediaServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTokenGoesToWhatsAppAlone_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("allowed");
        const auto yes = [](const char *url) {
            QTest::newRow(url) << QString::fromUtf8(url) << true;
        };
        const auto no = [](const char *url) {
            QTest::newRow(url) << QString::fromUtf8(url) << false;
        };
        yes("https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=A");
        yes("https://LOOKASIDE.fbsbx.com/x");
        yes("https://scontent.xx.fbcdn.net/x");
        yes("https://mmg.fbsbx.com:443/x");
        yes("https://graph.facebook.com/v23.0/x");
        no("http://lookaside.fbsbx.com/x");
        no("ftp://lookaside.fbsbx.com/x");
        no("https://lookaside.fbsbx.com:8443/x");
        no("https://user@lookaside.fbsbx.com/x");
        no("https://user:pass@lookaside.fbsbx.com/x");
        no("https://lookaside.fbsbx.com@evil.example/x");
        no("https://lookaside.fbsbx.com%40evil.example/x");
        no("https://lookaside.fbsbx.com.evil.example/x");
        no("https://lookaside.fbsbx.com./x");
        no("https://evil.example/lookaside.fbsbx.com");
        no("https://evil.example/?https://lookaside.fbsbx.com");
        no("https://evil.example#.fbcdn.net");
        no("https://evil.example?.fbcdn.net");
        no("https://evil.example\\.fbcdn.net/x");
        no("https://evilfbcdn.net/x");
        no("https://evil-fbsbx.com/x");
        no("https://fbcdn.net/x");
        no("https://fbcdn.net.evil.example/x");
        no("https://facebook.com/x");
        no("https://www.facebook.com/x");
        no("https://graph.facebook.com.evil.example/x");
        no("https://127.0.0.1/x");
        no("https://localhost/x");
        no("http://127.0.0.1:8080/x");
        no("https://[::1]/x");
        no("https://10.0.0.1/x");
        no("https://192.168.1.1/x");
        no("https://169.254.169.254/latest/meta-data");
        no("https://[fd00::1]/x");
        no("https://2130706433/x");
        no("https://0x7f.1/x");
        no("https:///x");
        no("//lookaside.fbsbx.com/x");
        no("/x");
        no("file:///etc/passwd");
        no("data:text/plain,x");
        no("javascript:alert(1)");
        no("");
        no("https://xn--fbcdn-9d.net/x");
        no("https://lookaside.fbsbx\u3002com.evil.example/x");
    }
    void theTokenGoesToWhatsAppAlone()
    {
        QFETCH(QString, url);
        QFETCH(bool, allowed);
        const QUrl parsed(url, QUrl::StrictMode);
        QCOMPARE(isMediaAddress(parsed, QUrl(u"https://graph.facebook.com"_s)), allowed);
        // With the sandbox nothing in the world is asked at all.
        if (!url.contains("127.0.0.1:8080"_L1))
            QVERIFY(!isMediaAddress(parsed, QUrl(u"http://127.0.0.1:8080"_s)));
    }

    void theSandboxIsItsOwnHostOnly()
    {
        const QUrl base(u"http://127.0.0.1:8080"_s);
        QVERIFY(isMediaAddress(QUrl(u"http://127.0.0.1:8080/media/7"_s), base));
        QVERIFY(!isMediaAddress(QUrl(u"http://127.0.0.1:8081/media/7"_s), base));
        QVERIFY(!isMediaAddress(QUrl(u"https://127.0.0.1:8080/media/7"_s), base));
        QVERIFY(!isMediaAddress(QUrl(u"http://localhost:8080/media/7"_s), base));
    }

    void fetchesInTwoSteps()
    {
        QString base;
        Corner corner([&](const httpd::Request &request) {
            return request.path == u"/bytes"_s ? httpd::Reply::text(200, kPicture)
                                               : address(base + u"/bytes?x=1"_s, kPicture.size());
        });
        base = corner.base();
        GraphMedia gateway(settingsFor(base));
        const Fetched fetched = fetch(gateway);
        QCOMPARE(fetched.answer->outcome, FetchOutcome::Fetched);
        QVERIFY(fetched.bytes == kPicture);
        QCOMPARE(fetched.answer->size, kPicture.size());
        QCOMPARE(fetched.answer->mimeType, u"image/jpeg"_s);
        QCOMPARE(fetched.answer->sha256, QByteArray(32, '\xaa'));
        const auto asked = corner.asked();
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.at(0).path, u"/v23.0/77"_s);
        QCOMPARE(asked.at(0).queryValue(u"phone_number_id"), u"1065"_s);
        for (const httpd::Request &request : asked) {
            QCOMPARE(request.header("Authorization"), "Bearer sesame");
            QVERIFY(!request.header("User-Agent").isEmpty());
        }
    }

    void nobodyElseIsAskedAnything()
    {
        Corner stranger([](const httpd::Request &) { return httpd::Reply::text(200, "x"); });
        Corner corner(
            [&](const httpd::Request &) { return address(stranger.base() + u"/bytes"_s); });
        GraphMedia gateway(settingsFor(corner.base()));
        const Fetched fetched = fetch(gateway);
        QCOMPARE(fetched.answer->outcome, FetchOutcome::Refused);
        QVERIFY(fetched.bytes.isEmpty());
        QVERIFY(stranger.asked().isEmpty());
    }

    void noRedirectIsFollowed()
    {
        Corner stranger([](const httpd::Request &) { return httpd::Reply::text(200, "x"); });
        for (const QString &first : {u"/bytes"_s, u"/v23.0/77"_s}) {
            QString base;
            Corner corner([&](const httpd::Request &request) {
                if (request.path == first)
                    return httpd::Reply::empty(302).with(
                        "Location", (stranger.base() + u"/other"_s).toLatin1());
                return address(base + u"/bytes"_s);
            });
            base = corner.base();
            GraphMedia gateway(settingsFor(base));
            const Fetched fetched = fetch(gateway);
            QCOMPARE(fetched.answer->outcome, FetchOutcome::Retry);
            QVERIFY(fetched.bytes.isEmpty());
        }
        QVERIFY(stranger.asked().isEmpty());
    }

    void stopsAtTheLimitWhateverWasAnnounced()
    {
        for (const qint64 announced : {kPicture.size(), qsizetype(0), qsizetype(10)}) {
            QString base;
            Corner corner([&](const httpd::Request &request) {
                return request.path == u"/bytes"_s ? httpd::Reply::text(200, kPicture)
                                                   : address(base + u"/bytes"_s, announced);
            });
            base = corner.base();
            GraphMedia gateway(settingsFor(base, 1'000'000));
            const Fetched fetched = fetch(gateway);
            QCOMPARE(fetched.answer->outcome, FetchOutcome::TooLarge);
            QVERIFY(fetched.bytes.size() <= 1'000'000);
            // What is announced as too large is not even begun.
            QCOMPARE(corner.paths().contains(u"/bytes"_s), announced <= 1'000'000);
        }
    }

    void stopsWhenNobodyTakesIt()
    {
        QString base;
        Corner corner([&](const httpd::Request &request) {
            return request.path == u"/bytes"_s ? httpd::Reply::text(200, kPicture)
                                               : address(base + u"/bytes"_s);
        });
        base = corner.base();
        GraphMedia gateway(settingsFor(base));
        QCOMPARE(fetch(gateway, u"77"_s, 1).answer->outcome, FetchOutcome::Stopped);
    }

    void errorsAreNoPictures()
    {
        QString base;
        int status = 404;
        bool atTheAddress = true;
        Corner corner([&](const httpd::Request &request) {
            if ((request.path == u"/bytes"_s) == atTheAddress)
                return httpd::Reply::json(status, R"({"error":{"code":131052,"message":"x"}})");
            return address(base + u"/bytes"_s);
        });
        base = corner.base();
        GraphMedia gateway(settingsFor(base));
        for (const int said : {400, 401, 404, 429, 500, 503}) {
            status = said;
            for (const bool late : {true, false}) {
                atTheAddress = late;
                const Fetched fetched = fetch(gateway);
                QCOMPARE(fetched.answer->outcome, FetchOutcome::Retry);
                QCOMPARE(fetched.answer->httpStatus, said);
                QCOMPARE(fetched.answer->code, late ? 0 : 131052);
                QVERIFY(fetched.bytes.isEmpty());
            }
        }
    }

    void hostileIdsAskNothing()
    {
        Corner corner([](const httpd::Request &) { return httpd::Reply::text(200, "{}"); });
        GraphMedia gateway(settingsFor(corner.base()));
        for (const QString &id : {QString(), u"../me"_s, u"77/../../me"_s, u"77?x=1"_s, u"77#"_s,
                                  u"７７"_s, u"%2e%2e"_s, QString(129, u'7')})
            QCOMPARE(fetch(gateway, id).answer->outcome, FetchOutcome::Refused);
        QVERIFY(corner.asked().isEmpty());
        QCOMPARE(fetch(gateway).answer->reason, u"no_address"_s);
    }

    void handsAFileOver()
    {
        Corner corner(
            [](const httpd::Request &) { return httpd::Reply::json(200, R"({"id":"4711"})"); });
        GraphMedia gateway(settingsFor(corner.base()));
        const HandOverAnswer answer = handOver(gateway, std::make_unique<Pieces>(kPicture),
                                               kPicture.size(), u"a\"\r\nb/../fatura.pdf"_s);
        QCOMPARE(answer.metaId, u"4711"_s);
        QCOMPARE(corner.asked().size(), 1);
        const httpd::Request request = corner.asked().first();
        QCOMPARE(request.path, u"/v23.0/1065/media"_s);
        QCOMPARE(request.header("Authorization"), "Bearer sesame");
        const QByteArray type = request.header("Content-Type");
        QVERIFY(type.startsWith("multipart/form-data; boundary="));
        const QByteArray boundary = type.mid(type.indexOf('=') + 1);
        const QByteArray body = request.body;
        QVERIFY(body.contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n--" + boundary));
        QVERIFY(body.contains("name=\"type\"\r\n\r\napplication/pdf\r\n--" + boundary));
        QVERIFY(body.contains("name=\"file\"; filename=\"file.pdf\"\r\n"
                              "Content-Type: application/pdf\r\n\r\n" +
                              kPicture.first(100)));
        QVERIFY(body.endsWith(kPicture.last(100) + "\r\n--" + boundary + "--\r\n"));
        QVERIFY(body.contains(kPicture));
    }

    void saysWhatMayBeTriedAgain()
    {
        QCOMPARE(readHandOverAnswer(200, R"({"id":"1"})").metaId, u"1"_s);
        const auto comes = [](int status, const QByteArray &body, int tries = 1) {
            return judgeHandOver(readHandOverAnswer(status, body), tries).outcome;
        };
        QCOMPARE(comes(200, R"({"id":"1"})"), AttemptOutcome::Accepted);
        for (const int tries : {1, 50}) { // as often as it takes
            QCOMPARE(comes(0, {}, tries), AttemptOutcome::Retry);
            QCOMPARE(comes(503, "x", tries), AttemptOutcome::Retry);
            QCOMPARE(comes(200, "not json", tries), AttemptOutcome::Retry);
            QCOMPARE(comes(429, {}, tries), AttemptOutcome::Retry);
        }
        QCOMPARE(comes(413, "<html>"), AttemptOutcome::Rejected);
        QCOMPARE(readHandOverAnswer(413, "<html>").code, kNoMetaCode);
        QCOMPARE(judgeHandOver({}, 1).outcome, AttemptOutcome::Rejected); // never asked
    }

    void aFilesErrorMeansWhatTheTableSays()
    {
        for (const MetaErrorRule &rule : metaErrorRules()) {
            const QByteArray body = R"({"error":{"code":)" + QByteArray::number(rule.code) + "}}";
            const HandOverAnswer answer = readHandOverAnswer(400, body);
            QCOMPARE(answer.code, rule.code);
            const auto outcome = judgeHandOver(answer, 1).outcome;
            const bool passes = rule.retry != MetaRetry::Never;
            const auto wanted = rule.stopsSending ? AttemptOutcome::Held
                                : passes          ? AttemptOutcome::Retry
                                                  : AttemptOutcome::Rejected;
            QVERIFY2(outcome == wanted, body.constData());
        }
        const auto wait = [](int code, int tries) {
            return judgeHandOver({{}, true, 400, code}, tries).retryAfter;
        };
        QCOMPARE(wait(131057, 1), Duration(std::chrono::seconds(30)));
        QCOMPARE(wait(80007, 3), Duration(std::chrono::minutes(4)));
        QCOMPARE(judgeHandOver({{}, true, 400, 1}, 2).outcome, AttemptOutcome::Rejected); // once
    }

    void aFileThatCannotBeReadIsNotRepeated()
    {
        Corner corner(
            [](const httpd::Request &) { return httpd::Reply::json(200, R"({"id":"4711"})"); });
        auto settings = settingsFor(corner.base());
        settings.silence = std::chrono::seconds(2);
        GraphMedia gateway(settings);
        const HandOverAnswer answer =
            handOver(gateway, std::make_unique<Pieces>(kPicture, true), kPicture.size());
        QCOMPARE(judgeHandOver(answer, 1).outcome, AttemptOutcome::Rejected);
    }
};

DESTEK_TEST(MediaServer)
#include "tst_media_server.moc"
