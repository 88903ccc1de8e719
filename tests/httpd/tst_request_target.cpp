#include "httpd/router.h"
#include "httpd/target.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek::httpd;
using namespace Qt::StringLiterals;

namespace
{

Route route(const QByteArray &method, const QString &pattern)
{
    return {method, pattern, [](const Request &, const Responder &) {}};
}

QString matched(const Router &router, const QByteArray &method, const QByteArray &path)
{
    const auto match = router.match(method, parseTarget(path)->segments);
    return match.route ? match.route->pattern : QString();
}

} // namespace

class RequestTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesPathAndQuery();
    void refusesWhatTwoReadersCouldReadDifferently_data();
    void refusesWhatTwoReadersCouldReadDifferently();
    void literalSegmentsWinOverParameters();
    void slashesAreNotForgiven();
    void wrongMethodNamesTheRightOnes();
    void collidingOrMalformedRoutesAreRefused_data();
    void collidingOrMalformedRoutesAreRefused();
};

void RequestTarget::decodesPathAndQuery()
{
    const auto target = parseTarget("/v1/ki%C5%9Filer/a+b?hub.mode=subscribe&q=%C4%B1+x&q=2&flag");
    QVERIFY(target);
    QCOMPARE(target->path, u"/v1/kişiler/a+b"_s);
    QCOMPARE(target->segments, (QList<QString>{u"v1"_s, u"kişiler"_s, u"a+b"_s}));
    const QList<std::pair<QString, QString>> expected{
        {u"hub.mode"_s, u"subscribe"_s}, {u"q"_s, u"ı x"_s}, {u"q"_s, u"2"_s}, {u"flag"_s, u""_s}};
    QCOMPARE(target->query, expected);
    QCOMPARE(parseTarget("/")->segments.size(), 0);
}

void RequestTarget::refusesWhatTwoReadersCouldReadDifferently_data()
{
    QTest::addColumn<QByteArray>("raw");
    const QList<QByteArray> refused{"",
                                    "*",
                                    "hello",
                                    "http://t/hello",
                                    "/a//b",
                                    "//",
                                    "/a/../b",
                                    "/a/%2e%2e/b",
                                    "/./a",
                                    "/a%2fb",
                                    "/a%2Fb",
                                    "/a%00",
                                    "/a%0d%0aX",
                                    "/a%7f",
                                    "/a%",
                                    "/a%2",
                                    "/a%zz",
                                    "/a%c3",
                                    "/a%c0%af",
                                    "/a%ed%a0%80",
                                    "/a#b",
                                    "/a\tb",
                                    "/a\xc3\xbc",
                                    "/a?q=%",
                                    "/a?q=%00",
                                    "/a?q=%ff",
                                    "/a?" + QByteArray("x=1&").repeated(101)};
    for (const QByteArray &raw : refused)
        QTest::addRow("%s", raw.left(20).toHex(' ').constData()) << raw;
}

void RequestTarget::refusesWhatTwoReadersCouldReadDifferently()
{
    QFETCH(QByteArray, raw);
    QVERIFY(!parseTarget(raw));
}

void RequestTarget::literalSegmentsWinOverParameters()
{
    const auto router = Router::build({route("GET", u"/m/{id}"_s), route("GET", u"/m/latest"_s),
                                       route("GET", u"/{room}/latest"_s), route("GET", u"/"_s)});
    QVERIFY(router);
    QCOMPARE(matched(*router, "GET", "/m/latest"), u"/m/latest"_s);
    QCOMPARE(matched(*router, "GET", "/m/42"), u"/m/{id}"_s);
    QCOMPARE(matched(*router, "GET", "/n/latest"), u"/{room}/latest"_s);
    QCOMPARE(matched(*router, "GET", "/"), u"/"_s);
    const auto match = router->match("GET", {u"m"_s, u"42"_s});
    QCOMPARE(match.parameters.value(u"id"_s), u"42"_s);
}

void RequestTarget::slashesAreNotForgiven()
{
    const auto router = Router::build({route("GET", u"/m/{id}"_s), route("GET", u"/m"_s)});
    QCOMPARE(matched(*router, "GET", "/m/"), QString());
    QCOMPARE(matched(*router, "GET", "/m/1/"), QString());
    QCOMPARE(matched(*router, "GET", "/m/1/2"), QString());
    QCOMPARE(matched(*router, "GET", "/M"), QString());
}

void RequestTarget::wrongMethodNamesTheRightOnes()
{
    const auto router = Router::build({route("GET", u"/m"_s), route("POST", u"/m"_s)});
    const auto match = router->match("DELETE", {u"m"_s});
    QVERIFY(!match.route);
    QCOMPARE(match.allow, QByteArray("GET, POST, HEAD"));
    QVERIFY(router->match("GET", {u"x"_s}).allow.isEmpty());
}

void RequestTarget::collidingOrMalformedRoutesAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("pattern");
    QTest::newRow("same") << QByteArray("GET") << u"/a/{x}"_s;
    QTest::newRow("same but for the name") << QByteArray("GET") << u"/a/{y}"_s;
    QTest::newRow("no slash") << QByteArray("GET") << u"a"_s;
    QTest::newRow("empty segment") << QByteArray("GET") << u"/b//c"_s;
    QTest::newRow("brace inside") << QByteArray("GET") << u"/b{c}"_s;
    QTest::newRow("no name") << QByteArray("GET") << u"/{}"_s;
    QTest::newRow("name twice") << QByteArray("GET") << u"/{a}/{a}"_s;
    QTest::newRow("method") << QByteArray("FETCH") << u"/b"_s;
}

void RequestTarget::collidingOrMalformedRoutesAreRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, pattern);
    QVERIFY(!Router::build({route("GET", u"/a/{x}"_s), route(method, pattern)}));
}

DESTEK_TEST(RequestTarget)
#include "tst_request_target.moc"
