#include "tests/daemon/served_house.h"
#include "tests/kit/test_main.h"

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

QString pathOf(const ApiRoutes::Rule &rule, const QString &id)
{
    return QString(rule.pattern).replace(u"{id}"_s, id);
}

} // namespace

/// The console port as somebody hostile, or merely wrong, meets it (R-10, R-13, R-32 to R-34).
class ConsolePort : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyEndpointForEveryRole() // R-32
    {
        House house;
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        Q_UNUSED(conversation)
        int denials = 0;
        for (const auto &[role, roleName] : enumNames(Role{})) {
            const QByteArray token = house.signedIn(QString(roleName), {role});
            for (const ApiRoutes::Rule &rule : ApiRoutes::rules()) {
                if (rule.pattern == u"/v1/sessions/current"_s)
                    continue; // ends the session: below
                const QString what = QString(roleName) + u' ' + QString::fromLatin1(rule.method) +
                                     u' ' + rule.pattern;
                const QString path = pathOf(rule, u"1"_s);
                const bool says = rule.method == "POST" || rule.method == "PUT";
                const QByteArray body = says ? "{}" : "";
                const Answer answer = house.call(rule.method, path, token, body);
                const bool asksWhatsApp = rule.pattern == wire::kTemplateRefresh; // none here
                QVERIFY2((answer.status < 500 || (asksWhatsApp && answer.status == 503)) &&
                             answer.status > 0,
                         qPrintable(what));
                if (!rule.permission)
                    continue;
                if (!may({role}, *rule.permission) && !(rule.orElse && may({role}, *rule.orElse))) {
                    QVERIFY2(answer.status == 403, qPrintable(what));
                    QVERIFY2(answer.code() == u"not_permitted"_s, qPrintable(what));
                    ++denials;
                } else if (needsStepUp(*rule.permission) && rule.method != "GET") {
                    QVERIFY2(answer.status == 403, qPrintable(what));
                    QVERIFY2(answer.code() == u"step_up_needed"_s, qPrintable(what));
                } else {
                    QVERIFY2(answer.status != 401 && answer.status != 403, qPrintable(what));
                }
            }
        }
        QTRY_COMPARE(house.audited(AuditAction::AccessDenied), denials);
        QCOMPARE(house.audited(AuditAction::ErasureOrdered), 0);
        QCOMPARE(house.audited(AuditAction::ExportMade), 0);
    }

    void theHistoryOfAMessageIsForSupervisorsAndAudited() // R-07, R-32
    {
        House house;
        const ConversationRecord talk = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QString path = u"/v1/messages/%1/history"_s.arg(talk.lastMessage.toString());
        QCOMPARE(house.call("GET", path, house.signedIn(u"a"_s, {Role::Agent})).status, 403);
        QCOMPARE(house.audited(AuditAction::MessageHistoryRead), 0);
        const QByteArray supervisor = house.signedIn(u"s"_s, {Role::Supervisor});
        const Answer answer = house.call("GET", path, supervisor);
        QCOMPARE(answer.json.value(u"versions"_s)[0][u"text"_s].toString(), u"Merhaba"_s);
        QCOMPARE(house.audited(AuditAction::MessageHistoryRead), 1); // before it was answered
    }

    void nobodyWithoutASession()
    {
        House house;
        const QByteArray token = house.signedIn(u"a"_s, kEverything);
        for (const ApiRoutes::Rule &rule : ApiRoutes::rules()) {
            const bool says = rule.method == "POST" || rule.method == "PUT";
            const QByteArray body = says ? "{}" : "";
            const QString path = pathOf(rule, u"1"_s);
            const bool open = !rule.permission && !rule.anySession;
            const Answer none = house.call(rule.method, path, {}, body);
            QVERIFY2(open ? none.status == 400 : none.status == 401, qPrintable(path));
            if (open)
                continue;
            QCOMPARE(house.call(rule.method, path, token + "x", body).status, 401);
        }
        // A token is taken from the one header, in the one way.
        QNetworkRequest odd = house.request(u"/v1/inbox"_s, {});
        odd.setRawHeader("Authorization", "Basic " + token);
        std::unique_ptr<QNetworkReply> reply(house.network().get(odd));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 401);
        QCOMPARE(house.call("GET", u"/v1/inbox?token="_s + QString::fromLatin1(token), {}).status,
                 401);
        QCOMPARE(house.call("GET", u"/v1/nothing"_s, token).status, 404);
        QCOMPARE(house.call("PUT", u"/v1/inbox"_s, token, "{}").status, 405);
    }

    void nothingThatIsSaidBreaksIt()
    {
        House house;
        (void)house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QByteArray token = house.signedIn(u"a"_s, kEverything, true);
        const QList<QByteArray> bodies{"",
                                       "null",
                                       "[]",
                                       "\"x\"",
                                       "{",
                                       "\xff\xfe",
                                       QByteArray("\0\0\0", 3),
                                       QByteArray("{\"a\":") + QByteArray(20'000, '[') +
                                           QByteArray(20'000, ']') + '}',
                                       R"({"reason":1,"confirmed":"true","language":[],"id":{}})",
                                       R"({"id":"6f1c2d3e-4b5a-4697-8877-665544332211"})",
                                       R"({"id":"x","purpose":"marketing","text":"x"})",
                                       R"({"answer":"perhaps","decision":"both"})",
                                       R"({"receipt":"!!","signature":"!!"})",
                                       R"({"password":null,"totp":7})"};
        const QStringList ids{u"-1"_s,
                              u"0"_s,
                              u"9223372036854775807"_s,
                              u"9223372036854775808"_s,
                              u"99999999999999999999"_s,
                              u"text"_s,
                              u"1e3"_s,
                              u"%00"_s,
                              u"..%2f1"_s,
                              u"%F0%9F%99%8F"_s,
                              u"6f1c2d3e-4b5a-4697-8877-665544332211"_s};
        for (const ApiRoutes::Rule &rule : ApiRoutes::rules()) {
            if (rule.pattern == u"/v1/sessions/current"_s || rule.pattern == wire::kFeed ||
                rule.pattern == wire::kStepUp || rule.pattern == wire::kSessions)
                continue; // ends the session; a stream; both hash a password
            if (rule.method == "POST") {
                for (const QByteArray &body : bodies) {
                    const Answer answer = house.call("POST", pathOf(rule, u"4711"_s), token, body);
                    if (rule.pattern == wire::kTemplateRefresh && answer.status == 503)
                        continue; // it takes no body, and there is no WhatsApp here to ask
                    QVERIFY2(answer.status >= 400 && answer.status < 500,
                             qPrintable(rule.pattern + u' ' + QString::number(answer.status)));
                }
            }
            if (!rule.pattern.contains(u"{id}"_s))
                continue;
            for (const QString &id : ids) {
                const Answer answer = house.call(rule.method, pathOf(rule, id), token,
                                                 rule.method == "POST" ? "{\"reason\":\"x\"}" : "");
                QVERIFY2(answer.status >= 400 && answer.status < 500,
                         qPrintable(pathOf(rule, id) + u' ' + QString::number(answer.status)));
            }
        }
        for (const QString &query :
             {u"/v1/inbox?before=x&limit=-1"_s, u"/v1/inbox?before=9:9:9&limit=99999999999"_s,
              u"/v1/audit?contact=x&from=y&before=z"_s, u"/v1/audit/state?since=-1"_s,
              u"/v1/audit/state?since=999999"_s, u"/v1/search?q="_s,
              u"/v1/search?q=%00%FF*%22%27%3B--"_s, u"/v1/conversations/1/messages?before=a:b"_s,
              u"/v1/conversations/1/messages?before=-9223372036854775808:0&after=1:1"_s}) {
            const int status = house.call("GET", query, token).status;
            QVERIFY2(status >= 200 && status < 500, qPrintable(query));
        }
        QCOMPARE(house.call("GET", u"/v1/inbox"_s, token).status, 200); // still there
    }

    void whatSomebodyElseOwnsCannotBeReachedThroughOnesOwn()
    {
        House house;
        const ConversationRecord mine = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const ConversationRecord other =
            house.says({u"905321111111"_s, u"TR.2"_s, u"Mert"_s, {}}, u"wamid.2"_s, u"Selam"_s);
        const QByteArray token = house.signedIn(u"a"_s, {Role::Agent});
        const QString id = MessageId::create().toString();
        const QJsonObject message{
            {u"id"_s, id}, {u"purpose"_s, u"support_answer"_s}, {u"text"_s, u"gizli yanıt"_s}};
        const auto path = [](const ConversationRecord &record) {
            return u"/v1/conversations/%1/messages"_s.arg(record.id.value);
        };
        QCOMPARE(house.post(path(mine), token, message).status, 202);
        const Answer again = house.post(path(mine), token, message);
        QCOMPARE(again.status, 200); // the same id, the same message
        const Answer elsewhere = house.post(path(other), token, message);
        QCOMPARE(elsewhere.status, 400);
        QVERIFY(elsewhere.json.value(u"text"_s).isUndefined());
    }

    void noClassNoMessage() // R-10
    {
        House house;
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QString path = u"/v1/conversations/%1/messages"_s.arg(conversation.id.value);
        const QByteArray token = house.signedIn(u"a"_s, {Role::Agent});
        for (const QJsonValue &purpose :
             {QJsonValue(), QJsonValue(u""_s), QJsonValue(u"marketing"_s), QJsonValue(1),
              QJsonValue(u"SUPPORT_ANSWER"_s)}) {
            const Answer answer = house.post(path, token,
                                             {{u"id"_s, MessageId::create().toString()},
                                              {u"purpose"_s, purpose},
                                              {u"text"_s, u"x"_s}});
            QCOMPARE(answer.status, 400);
        }
        QCOMPARE(house.audited(AuditAction::MessageQueued), 0);
    }

    void marketingForNobody() // R-13
    {
        House house;
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        house.write([](Tx &tx) {
            TemplateRecord record{u"kampanya"_s, u"tr"_s, u"Marketing"_s, u"APPROVED"_s,
                                  u"%20!"_s,     {},      false};
            return tx.templates().replaceAll({record});
        });
        for (quint8 bits = 0; bits < 16; ++bits) {
            RoleSet roles;
            for (const auto &[role, name] : enumNames(Role{})) {
                if (bits & (1u << quint8(role)))
                    roles.add(role);
            }
            const QByteArray token = house.signedIn(u"u%1"_s.arg(bits), roles, true);
            const QJsonObject chosen{{u"name"_s, u"kampanya"_s}, {u"language"_s, u"tr"_s}};
            const Answer answer =
                house.post(u"/v1/conversations/%1/messages"_s.arg(conversation.id.value), token,
                           {{u"id"_s, MessageId::create().toString()},
                            {u"purpose"_s, u"information"_s},
                            {u"template"_s, chosen}});
            if (may(roles, Permission::SendMessages)) {
                QCOMPARE(answer.status, 409);
                QCOMPARE(wire::apiErrorFromJson(answer.json).refusal,
                         std::optional(SendRefusal::Marketing));
                QVERIFY(house.call("GET", u"/v1/templates"_s, token)
                            .json.value(u"templates"_s)
                            .toArray()
                            .isEmpty());
            } else {
                QCOMPARE(answer.status, 403);
            }
        }
        QCOMPARE(house.audited(AuditAction::MessageQueued), 0);
        QVERIFY(house.audited(AuditAction::MessageRefused) > 0); // the attempt leaves a trace
    }

    void graveActsNeedThePasswordAgainAndAYes()
    {
        House house;
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QString contact = u"/v1/contacts/%1"_s.arg(conversation.contact.value);
        const QByteArray cold = house.signedIn(u"cold"_s, {Role::PrivacyOfficer});
        const QByteArray warm = house.signedIn(u"warm"_s, {Role::PrivacyOfficer}, true);
        const QJsonObject yes{{u"reason"_s, u"başvuru"_s}, {u"confirmed"_s, true}};
        QCOMPARE(house.post(contact + u"/erasure"_s, cold, yes).code(), u"step_up_needed"_s);
        QCOMPARE(house.post(contact + u"/export"_s, cold, yes).code(), u"step_up_needed"_s);
        QCOMPARE(house.post(contact + u"/erasure"_s, warm, {{u"confirmed"_s, true}}).status, 400);
        QCOMPARE(house.post(contact + u"/erasure"_s, warm, {{u"reason"_s, u"x"_s}}).status, 400);
        QCOMPARE(house.post(contact + u"/reveal"_s, warm, {{u"reason"_s, u"  "_s}}).status, 400);
        QCOMPARE(house.audited(AuditAction::NumberRevealed), 0);
        QCOMPARE(house.post(contact + u"/export"_s, warm, yes).status, 200);
        QCOMPARE(house.post(contact + u"/erasure"_s, warm, yes).status, 200);
        QCOMPARE(house.post(contact + u"/erasure"_s, warm, yes).status, 404);
        QCOMPARE(house.call("GET", contact, warm).status, 404);
    }

    void numbersAreMaskedUntilRevealed() // R-93
    {
        House house;
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QByteArray token = house.signedIn(u"a"_s, {Role::Agent});
        const QString contact = u"/v1/contacts/%1"_s.arg(conversation.contact.value);
        for (const QString &path :
             {u"/v1/inbox"_s, contact, u"/v1/conversations/%1"_s.arg(conversation.id.value),
              u"/v1/conversations/%1/messages"_s.arg(conversation.id.value),
              u"/v1/search?q=merhaba"_s}) {
            const QByteArray text =
                QJsonDocument(house.call("GET", path, token).json).toJson(QJsonDocument::Compact);
            QVERIFY2(!text.contains("5320000000") && !text.contains("532 000"), text.constData());
            QVERIFY2(!text.contains("TR.84771"), text.constData());
        }
        const Answer shown = house.post(contact + u"/reveal"_s, token, {{u"reason"_s, u"aradı"_s}});
        QVERIFY(shown.json.value(u"number"_s).toString().remove(u' ').contains(u"5320000000"_s));
        QCOMPARE(house.audited(AuditAction::NumberRevealed), 1);
    }

    void aPersonIsFoundWithoutAnyMessage() // R-93
    {
        House house;
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QByteArray token = house.signedIn(u"a"_s, {Role::Agent});
        const Answer found = house.call("GET", u"/v1/search?q=0000"_s, token);
        const QJsonArray people = found.json.value(u"people"_s).toArray();
        QCOMPARE(people.size(), 1);
        QCOMPARE(people.first().toObject().value(u"id"_s).toInteger(), conversation.id.value);
        QVERIFY(found.json.value(u"hits"_s).toArray().isEmpty());
        QVERIFY(!QJsonDocument(found.json).toJson().contains("5320000000"));
        const Answer narrowed = house.call("GET", u"/v1/search?q=0000&files=1"_s, token);
        QVERIFY(narrowed.json.value(u"people"_s).toArray().isEmpty());
        QVERIFY(house.audited(AuditAction::SearchRun) > 0);
    }

    void onlyOverTlsAndOnlyToItsOwnAuthority() // R-34
    {
        House house;
        const QByteArray token = house.signedIn(u"a"_s, {Role::Agent});
        QNetworkRequest plain(QUrl(u"http://127.0.0.1:%1/v1/inbox"_s.arg(house.port())));
        plain.setRawHeader("Authorization", "Bearer " + token);
        plain.setTransferTimeout(10'000);
        std::unique_ptr<QNetworkReply> reply(house.network().get(plain));
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200);
        house.tls().setCaCertificates(QSslConfiguration::systemCaCertificates());
        QCOMPARE(house.call("GET", u"/v1/inbox"_s, token).status, 0); // refused by the console
        house.tls().setProtocol(QSsl::TlsV1_2);
        house.tls().setPeerVerifyMode(QSslSocket::VerifyNone);
        QCOMPARE(house.call("GET", u"/v1/inbox"_s, token).status, 0); // refused by the daemon
    }

    void aStreamThatIsCutMissesNothing()
    {
        House house;
        const ConversationRecord conversation = house.says(kAyse, u"wamid.0"_s, u"Merhaba"_s);
        Q_UNUSED(conversation)
        const QByteArray token = house.signedIn(u"a"_s, {Role::Agent});
        constexpr int kMessages = 90;
        // Each stream lets twenty more be written: cuts fall between them on any machine.
        std::atomic<int> streams{0};
        std::jthread writer([&] {
            for (int i = 1; i <= kMessages; ++i) {
                while (streams <= i / 20)
                    QThread::msleep(1);
                (void)house.says(kAyse, u"wamid.%1"_s.arg(i), u"x"_s);
            }
        });
        const auto letGo = qScopeGuard([&] { streams = kMessages; });
        QList<qint64> numbers;
        QSet<QString> messages;
        const auto known = [&] {
            QSet<QString> ids;
            house.store().readAndWait([&](const Tx &tx) {
                const auto page = tx.messages().after(conversation.id, {}, 1000);
                for (const MessageRecord &record : *page)
                    ids << record.id.toString();
            });
            return ids;
        };
        QElapsedTimer patience;
        patience.start();
        while (messages.size() <= kMessages && patience.elapsed() < 4 * kPatience) {
            ++streams;
            const auto stream =
                house.follow(token, QByteArray::number(numbers.isEmpty() ? 0 : numbers.last()));
            QElapsedTimer turn;
            turn.start();
            while (!stream->finished && stream->numbers.size() < 7 && turn.elapsed() < kPatience &&
                   (messages | stream->messages).size() <= kMessages)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
            QVERIFY(stream->status() == 200 || !stream->finished);
            numbers += stream->numbers;
            messages += stream->messages;
            stream->cut();
        }
        QVERIFY(streams > 3);
        streams = kMessages;
        writer.join();
        for (qsizetype i = 1; i < numbers.size(); ++i)
            QVERIFY2(numbers.at(i - 1) < numbers.at(i), "a number came twice or out of order");
        QCOMPARE(messages, known());
    }

    void anUnknownNumberStartsOver_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::newRow("from the future") << QByteArray("999999");
        QTest::newRow("negative") << QByteArray("-5");
        QTest::newRow("too large") << QByteArray("9223372036854775807");
    }
    void anUnknownNumberStartsOver()
    {
        QFETCH(QByteArray, number);
        House house;
        (void)house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QByteArray token = house.signedIn(u"a"_s, {Role::Agent});
        const auto stream = house.follow(token, number);
        QTRY_VERIFY(stream->events.contains(u"reset"_s));
        QVERIFY(stream->numbers.isEmpty());
    }

    void whoMissedMuchHearsAllOfIt_data()
    {
        QTest::addColumn<bool>("remembered");
        QTest::newRow("kept in memory") << true;
        QTest::newRow("made again from the store") << false;
    }
    /// More than a stream may hold unsent at a time: in one stream, without a cut.
    void whoMissedMuchHearsAllOfIt()
    {
        QFETCH(bool, remembered);
        constexpr int kMessages = 90;
        House house;
        (void)house.says(kAyse, u"wamid.0"_s, u"Merhaba"_s);
        const QByteArray token = house.signedIn(u"a"_s, {Role::Agent});
        std::unique_ptr<Stream> first;
        QByteArray last = "0";
        if (remembered) {
            first = house.follow(token);
            QTRY_VERIFY(first->events.contains(u"beat"_s));
            last = QByteArray::number(first->numbers.last());
            first->cut();
        }
        for (int i = 1; i <= kMessages; ++i)
            (void)house.says(kAyse, u"wamid.%1"_s.arg(i), QString(4000, u'a'));
        const auto stream = house.follow(token, last);
        const auto all = kMessages + (remembered ? 0 : 1);
        QTRY_VERIFY_WITH_TIMEOUT(stream->messages.size() == all || stream->finished, 60'000);
        QCOMPARE(stream->messages.size(), all);
        QVERIFY(!stream->finished);
        QVERIFY(std::is_sorted(stream->numbers.begin(), stream->numbers.end()));
        QTRY_VERIFY(stream->events.last() == u"beat"_s || stream->events.last() == u"presence"_s);
    }

    void aStreamEndsWithItsSession_data() // R-33, R-89
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("signed out") << u"out"_s;
        QTest::newRow("disabled") << u"disabled"_s;
    }
    void aStreamEndsWithItsSession()
    {
        QFETCH(QString, how);
        House house;
        (void)house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QByteArray token = house.signedIn(u"a"_s, {Role::Agent});
        const QByteArray other = house.signedIn(u"b"_s, {Role::Agent});
        const auto stream = house.follow(token);
        const auto others = house.follow(other);
        QTRY_VERIFY(stream->events.contains(u"beat"_s) && others->events.contains(u"beat"_s));
        if (how == u"out"_s)
            QCOMPARE(house.call("DELETE", u"/v1/sessions/current"_s, token).status, 204);
        else
            house.root().access().setDisabled(Actor::system(), u"a"_s, true,
                                              [](const Result<Done, ApiError> &) {});
        QTRY_VERIFY(stream->events.contains(u"ended"_s));
        QTRY_VERIFY(stream->finished);
        QVERIFY(!others->finished && !others->events.contains(u"ended"_s));
        const qsizetype seen = stream->messages.size();
        (void)house.says(kAyse, u"wamid.2"_s, u"Daha"_s);
        QTRY_VERIFY(others->messages.size() >= 2);
        QCOMPARE(stream->messages.size(), seen);
        QCOMPARE(house.call("GET", u"/v1/inbox"_s, token).status, 401);
    }

    void anErasureReachesEveryStream() // R-31
    {
        House house;
        const ConversationRecord conversation = house.says(kAyse, u"wamid.1"_s, u"Merhaba"_s);
        const QByteArray agent = house.signedIn(u"a"_s, {Role::Agent});
        const QByteArray officer = house.signedIn(u"p"_s, {Role::PrivacyOfficer}, true);
        const auto stream = house.follow(agent);
        QTRY_VERIFY(stream->messages.size() == 1);
        QCOMPARE(house
                     .post(u"/v1/contacts/%1/erasure"_s.arg(conversation.contact.value), officer,
                           {{u"reason"_s, u"başvuru"_s}, {u"confirmed"_s, true}})
                     .status,
                 200);
        QTRY_VERIFY(stream->events.contains(u"erased"_s));
        // Who begins from the start afterwards hears of the erasure and nothing else of them.
        const auto late = house.follow(agent);
        QTRY_VERIFY(late->events.contains(u"beat"_s) || late->events.contains(u"reset"_s));
        QVERIFY(late->messages.isEmpty());
    }
};

DESTEK_TEST(ConsolePort)
#include "tst_console_port.moc"
