#include "core/wire/json.h"
#include "net/http/http_channel_api.h"
#include "net/http/http_conversation_api.h"
#include "tests/kit/test_main.h"
#include "tests/net/tiny_daemon.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::net;
using test::TinyDaemon;

/// The calls about the account, a message's history and a person's standing, over real TLS.
class AccountCalls : public QObject
{
    Q_OBJECT

    test::Identity m_ca = test::makeCa("Destek test CA");
    TinyDaemon m_daemon{m_ca, test::makeServer(m_ca)};
    HttpTransport m_transport;
    HttpChannelApi m_channel{&m_transport};
    HttpConversationApi m_people{&m_transport};

    static QByteArray bytes(const QJsonObject &json)
    {
        return QJsonDocument(json).toJson(QJsonDocument::Compact);
    }

private Q_SLOTS:
    void initTestCase() { m_transport.setLink(m_daemon.link(m_ca.certificatePem)); }

    void theAccountIsReadAndAnAlertAcknowledged()
    {
        ChannelView view;
        ChannelNumber number;
        number.phoneNumberId = u"106"_s;
        number.display = u"+90 850 555 01 02"_s;
        view.numbers = {number};
        view.queued = 3;
        m_daemon.answer(u"/v1/channel"_s, 200, bytes(wire::toJson(view)));
        std::optional<Answer<ChannelView>> answer;
        m_channel.channel({this, [&](const Answer<ChannelView> &got) { answer = got; }});
        QTRY_VERIFY(answer.has_value());
        QVERIFY(answer->ok());
        QCOMPARE((*answer)->numbers.first().display, number.display);
        QCOMPARE((*answer)->queued, 3);

        view.queued = 0;
        m_daemon.answer(u"/v1/channel/alerts/5/acknowledge"_s, 200, bytes(wire::toJson(view)));
        answer.reset();
        m_channel.acknowledge(5, {this, [&](const Answer<ChannelView> &got) { answer = got; }});
        QTRY_VERIFY(answer.has_value());
        QVERIFY(answer->ok());
        QCOMPARE((*answer)->queued, 0);
    }

    void aTemplateIsLetGoOn()
    {
        TemplateView view;
        view.name = u"kargo"_s;
        view.language = u"tr"_s;
        m_daemon.answer(u"/v1/templates/thaw"_s, 200,
                        bytes({{u"templates"_s, QJsonArray{wire::toJson(view)}}}));
        std::optional<Answer<QList<TemplateView>>> answer;
        m_channel.thaw(u"kargo"_s, u"tr"_s,
                       {this, [&](const Answer<QList<TemplateView>> &got) { answer = got; }});
        QTRY_VERIFY(answer.has_value());
        QVERIFY(answer->ok());
        QCOMPARE((*answer)->first(), view);
        QCOMPARE(m_daemon.lastBody(),
                 (QJsonObject{{u"name"_s, u"kargo"_s}, {u"language"_s, u"tr"_s}}));
    }

    void aStandingSaidOnTheTelephoneIsRecorded()
    {
        PersonView person;
        person.contact = ContactId(4);
        person.standing = Standing::OptedOut;
        m_daemon.answer(u"/v1/contacts/4/standing"_s, 200, bytes(wire::toJson(person)));
        std::optional<Answer<PersonView>> answer;
        m_people.recordStanding(ContactId(4), Standing::OptedOut, ConsentSource::Call, u"4821"_s,
                                {this, [&](const Answer<PersonView> &got) { answer = got; }});
        QTRY_VERIFY(answer.has_value());
        QVERIFY(answer->ok());
        QCOMPARE(m_daemon.lastBody(), (QJsonObject{{u"standing"_s, u"opted_out"_s},
                                                   {u"source"_s, u"call"_s},
                                                   {u"note"_s, u"4821"_s}}));
    }

    void aPictureIsSentWithItsWholeContent()
    {
        OutgoingMessage message;
        message.id = MessageId::create();
        message.conversation = ConversationId(17);
        message.content.kind = MessageKind::Image;
        message.content.text = u"Fatura"_s;
        message.content.upload = UploadId(9);
        MessageView taken;
        taken.id = message.id;
        taken.conversation = message.conversation;
        m_daemon.answer(u"/v1/conversations/17/messages"_s, 202, bytes(wire::toJson(taken)));
        std::optional<Answer<MessageView>> answer;
        m_people.send(message, {this, [&](const Answer<MessageView> &got) { answer = got; }});
        QTRY_VERIFY(answer.has_value());
        QVERIFY(answer->ok());
        const QJsonObject content = m_daemon.lastBody().value(u"content"_s).toObject();
        QCOMPARE(content.value(u"kind"_s).toString(), u"image"_s);
        QVERIFY(!m_daemon.lastBody().contains(u"text"_s)); // an older daemon must not send words
        QVERIFY(!m_daemon.lastBody().contains(u"holdMs"_s));
    }

    void howLongAMessageIsHeldGoesWithIt()
    {
        OutgoingMessage message;
        message.id = MessageId::create();
        message.conversation = ConversationId(17);
        message.content.text = u"Merhaba"_s;
        message.hold = std::chrono::seconds(3);
        MessageView taken;
        taken.id = message.id;
        taken.conversation = message.conversation;
        m_daemon.answer(u"/v1/conversations/17/messages"_s, 202, bytes(wire::toJson(taken)));
        std::optional<Answer<MessageView>> answer;
        m_people.send(message, {this, [&](const Answer<MessageView> &got) { answer = got; }});
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(m_daemon.lastBody().value(u"holdMs"_s).toInteger(), 3000);
    }
};

DESTEK_TEST(AccountCalls)
#include "tst_account_calls.moc"
