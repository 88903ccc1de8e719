#include "daemon/service/dead_letters.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender kAyse{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, {}};

/// `destekd intake reread` by a version that reads with `read`.
Reread reread(Desk &desk, const std::function<QList<InboundEvent>(const QByteArray &)> &read)
{
    Reread counts;
    desk.kit().write([&](Tx &tx) -> Stored<Done> {
        const InboundApplier applier(desk.clock(), {kConfirmation});
        const auto letters = rereadDeadLetters(tx, applier, read);
        if (!letters)
            return failure(letters.error());
        const auto types = rereadUnknownTypes(tx, desk.clock().now());
        if (!types)
            return failure(types.error());
        counts = {letters->read + types->read, letters->left + types->left};
        return done();
    });
    return counts;
}

/// As if written down by a version that did not know this type.
void forgetType(Desk &desk)
{
    desk.kit().tamper(u"UPDATE message SET kind = 'unknown', text_sealed = NULL"_s);
    desk.kit().tamper(u"DELETE FROM search_token"_s);
    desk.kit().tamper(u"DELETE FROM media"_s);
}

} // namespace

/// What one version cannot read the next one can.
class RereadLater : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFieldNobodyKnew()
    {
        Desk desk;
        QJsonObject value = meta::value();
        value.insert(u"words"_s, u"Gelecekten merhaba"_s);
        desk.arrives(meta::body(u"messages_of_2031"_s, value));
        desk.arrives("{\"entry\":["); // will never be one
        const auto letters = [&] {
            return desk.kit().read<int>([](const Tx &tx) { return tx.intake().deadLetters(); });
        };
        QCOMPARE(letters(), 2);
        const Reread before = reread(desk, intake::readWebhook);
        QCOMPARE(before.read, 0);
        QCOMPARE(before.left, 2);

        const auto later = [](const QByteArray &body) -> QList<InboundEvent> {
            const QJsonObject change = QJsonDocument::fromJson(body)
                                           .object()
                                           .value(u"entry"_s)[0][u"changes"_s][0]
                                           .toObject();
            if (change.value(u"field"_s) != u"messages_of_2031"_s)
                return intake::readWebhook(body);
            InboundMessage message;
            message.number = {meta::kNumberId, u"908500000000"_s};
            message.sender = {{IdentityKind::Bsuid, kAyse.bsuid}};
            message.wamid = u"wamid.2031"_s;
            message.at = Instant::fromSeconds(Desk::kNow);
            message.kind = MessageKind::Text;
            message.text = change.value(u"value"_s)[u"words"_s].toString();
            return {message};
        };
        const Reread after = reread(desk, later);
        QCOMPARE(after.read, 1);
        QCOMPARE(after.left, 1);
        QCOMPARE(letters(), 1);
        QCOMPARE(desk.thread(kAyse).size(), 1);
        QCOMPARE(desk.thread(kAyse).first().text, u"Gelecekten merhaba"_s);
        QCOMPARE(reread(desk, later).read, 0); // once
        QCOMPARE(desk.thread(kAyse).size(), 1);
    }

    void aMessageOfATypeNobodyKnew_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonObject>("part");
        QTest::addColumn<QString>("line");
        QTest::newRow("button") << u"button"_s << QJsonObject{{u"text"_s, u"Evet lütfen"_s}}
                                << u"Evet lütfen"_s;
        QTest::newRow("document") << u"document"_s
                                  << QJsonObject{{u"id"_s, u"77"_s},
                                                 {u"mime_type"_s, u"application/pdf"_s},
                                                 {u"filename"_s, u"fatura.pdf"_s}}
                                  << u"fatura.pdf"_s;
        QTest::newRow("still unknown") << u"hologram"_s << QJsonObject{{u"x"_s, 1}} << QString();
    }
    void aMessageOfATypeNobodyKnew()
    {
        QFETCH(QString, type);
        QFETCH(QJsonObject, part);
        QFETCH(QString, line);
        Desk desk;
        desk.arrives(
            meta::messages({meta::message(kAyse, u"wamid.1"_s, Desk::kNow, type, part)}, {kAyse}));
        forgetType(desk);
        QCOMPARE(desk.thread(kAyse).first().kind, MessageKind::Unknown);
        QCOMPARE(desk.thread(kAyse).first().text, QString());
        const bool known = !line.isEmpty();
        const Reread counts = reread(desk, intake::readWebhook);
        QCOMPARE(counts.read, known ? 1 : 0);
        QCOMPARE(counts.left, known ? 0 : 1);
        const MessageRecord message = desk.thread(kAyse).first();
        QCOMPARE(message.kind, fromWireName<MessageKind>(type).value_or(MessageKind::Unknown));
        QCOMPARE(message.text, line);
        const auto media = desk.kit().read<std::optional<MediaRecord>>(
            [&](const Tx &tx) { return tx.media().ofMessage(message.id); });
        QCOMPARE(media.has_value(), type == u"document"_s); // its file is fetched now
        const auto found = desk.kit().read<QList<MessageId>>(
            [](const Tx &tx) { return tx.search().find({u"evet"_s}, 10); });
        QCOMPARE(found.size(), type == u"button"_s ? 1 : 0);
        QCOMPARE(reread(desk, intake::readWebhook).read, 0);
    }
};

DESTEK_TEST(RereadLater)
#include "tst_reread_later.moc"
