#include "core/policy/meta_errors.h"
#include "daemon/graph/graph_client.h"
#include "daemon/service/meta_json.h"
#include "tests/kit/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;

namespace
{

QString anyText()
{
    const auto points = *rc::gen::container<std::vector<char32_t>>(
        rc::gen::oneOf(rc::gen::cast<char32_t>(rc::gen::inRange<int>(0, 0x250)),
                       rc::gen::cast<char32_t>(rc::gen::inRange<int>(0xe000, 0x110000))));
    return QString::fromUcs4(points.data(), qsizetype(points.size()));
}

OutboundRequest anyRequest(const OutboundContent &content, const MetaFacts &facts)
{
    OutboundRequest request;
    request.id = MessageId::create();
    request.attempt = *rc::gen::inRange<int>(1, 9);
    request.phoneNumberId = u"106540352242922"_s;
    request.recipient = *rc::gen::element(Identity{IdentityKind::Phone, u"905320000000"_s},
                                          Identity{IdentityKind::Bsuid, u"TR.1"_s},
                                          Identity{IdentityKind::ParentBsuid, u"TR.ENT.1"_s});
    request.message = metaJson(content, facts);
    return request;
}

/// Every path in a JSON document: "text.body", "template.components[].type".
void paths(const QJsonValue &value, const QString &at, QSet<QString> &found)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            paths(it.value(), at.isEmpty() ? it.key() : at + u'.' + it.key(), found);
    } else if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            paths(item, at + u"[]"_s, found);
    } else {
        found << at;
    }
}

QByteArray errorBody(int code)
{
    return QJsonDocument(
               QJsonObject{{u"error"_s, QJsonObject{{u"message"_s, u"(#%1) x"_s.arg(code)},
                                                    {u"code"_s, code},
                                                    {u"fbtrace_id"_s, u"Abc"_s}}}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

/// What goes to Meta, and what Meta's answers mean (facts/whatsapp.md 3.2, 4, 6).
class GraphCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingButTheMessageAndItsAddressLeaves() // R-19
    {
        static const QSet<QString> allowed{u"messaging_product"_s,
                                           u"recipient_type"_s,
                                           u"biz_opaque_callback_data"_s,
                                           u"to"_s,
                                           u"recipient"_s,
                                           u"type"_s,
                                           u"text.body"_s,
                                           u"text.preview_url"_s,
                                           u"context.message_id"_s,
                                           u"template.name"_s,
                                           u"template.language.code"_s,
                                           u"template.components[].type"_s,
                                           u"template.components[].parameters[].type"_s,
                                           u"template.components[].parameters[].text"_s,
                                           u"template.components[].parameters[].parameter_name"_s};
        QVERIFY(rc::check([] {
            OutboundContent content;
            MetaFacts facts;
            facts.target = *rc::gen::element(QString(), u"wamid.T"_s);
            content.text = anyText();
            if (*rc::gen::arbitrary<bool>()) {
                content.kind = MessageKind::Template;
                content.templateName = u"t"_s + anyText();
                content.templateLanguage = anyText();
                facts.chosen.named = *rc::gen::arbitrary<bool>();
                for (int i = *rc::gen::inRange<int>(0, 4); i > 0; --i) {
                    content.values.body << anyText();
                    facts.chosen.variables << u"v%1"_s.arg(i);
                }
            }
            const OutboundRequest request = anyRequest(content, facts);
            const QJsonObject json = QJsonDocument::fromJson(sendBody(request)).object();
            QSet<QString> found;
            paths(json, {}, found);
            RC_ASSERT((found - allowed).isEmpty());
            // Exactly one address: with both, `to` would win unnoticed.
            RC_ASSERT(json.contains(u"to"_s) != json.contains(u"recipient"_s));
            RC_ASSERT(json.contains(u"text"_s) != json.contains(u"template"_s));
            RC_ASSERT(json.value(u"biz_opaque_callback_data"_s).toString() ==
                      callbackData(request.id, request.attempt));
            if (request.recipient.kind == IdentityKind::Phone)
                RC_ASSERT(json.value(u"to"_s).toString() == u"+905320000000"_s);
            else
                RC_ASSERT(json.value(u"recipient"_s).toString() == request.recipient.value);
            if (content.kind == MessageKind::Text)
                RC_ASSERT(json.value(u"text"_s).toObject().value(u"body"_s).toString() ==
                          content.text);
        }));
    }

    void noLinkIsFetchedForAPreview()
    {
        const QJsonObject text = metaText(u"https://example.com"_s).value(u"text"_s).toObject();
        QCOMPARE(text.value(u"preview_url"_s), QJsonValue(false));
    }

    void readMarks()
    {
        QCOMPARE(readBody(u"wamid.IN"_s, false),
                 R"({"message_id":"wamid.IN","messaging_product":"whatsapp","status":"read"})"_ba);
        const QJsonObject typing = QJsonDocument::fromJson(readBody(u"wamid.IN"_s, true)).object();
        QCOMPARE(typing.value(u"typing_indicator"_s).toObject().value(u"type"_s).toString(),
                 u"text"_s);
        QVERIFY(!typing.contains(u"to"_s));
    }

    void refusalsThatMayBeTriedAgain_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("attempt");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("app limit") << 4 << 1 << qint64(60);
        QTest::newRow("app limit, third") << 4 << 3 << qint64(240);
        QTest::newRow("account limit") << 80007 << 1 << qint64(60);
        QTest::newRow("throughput") << 130429 << 1 << qint64(1);
        QTest::newRow("throughput, fourth") << 130429 << 4 << qint64(8);
        QTest::newRow("one person too fast") << 131056 << 1 << qint64(1);
        QTest::newRow("one person too fast, third") << 131056 << 3 << qint64(16);
        QTest::newRow("maintenance") << 131057 << 1 << qint64(30);
    }
    void refusalsThatMayBeTriedAgain()
    {
        QFETCH(int, code);
        QFETCH(int, attempt);
        QFETCH(qint64, seconds);
        for (const int status : {400, 429, 500, 503}) { // Meta's HTTP status is unreliable
            const SendAnswer answer = readSendAnswer(status, errorBody(code), attempt);
            QCOMPARE(answer.outcome, AttemptOutcome::Retry);
            QCOMPARE(answer.retryAfter, Duration(seconds * 1000));
            QCOMPARE(answer.code, code);
            // Not for ever.
            QCOMPARE(readSendAnswer(status, errorBody(code), 8).outcome, AttemptOutcome::Rejected);
        }
    }

    void refusalsThatStay_data()
    {
        QTest::addColumn<int>("code");
        for (const int code :
             {3,      10,     33,     100,    200,     299,    130403, 130472, 130497, 131005,
              131008, 131009, 131021, 131026, 131030,  131037, 131047, 131048, 131049, 131050,
              131051, 131052, 131053, 131055, 131062,  131063, 131064, 132000, 132001, 132005,
              132007, 132008, 132012, 132015, 132016,  132018, 132068, 132069, 134100, 134102,
              135000, 137000, 139100, 147001, 2388040, 999999})
            QTest::addRow("%d", code) << code;
    }
    void refusalsThatStay()
    {
        QFETCH(int, code);
        for (const int status : {400, 401, 403, 404, 429}) {
            const SendAnswer answer = readSendAnswer(status, errorBody(code), 1);
            QCOMPARE(answer.outcome, AttemptOutcome::Rejected);
            QCOMPARE(answer.code, code);
            QCOMPARE(answer.httpStatus, status);
            QCOMPARE(answer.trace, u"Abc"_s);
        }
    }

    void whatStopsEverythingIsHeld_data()
    {
        QTest::addColumn<int>("code");
        for (const MetaErrorRule &rule : metaErrorRules()) {
            if (rule.stopsSending)
                QTest::addRow("%d", rule.code) << rule.code;
        }
    }
    void whatStopsEverythingIsHeld()
    {
        QFETCH(int, code);
        for (const int status : {400, 401, 403}) {
            for (const int tries : {1, 9}) // as long as it takes
                QCOMPARE(readSendAnswer(status, errorBody(code), tries).outcome,
                         AttemptOutcome::Held);
        }
    }

    void onceAndInTenMinutes()
    {
        QCOMPARE(readSendAnswer(400, errorBody(1), 1).outcome, AttemptOutcome::Retry);
        QCOMPARE(readSendAnswer(400, errorBody(1), 2).outcome, AttemptOutcome::Rejected);
        QCOMPARE(readSendAnswer(500, errorBody(1), 1).outcome, AttemptOutcome::Unknown);
        const SendAnswer preparing = readSendAnswer(400, errorBody(134101), 1);
        QCOMPARE(preparing.outcome, AttemptOutcome::Retry);
        QCOMPARE(preparing.retryAfter, Duration(std::chrono::minutes(10)));
    }

    void nobodyKnowsWhetherItWentOut_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no answer") << 0 << QByteArray();
        QTest::newRow("cut off") << 0 << QByteArray("{\"messages\":[{\"id\":\"wamid.1");
        for (const int status : {500, 502, 503, 504, 599})
            QTest::addRow("%d", status) << status << QByteArray("<html>");
        QTest::newRow("131000 with 500") << 500 << errorBody(131000);
        QTest::newRow("131016 with 503") << 503 << errorBody(131016);
        QTest::newRow("131016 with 400") << 400 << errorBody(131016);
        QTest::newRow("2 with 500") << 500 << errorBody(2);
        QTest::newRow("200 unreadable") << 200 << QByteArray("ok");
        QTest::newRow("200 without a message") << 200 << QByteArray("{}");
        QTest::newRow("200 with an empty id") << 200 << QByteArray(R"({"messages":[{"id":""}]})");
        QTest::newRow("200 with a number as id") << 200 << QByteArray(R"({"messages":[{"id":7}]})");
        QTest::newRow("a redirect") << 302 << QByteArray();
        QTest::newRow("1xx") << 102 << QByteArray();
    }
    void nobodyKnowsWhetherItWentOut()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const SendAnswer answer = readSendAnswer(status, body, 1);
        QCOMPARE(answer.outcome, AttemptOutcome::Unknown);
        QVERIFY(answer.wamid.isEmpty());
    }

    void whatANumberAnswers()
    {
        const auto facts = readNumberFacts(R"({"id":"1065","display_phone_number":"+90 850 1",
            "verified_name":"MektupX","quality_rating":"YELLOW","name_status":"APPROVED",
            "status":"CONNECTED","throughput":{"level":"HIGH"},"is_on_biz_app":true,
            "whatsapp_business_manager_messaging_limit":"TIER_10K","a_new_field":[1]})");
        QVERIFY(facts);
        QCOMPARE(facts->phoneNumberId, u"1065"_s);
        QCOMPARE(facts->verifiedName, u"MektupX"_s);
        QCOMPARE(facts->quality, u"YELLOW"_s);
        QCOMPARE(facts->throughput, u"HIGH"_s);
        QCOMPARE(facts->limit, u"TIER_10K"_s);
        QCOMPARE(facts->status, u"CONNECTED"_s);
        QCOMPARE(facts->onPhone, std::optional(true));
        const auto little = readNumberFacts(R"({"id":"1065","throughput":"HIGH"})");
        QVERIFY(little && !little->onPhone && little->throughput.isEmpty());
        QVERIFY(!readNumberFacts("[]") && !readNumberFacts(R"({"error":{"code":100}})"));
    }

    void aRefusalWithoutACodeHasNone()
    {
        for (const QByteArray &body :
             {QByteArray(), QByteArray("<html>Request Entity Too Large"), QByteArray("{}"),
              QByteArray(R"({"error":{"message":"x"}})")}) {
            const SendAnswer answer = readSendAnswer(413, body, 1);
            QCOMPARE(answer.outcome, AttemptOutcome::Rejected);
            QCOMPARE(answer.code, kNoMetaCode);
        }
        QCOMPARE(readSendAnswer(401, errorBody(0), 1).code, 0); // Meta's own
        QCOMPARE(readSendAnswer(401, errorBody(0), 1).outcome, AttemptOutcome::Held);
    }

    void acceptance()
    {
        const SendAnswer answer = readSendAnswer(
            200,
            R"({"messaging_product":"whatsapp","contacts":[{"input":"+90532","wa_id":"90532"}],)"
            R"("messages":[{"id":"wamid.OUT","message_status":"accepted"}]})",
            1);
        QCOMPARE(answer.outcome, AttemptOutcome::Accepted);
        QCOMPARE(answer.wamid, u"wamid.OUT"_s);
        QCOMPARE(answer.pace, SendPace::Straight);
    }

    void aTemplateMayBeHeldBack()
    {
        const auto paceOf = [](const QByteArray &status) {
            const SendAnswer answer = readSendAnswer(
                200, R"({"messages":[{"id":"wamid.OUT","message_status":")" + status + R"("}]})",
                1);
            return answer.outcome == AttemptOutcome::Accepted ? std::optional(answer.pace)
                                                              : std::nullopt;
        };
        QCOMPARE(paceOf("held_for_quality_assessment"), std::optional(SendPace::HeldForQuality));
        QCOMPARE(paceOf("paused"), std::optional(SendPace::Paused));
        QCOMPARE(paceOf("of_tomorrow"), std::optional(SendPace::Straight));
    }

    void noAnswerCrashesTheReader()
    {
        QVERIFY(rc::check([] {
            const auto text = *rc::gen::arbitrary<std::string>();
            const int status = *rc::gen::inRange<int>(-1, 700);
            (void)readSendAnswer(status, QByteArray::fromStdString(text),
                                 *rc::gen::inRange<int>(1, 100));
        }));
    }
};

DESTEK_TEST(GraphCodec)
#include "tst_graph_codec.moc"
