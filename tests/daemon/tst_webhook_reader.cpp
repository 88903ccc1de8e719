#include "core/policy/meta_errors.h"
#include "daemon/intake/message_reader.h"
#include "daemon/intake/signature.h"
#include "daemon/intake/webhook_reader.h"
#include "tests/daemon/meta_says.h"
#include "tests/kit/places.h"
#include "tests/kit/test_main.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using namespace destek::test;
using intake::readWebhook;

namespace
{

const meta::Sender kAyse{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, u"@ayse"_s};

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(DESTEK_SOURCE_DIR "/tests/fixtures/whatsapp/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <typename T>
QList<T> allOf(const QList<InboundEvent> &events)
{
    QList<T> found;
    for (const InboundEvent &event : events) {
        if (const T *part = std::get_if<T>(&event))
            found << *part;
    }
    return found;
}

InboundMessage only(const QByteArray &body)
{
    const auto messages = allOf<InboundMessage>(readWebhook(body));
    return messages.size() == 1 ? messages.first() : InboundMessage{};
}

InboundMessage onlyOfType(const QString &type, const QJsonValue &part)
{
    return only(meta::messages({meta::message(kAyse, u"wamid.T"_s, 1790000000, type, part)}));
}

QList<Identity> ids(const QString &bsuid, const QString &phone)
{
    QList<Identity> list;
    if (!bsuid.isEmpty())
        list << Identity{IdentityKind::Bsuid, bsuid};
    if (!phone.isEmpty())
        list << Identity{IdentityKind::Phone, phone};
    return list;
}

} // namespace

/// Meta's bodies, as recorded and as documented for 2026 (facts/whatsapp.md 1.6, 2, 3, 7).
class WebhookReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRecordedBodyIsRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &expected) {
            QTest::newRow(name) << QString::fromLatin1(name) + u".json"_s << expected;
        };
        row("accountBanned", u"account:DISABLED_UPDATE"_s);
        row("accountRestricted", u"account:ACCOUNT_RESTRICTION"_s);
        row("accountReview", u"account:REVIEW_APPROVED"_s);
        row("audioMessage", u"message:audio|voice"_s);
        row("buttonMessage", u"message:button"_s);
        row("contactMessage", u"message:contacts"_s);
        row("documentMessage", u"message:document"_s);
        row("imageMessage", u"message:image"_s);
        row("locationMessage", u"message:location"_s);
        row("mediaUploadError", u"status:failed:131053"_s);
        row("messageDeleted", u"message:unsupported"_s);
        row("phoneNumberNameUpdate", u"number:"_s);
        row("qualityUpdate", u"number:FLAGGED"_s);
        row("reEngagementMessageError", u"status:failed:131047"_s);
        row("reactMessage", u"message:reaction"_s);
        row("rejectedTemplate", u"template:REJECTED"_s);
        row("stickerMessage", u"message:sticker"_s);
        row("templateSchedulingForDisabling", u"template:FLAGGED"_s);
        row("textMessage", u"message:text"_s);
        row("textMessage2", u"message:text"_s);
        row("textMessageStatusDelivered", u"status:delivered:0"_s);
        row("textMessageStatusRead", u"unreadable"_s); // recorded with a brace too many
        row("textMessageStatusSent", u"status:sent:0"_s);
        row("verifiedAccount", u"account:VERIFIED_ACCOUNT"_s);
        row("videoMessage", u"message:video"_s);
    }
    void everyRecordedBodyIsRead()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        const QByteArray body = fixture(name);
        QVERIFY2(!body.isEmpty(), qPrintable(name));
        const auto events = readWebhook(body);
        QCOMPARE(events.size(), 1);
        QString seen;
        if (const auto *message = std::get_if<InboundMessage>(&events.first())) {
            seen = u"message:"_s + wireName(message->kind);
            QVERIFY(!message->sender.isEmpty());
            QVERIFY(!message->wamid.isEmpty());
            QVERIFY(message->at.ms > 0);
            QVERIFY(!message->number.phoneNumberId.isEmpty());
        } else if (const auto *status = std::get_if<StatusUpdate>(&events.first())) {
            seen = u"status:%1:%2"_s.arg(wireName(status->status.state)).arg(status->status.code);
        } else if (const auto *changed = std::get_if<TemplateUpdate>(&events.first())) {
            seen = u"template:"_s + changed->status;
            QVERIFY(!changed->name.isEmpty() && !changed->language.isEmpty());
        } else if (const auto *account = std::get_if<AccountUpdate>(&events.first())) {
            seen = u"account:"_s + account->event;
            QVERIFY(!account->accountId.isEmpty());
        } else if (const auto *number = std::get_if<NumberUpdate>(&events.first())) {
            seen = u"number:"_s + number->event;
            QVERIFY(!number->display.isEmpty());
        } else if (const auto *other = std::get_if<OtherUpdate>(&events.first())) {
            seen = u"other:"_s + other->field;
        } else {
            seen = u"unreadable"_s;
        }
        if (expected == u"message:audio|voice"_s)
            QVERIFY(seen == u"message:audio"_s || seen == u"message:voice"_s);
        else
            QCOMPARE(seen, expected);
    }

    void noRecordedBodyIsForgotten()
    {
        const auto files = QDir(QStringLiteral(DESTEK_SOURCE_DIR "/tests/fixtures/whatsapp"))
                               .entryList({u"*.json"_s});
        QCOMPARE(files.size(), 25);
    }

    void whoItIs_data() // R-04, R-06: omitted keys, both, BSUID only
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("bsuid");
        QTest::newRow("number only") << u"905320000000"_s << QString();
        QTest::newRow("BSUID only") << QString() << u"TR.13491208655302741918"_s;
        QTest::newRow("both") << u"905320000000"_s << u"TR.84771"_s;
    }
    void whoItIs()
    {
        QFETCH(QString, phone);
        QFETCH(QString, bsuid);
        const meta::Sender from{phone, bsuid, u"A"_s, u"@a.b"_s};
        const auto message = only(meta::says(from, u"wamid.1"_s, 1790000000, u"Merhaba"_s));
        QCOMPARE(message.sender, ids(bsuid, phone));
        QCOMPARE(message.profileName, u"A"_s);
        QCOMPARE(message.username, u"a.b"_s);
        QCOMPARE(message.at, Instant::fromSeconds(1790000000));
        QCOMPARE(message.text, u"Merhaba"_s);
        QVERIFY(message.opensWindow);
    }

    void theContactOfTheChangeFillsWhatTheMessageOmits()
    {
        // `from` withheld; contacts[] carries the number because it is in the contact book.
        const QByteArray body = meta::messages(
            {meta::text({{}, u"TR.84771"_s, {}, {}}, u"wamid.1"_s, 1790000000, u"x"_s)},
            {{u"905550000000"_s, u"TR.OTHER"_s, u"Başkası"_s, {}}, kAyse});
        QCOMPARE(only(body).sender, ids(u"TR.84771"_s, u"905320000000"_s));
        QCOMPARE(only(body).profileName, u"Ayşe"_s);
    }

    void aStrangersContactIsNotTheSender()
    {
        const QByteArray body = meta::messages(
            {meta::text({u"905320000000"_s, {}, {}, {}}, u"wamid.1"_s, 1790000000, u"x"_s)},
            {{u"905550000000"_s, u"TR.OTHER"_s, u"Başkası"_s, {}}});
        QCOMPARE(only(body).sender, ids({}, u"905320000000"_s));
        QVERIFY(only(body).profileName.isEmpty());
    }

    void aBsuidInAPhoneFieldIsTolerated()
    {
        const auto found = intake::readIdentities(u"TR.84771"_s, {}, {});
        QCOMPARE(found, ids(u"TR.84771"_s, {}));
        QCOMPARE(intake::readIdentities(u"TR.84771"_s, u"TR.84771"_s, {}).size(), 1);
        QVERIFY(intake::readIdentities({}, {}, {}).isEmpty());
        QVERIFY(intake::readIdentities(u"+ -()"_s, {}, {}).isEmpty());
    }

    void everyKind_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonObject>("part");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("shown");
        using K = MessageKind;
        const auto row = [](const char *name, const QString &type, const QJsonObject &part, K kind,
                            const QString &shown) {
            QTest::newRow(name) << type << part << int(kind) << shown;
        };
        row("text", u"text"_s, {{u"body"_s, u"Merhaba"_s}}, K::Text, u"Merhaba"_s);
        row("image", u"image"_s, {{u"id"_s, u"77"_s}, {u"caption"_s, u"fatura"_s}}, K::Image,
            u"fatura"_s);
        row("video", u"video"_s, {{u"id"_s, u"78"_s}}, K::Video, {});
        row("voice note", u"audio"_s, {{u"id"_s, u"79"_s}, {u"voice"_s, true}}, K::Voice, {});
        row("audio file", u"audio"_s, {{u"id"_s, u"79"_s}, {u"voice"_s, false}}, K::Audio, {});
        row("document", u"document"_s, {{u"id"_s, u"80"_s}, {u"filename"_s, u"fatura.pdf"_s}},
            K::Document, u"fatura.pdf"_s);
        row("sticker", u"sticker"_s, {{u"id"_s, u"81"_s}, {u"animated"_s, true}}, K::Sticker, {});
        row("location", u"location"_s, {{u"latitude"_s, 41.01}, {u"name"_s, u"Ev"_s}}, K::Location,
            u"Ev"_s);
        row("template button", u"button"_s, {{u"payload"_s, u"OPTOUT"_s}, {u"text"_s, u"Durdur"_s}},
            K::Button, u"Durdur"_s);
        row("reply button", u"interactive"_s,
            {{u"type"_s, u"button_reply"_s},
             {u"button_reply"_s, QJsonObject{{u"id"_s, u"evet"_s}, {u"title"_s, u"Evet"_s}}}},
            K::Interactive, u"Evet"_s);
        row("list reply", u"interactive"_s,
            {{u"type"_s, u"list_reply"_s},
             {u"list_reply"_s, QJsonObject{{u"id"_s, u"r1"_s}, {u"title"_s, u"Kargo"_s}}}},
            K::Interactive, u"Kargo"_s);
        row("form", u"interactive"_s,
            {{u"type"_s, u"nfm_reply"_s},
             {u"nfm_reply"_s,
              QJsonObject{{u"body"_s, u"Sent"_s}, {u"response_json"_s, u"{not json"_s}}}},
            K::Interactive, u"Sent"_s);
        row("a product, August 2026", u"interactive"_s, {{u"type"_s, u"product"_s}}, K::Interactive,
            {});
        row("reaction", u"reaction"_s, {{u"message_id"_s, u"wamid.X"_s}, {u"emoji"_s, u"👍"_s}},
            K::Reaction, u"👍"_s);
        row("reaction removed", u"reaction"_s, {{u"message_id"_s, u"wamid.X"_s}}, K::Reaction, {});
        row("order", u"order"_s, {{u"catalog_id"_s, u"1"_s}, {u"text"_s, u"iki adet"_s}}, K::Order,
            u"iki adet"_s);
        row("unsupported", u"unsupported"_s, {{u"type"_s, u"poll_creation"_s}}, K::Unsupported, {});
        row("revoke", u"revoke"_s, {{u"original_message_id"_s, u"wamid.X"_s}}, K::Revoke, {});
        row("edit", u"edit"_s,
            {{u"original_message_id"_s, u"wamid.X"_s},
             {u"message"_s, QJsonObject{{u"type"_s, u"text"_s},
                                        {u"text"_s, QJsonObject{{u"body"_s, u"düzeltilmiş"_s}}}}}},
            K::Edit, u"düzeltilmiş"_s);
        row("a type of tomorrow", u"hologram"_s, {{u"x"_s, 1}}, K::Unknown, {});
        row("no type at all", u""_s, {}, K::Unknown, {});
        // Ours, not Meta's: nobody can put our own lines into a thread.
        row("an 'event' from outside", u"event"_s, {{u"body"_s, u"DURDUR yazdı"_s}}, K::Unknown,
            {});
        row("a 'template' from outside", u"template"_s, {}, K::Unknown, {});
        row("an 'unknown'", u"unknown"_s, {}, K::Unknown, {});
    }
    void everyKind()
    {
        QFETCH(QString, type);
        QFETCH(QJsonObject, part);
        QFETCH(int, kind);
        QFETCH(QString, shown);
        const auto message = onlyOfType(type, part);
        QCOMPARE(message.wamid, u"wamid.T"_s);
        QCOMPARE(int(message.kind), kind);
        QCOMPARE(message.text, shown);
        // What is not fully read is kept, so that a later version can read it again.
        QCOMPARE(message.raw.isEmpty(), message.kind == MessageKind::Text);
    }

    void whereAnOptOutWordMayStand() // facts/whatsapp.md 10.3
    {
        QCOMPARE(onlyOfType(u"text"_s, QJsonObject{{u"body"_s, u"DUR"_s}}).consentWords,
                 QStringList{u"DUR"_s});
        const auto button = onlyOfType(
            u"button"_s, QJsonObject{{u"payload"_s, u"STOP"_s}, {u"text"_s, u"Bildirim"_s}});
        QVERIFY(button.consentWords.contains(u"STOP"_s));
        QCOMPARE(button.consentSource, ConsentSource::Button);
        const auto list =
            onlyOfType(u"interactive"_s,
                       QJsonObject{{u"type"_s, u"list_reply"_s},
                                   {u"list_reply"_s, QJsonObject{{u"id"_s, u"DURDUR"_s},
                                                                 {u"title"_s, u"Ayrıl"_s}}}});
        QVERIFY(list.consentWords.contains(u"DURDUR"_s));
        QVERIFY(onlyOfType(u"image"_s, QJsonObject{{u"caption"_s, u"STOP"_s}})
                    .consentWords.contains(u"STOP"_s));
        QVERIFY(
            onlyOfType(u"reaction"_s, QJsonObject{{u"emoji"_s, u"STOP"_s}}).consentWords.isEmpty());
        QVERIFY(onlyOfType(u"document"_s, QJsonObject{{u"filename"_s, u"STOP"_s}})
                    .consentWords.isEmpty());
    }

    void aChangedNumberInEachOfItsShapes() // facts/whatsapp.md 2.3
    {
        const QJsonObject august{{u"type"_s, u"user_changed_number"_s},
                                 {u"wa_id"_s, u"905330000000"_s},
                                 {u"user_id"_s, u"TR.NEW"_s},
                                 {u"previous_user_id"_s, u"TR.OLD"_s},
                                 {u"body"_s, u"…"_s}};
        const auto first = only(meta::messages({meta::message(
            {u"905320000000"_s, {}, {}, {}}, u"wamid.S"_s, 1790000000, u"system"_s, august)}));
        QVERIFY(first.change.has_value());
        QCOMPARE(first.change->former, ids(u"TR.OLD"_s, u"905320000000"_s));
        QCOMPARE(first.change->current, ids(u"TR.NEW"_s, u"905330000000"_s));
        QVERIFY(!first.opensWindow);

        // A BSUID change names nobody but in `system`.
        const QJsonObject bsuid{{u"type"_s, u"user_changed_user_id"_s},
                                {u"user_id"_s, u"TR.NEW"_s},
                                {u"previous_user_id"_s, u"TR.OLD"_s}};
        const auto second = only(
            meta::messages({meta::message({}, u"wamid.S2"_s, 1790000000, u"system"_s, bsuid)}));
        QVERIFY(second.change.has_value());
        QCOMPARE(second.change->former, ids(u"TR.OLD"_s, {}));
        QCOMPARE(second.change->current, ids(u"TR.NEW"_s, {}));

        // Before August 2026: the old one stands in the words only.
        const QJsonObject words{{u"type"_s, u"user_changed_user_id"_s},
                                {u"user_id"_s, u"TR.NEW"_s},
                                {u"body"_s, u"User A changed from TR.OLD to TR.NEW"_s}};
        const auto third = only(
            meta::messages({meta::message({}, u"wamid.S3"_s, 1790000000, u"system"_s, words)}));
        QVERIFY(third.change.has_value());
        QCOMPARE(third.change->former, ids(u"TR.OLD"_s, {}));
        QCOMPARE(third.change->current, ids(u"TR.NEW"_s, {}));
    }

    void aSystemLineWithoutAChangeChangesNobody()
    {
        for (const QJsonObject &system :
             {QJsonObject{{u"type"_s, u"customer_identity_changed"_s}},
              QJsonObject{{u"type"_s, u"user_changed_number"_s}}, QJsonObject{},
              QJsonObject{{u"type"_s, u"user_changed_user_id"_s},
                          {u"user_id"_s, u"TR.NEW"_s},
                          {u"body"_s, u"changed from one thing to another"_s}}}) {
            const auto line = only(meta::messages({meta::message(
                {{}, u"TR.84771"_s, {}, {}}, u"wamid.S"_s, 1790000000, u"system"_s, system)}));
            QCOMPARE(line.kind, MessageKind::System);
            QVERIFY(!line.change.has_value());
            QVERIFY(!line.opensWindow);
        }
    }

    void preferences() // R-63
    {
        const auto stop =
            allOf<PreferenceUpdate>(readWebhook(meta::preference(kAyse, u"stop"_s, 1790000000)));
        QCOMPARE(stop.size(), 1);
        QVERIFY(stop.first().stop);
        QCOMPARE(stop.first().person, ids(u"TR.84771"_s, u"905320000000"_s));
        QCOMPARE(stop.first().at, Instant::fromSeconds(1790000000));
        QVERIFY(
            !allOf<PreferenceUpdate>(readWebhook(meta::preference(kAyse, u"resume"_s, 1790000000)))
                 .first()
                 .stop);
        QVERIFY(
            allOf<PreferenceUpdate>(readWebhook(meta::preference(kAyse, u"perhaps"_s, 1790000000)))
                .isEmpty());
        QCOMPARE(allOf<UnreadablePart>(readWebhook(meta::preference({}, u"stop"_s, 1))).size(), 1);
    }

    void nothingBesideTheListsIsThrownAway() // R-11
    {
        const QJsonObject stop{{u"user_id"_s, u"TR.1"_s}, {u"value"_s, u"stop"_s}};
        QJsonObject asObject = meta::value();
        asObject.insert(u"user_preferences"_s, stop); // no list
        QJsonObject renamed = meta::value();
        renamed.insert(u"preferences"_s, QJsonArray{stop});
        QJsonObject ids = meta::value();
        ids.insert(u"user_id_update"_s, QJsonObject{{u"wa_id"_s, u"905320000000"_s}});
        QJsonObject list = meta::value();
        list.insert(u"messages"_s, meta::text(kAyse, u"wamid.1"_s, 1, u"Alone"_s));
        for (const QByteArray &body :
             {meta::body(u"user_preferences"_s, asObject),
              meta::body(u"user_preferences"_s, renamed), meta::body(u"user_id_update"_s, ids),
              meta::body(u"messages"_s, list)}) {
            const auto events = readWebhook(body);
            QCOMPARE(events.size(), 1);
            const auto others = allOf<OtherUpdate>(events);
            QCOMPARE(others.size(), 1);
            // As it came: a later version reads it again.
            const QJsonObject change =
                QJsonDocument::fromJson(body)[u"entry"_s][0][u"changes"_s][0].toObject();
            QCOMPARE(QJsonDocument::fromJson(others.first().raw).object(), change);
        }
    }

    void whatStandsBesideWhatIsReadIsKeptOnce() // R-11
    {
        QJsonObject value = meta::value();
        value.insert(u"contacts"_s, QJsonArray{meta::contact(kAyse)});
        value.insert(u"messages"_s, QJsonArray{meta::text(kAyse, u"wamid.1"_s, 1, u"bir"_s),
                                               meta::text(kAyse, u"wamid.2"_s, 2, u"iki"_s)});
        QVERIFY(allOf<OtherUpdate>(readWebhook(meta::body(u"messages"_s, value))).isEmpty());
        value.insert(u"conversation_context"_s, QJsonObject{{u"type"_s, u"summary"_s}});
        value.insert(u"polls"_s, QJsonArray{1, 2, 3});
        const auto events = readWebhook(meta::body(u"messages"_s, value));
        QCOMPARE(allOf<InboundMessage>(events).size(), 2);
        const auto others = allOf<OtherUpdate>(events);
        QCOMPARE(others.size(), 1);
        const QJsonObject kept = QJsonDocument::fromJson(others.first().raw).object();
        QCOMPARE(kept[u"field"].toString(), u"messages"_s);
        QCOMPARE(kept[u"value"][u"polls"].toArray().size(), 3);
        QCOMPARE(kept[u"value"][u"metadata"][u"phone_number_id"].toString(), meta::kNumberId);
        QVERIFY(kept[u"value"][u"messages"].isUndefined()); // those are stored
    }

    void whatAStatusSaysMoreIsKept() // R-11
    {
        QJsonObject odd = meta::status(u"wamid.O"_s, u"delivered"_s, 1790000001);
        odd.insert(u"delivered_to_device"_s, u"watch"_s);
        const auto events =
            readWebhook(meta::statuses({odd, meta::status(u"wamid.P"_s, u"read"_s, 1790000002)}));
        QCOMPARE(allOf<StatusUpdate>(events).size(), 2);
        const auto others = allOf<OtherUpdate>(events);
        QCOMPARE(others.size(), 1);
        const QJsonObject kept = QJsonDocument::fromJson(others.first().raw).object();
        QCOMPARE(kept[u"value"][u"statuses"].toArray(), QJsonArray{odd});
    }

    void aPartThatCannotBeReadStaysAChange() // R-11
    {
        for (const QByteArray &body :
             {meta::messages({meta::text(kAyse, {}, 1790000000, u"no id"_s)}),
              meta::statuses({meta::status(u"wamid.O"_s, u"warning"_s, 1790000003)}),
              meta::preference({}, u"stop"_s, 1)}) {
            const auto events = readWebhook(body);
            QCOMPARE(events.size(), 1);
            const auto *unreadable = std::get_if<UnreadablePart>(&events.first());
            const QByteArray raw =
                unreadable ? unreadable->raw : std::get<OtherUpdate>(events.first()).raw;
            const QJsonObject root{
                {u"entry"_s,
                 QJsonArray{QJsonObject{
                     {u"changes"_s, QJsonArray{QJsonDocument::fromJson(raw).object()}}}}}};
            const auto again = readWebhook(QJsonDocument(root).toJson());
            QCOMPARE(again.size(), 1);
            QCOMPARE(again.first().index(), events.first().index());
        }
    }

    void echoesOfWhatOthersOrdered()
    {
        const auto echo = [](const QJsonObject &order) {
            QJsonObject value = meta::value();
            value.insert(u"standby"_s,
                         QJsonObject{{u"message_echoes"_s,
                                      QJsonArray{QJsonObject{{u"id"_s, u"wamid.B"_s},
                                                             {u"timestamp"_s, u"1790000000"_s},
                                                             {u"message"_s, order}}}}});
            return meta::body(u"standby"_s, value);
        };
        const auto order = [](const QString &key, const QString &whom) {
            return QJsonObject{{key, whom},
                               {u"type"_s, u"text"_s},
                               {u"text"_s, QJsonObject{{u"body"_s, u"Botun yanıtı"_s}}}};
        };
        const QList<Identity> number{{IdentityKind::Phone, u"905320000000"_s}};
        const QList<Identity> bsuid{{IdentityKind::Bsuid, u"TR.84771"_s}};
        for (const auto &[json, person] :
             {std::pair(order(u"to"_s, u"905320000000"_s), number),
              std::pair(order(u"recipient"_s, u"905320000000"_s), number),
              std::pair(order(u"recipient"_s, u"TR.84771"_s), bsuid)}) {
            const InboundMessage message = only(echo(json));
            QCOMPARE(message.sender, person);
            QCOMPARE(message.text, u"Botun yanıtı"_s);
            QCOMPARE(message.wamid, u"wamid.B"_s);
            QCOMPARE(message.at, Instant::fromSeconds(1790000000));
            QCOMPARE(message.direction, Direction::Outbound);
            QCOMPARE(message.provenance, Provenance::Standby);
            QVERIFY(!message.opensWindow);
        }
        QJsonObject toGroup = order(u"to"_s, u"Y2FwaV9ncm91cDox"_s);
        toGroup.insert(u"recipient_type"_s, u"group"_s);
        for (const QJsonObject &json : {toGroup, order(u"to"_s, u"908500000000"_s)}) {
            const auto events = readWebhook(echo(json));
            QVERIFY(allOf<InboundMessage>(events).isEmpty());
            QCOMPARE(allOf<UnreadablePart>(events).size(), 1);
        }
    }

    void templateUpdates()
    {
        const QJsonObject paused{{u"event"_s, u"PAUSED"_s},
                                 {u"message_template_name"_s, u"siparis"_s},
                                 {u"message_template_language"_s, u"tr"_s}};
        const auto status = allOf<TemplateUpdate>(
            readWebhook(meta::body(u"message_template_status_update"_s, paused)));
        QCOMPARE(status.first().status, u"PAUSED"_s);
        const QJsonObject moved{{u"message_template_name"_s, u"siparis"_s},
                                {u"message_template_language"_s, u"tr"_s},
                                {u"previous_category"_s, u"UTILITY"_s},
                                {u"new_category"_s, u"MARKETING"_s}};
        const auto category =
            allOf<TemplateUpdate>(readWebhook(meta::body(u"template_category_update"_s, moved)));
        QCOMPARE(category.first().category, u"MARKETING"_s);
        QVERIFY(category.first().status.isEmpty());
    }

    void statusesCarryOurOwnId()
    {
        const auto events = readWebhook(
            meta::statuses({meta::status(u"wamid.O"_s, u"delivered"_s, 1790000001, u"callback"_s),
                            meta::status(u"wamid.O"_s, u"failed"_s, 1790000002, {}, 131050),
                            meta::status(u"wamid.O"_s, u"warning"_s, 1790000003),
                            meta::status({}, u"read"_s, 1790000004)}));
        QCOMPARE(events.size(), 4);
        const auto statuses = allOf<StatusUpdate>(events);
        QCOMPARE(statuses.size(), 2);
        QCOMPARE(statuses.at(0).callbackData, u"callback"_s);
        QCOMPARE(statuses.at(1).status.code, 131050);
        QCOMPARE(allOf<OtherUpdate>(events).size(), 1);
        QCOMPARE(allOf<UnreadablePart>(events).size(), 1);
    }

    void timesThatAreNoTimes_data()
    {
        QTest::addColumn<QJsonValue>("timestamp");
        for (const QJsonValue &value :
             {QJsonValue(u"9223372036854775807"_s), QJsonValue(u"-1"_s), QJsonValue(u"soon"_s),
              QJsonValue(1e300), QJsonValue(-1e300), QJsonValue(), QJsonValue(QJsonArray{1}),
              QJsonValue(u"99999999999999999999999"_s), QJsonValue(9007199254740991.0)})
            QTest::newRow(qPrintable(
                QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact))))
                << value;
    }
    void aFailureWithoutACodeHasNone()
    {
        const auto code = [](QJsonObject status, const QJsonValue &errors) {
            status.insert(u"errors"_s, errors);
            return allOf<StatusUpdate>(readWebhook(meta::statuses({status}))).first().status.code;
        };
        const QJsonObject failed = meta::status(u"wamid.O"_s, u"failed"_s, 1);
        QCOMPARE(code(failed, QJsonValue()), kNoMetaCode);
        QCOMPARE(code(failed, QJsonArray()), kNoMetaCode);
        QCOMPARE(code(failed, QJsonArray{QJsonObject{{u"title"_s, u"x"_s}}}), kNoMetaCode);
        QCOMPARE(code(failed, QJsonArray{QJsonObject{{u"code"_s, 0}}}), 0); // Meta's own
        QCOMPARE(code(meta::status(u"wamid.O"_s, u"read"_s, 1), QJsonValue()), 0);
        QJsonObject value = meta::value();
        value.insert(u"errors"_s, QJsonArray{QJsonObject{{u"title"_s, u"x"_s}}});
        QCOMPARE(allOf<ChannelError>(readWebhook(meta::body(u"messages"_s, value))).first().code,
                 kNoMetaCode);
    }

    void timesThatAreNoTimes()
    {
        QFETCH(QJsonValue, timestamp);
        QJsonObject message = meta::text(kAyse, u"wamid.1"_s, 1, u"x"_s);
        message.insert(u"timestamp"_s, timestamp);
        QVERIFY(only(meta::messages({message})).at.isNull());
        QJsonObject status = meta::status(u"wamid.O"_s, u"read"_s, 1);
        status.insert(u"timestamp"_s, timestamp);
        const auto statuses = allOf<StatusUpdate>(readWebhook(meta::statuses({status})));
        QVERIFY(statuses.first().status.at.isNull());
        QJsonObject value = meta::value();
        value.insert(u"user_preferences"_s, QJsonArray{QJsonObject{{u"user_id"_s, u"TR.1"_s},
                                                                   {u"value"_s, u"stop"_s},
                                                                   {u"timestamp"_s, timestamp}}});
        const auto stops =
            allOf<PreferenceUpdate>(readWebhook(meta::body(u"user_preferences"_s, value)));
        QVERIFY(stops.first().at.isNull());
    }

    void anErrorsOnlyChangeIsNoted()
    {
        QJsonObject value = meta::value();
        value.insert(u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, 130429}}});
        const auto events = readWebhook(meta::body(u"messages"_s, value));
        QCOMPARE(events.size(), 1);
        QCOMPARE(allOf<ChannelError>(events).size(), 1);
        QCOMPARE(allOf<ChannelError>(events).first().code, 130429);
    }

    void unknownFieldsAreNoted()
    {
        for (const QString &field : {u"calls"_s, u"standby"_s, u"smb_message_echoes"_s,
                                     QString(100'000, u'x'), QString()}) {
            const auto events = readWebhook(meta::body(field, {{u"x"_s, 1}}));
            QCOMPARE(events.size(), 1);
            QVERIFY(std::holds_alternative<OtherUpdate>(events.first()));
            QVERIFY(std::get<OtherUpdate>(events.first()).field.size() <= 64);
        }
    }

    void nulInTextIsHarmless()
    {
        const QByteArray body = meta::says(kAyse, u"wamid.N"_s, 1790000000, u"a\0b"_s);
        QVERIFY(body.contains("\\u0000"));
        const auto message = only(body);
        QVERIFY(!message.text.contains(QChar(u'\0')));
        QCOMPARE(message.text, u"a\ufffdb"_s);
    }

    void aBatchOfAThousand()
    {
        QList<QJsonObject> messages;
        for (int i = 0; i < 1000; ++i)
            messages << meta::text(kAyse, u"wamid.%1"_s.arg(i), 1790000000 + i, u"x"_s);
        const auto read = allOf<InboundMessage>(readWebhook(meta::messages(messages, {kAyse})));
        QCOMPARE(read.size(), 1000);
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(read.at(i).wamid, u"wamid.%1"_s.arg(i)); // in the order of the body
    }

    void allEntriesAndAllChanges()
    {
        const auto change = [](const QString &wamid) {
            QJsonObject value = meta::value();
            value.insert(u"messages"_s, QJsonArray{meta::text(kAyse, wamid, 1790000000, u"x"_s)});
            return QJsonObject{{u"field"_s, u"messages"_s}, {u"value"_s, value}};
        };
        const QJsonObject root{
            {u"entry"_s,
             QJsonArray{QJsonObject{{u"changes"_s, QJsonArray{change(u"1"_s), change(u"2"_s)}}},
                        QJsonObject{{u"changes"_s, QJsonArray{change(u"3"_s)}}}}}};
        QCOMPARE(
            allOf<InboundMessage>(readWebhook(QJsonDocument(root).toJson(QJsonDocument::Compact)))
                .size(),
            3);
    }

    void onePoisonedPartLeavesTheRest()
    {
        const QByteArray body =
            meta::messages({meta::text(kAyse, {}, 1790000000, u"no id"_s), QJsonObject{},
                            meta::text({}, u"wamid.nobody"_s, 1790000000, u"no sender"_s),
                            meta::text(kAyse, u"wamid.good"_s, 1790000000, u"here"_s)});
        const auto events = readWebhook(body);
        QCOMPARE(allOf<UnreadablePart>(events).size(), 3);
        QCOMPARE(allOf<InboundMessage>(events).size(), 1);
    }

    void bodiesThatAreNotBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("no entries") << QByteArray("{}");
        QTest::newRow("entries as object") << QByteArray(R"({"entry":{}})");
        QTest::newRow("cut off") << meta::says(kAyse, u"w"_s, 1, u"x"_s).chopped(3);
        QTest::newRow("not UTF-8") << QByteArray("{\"entry\":\"\xff\xfe\"}");
        QTest::newRow("nested 200,000 deep") << QByteArray("{\"entry\":") +
                                                    QByteArray(200'000, '[') +
                                                    QByteArray(200'000, ']') + '}';
    }
    void bodiesThatAreNotBodies()
    {
        QFETCH(QByteArray, body);
        const auto events = readWebhook(body);
        QCOMPARE(events.size(), 1);
        QVERIFY(std::holds_alternative<UnreadablePart>(events.first()));
        QCOMPARE(std::get<UnreadablePart>(events.first()).raw, body); // nothing is lost
    }

    void oddShapesAreNoEvents()
    {
        for (const QByteArray &body :
             {QByteArray(R"({"entry":[]})"), QByteArray(R"({"entry":[null,1,"x"]})"),
              QByteArray(R"({"entry":[{"changes":{}}]})")})
            QVERIFY(readWebhook(body).isEmpty());
        // Doubled keys: one reading, no crash, nothing invented.
        const auto events = readWebhook(
            R"({"entry":[],"entry":[{"changes":[{"field":"x","field":"y","value":{}}]}]})");
        QVERIFY(events.size() <= 1);
    }

    void aHundredThousandDamagedBodies()
    {
        const QByteArray whole =
            meta::messages({meta::text(kAyse, u"wamid.1"_s, 1790000000, u"Merhaba 🙂"_s),
                            meta::message(kAyse, u"wamid.2"_s, 1790000000, u"audio"_s,
                                          QJsonObject{{u"voice"_s, true}})},
                           {kAyse});
        QRandomGenerator random(42);
        for (int round = 0; round < 100'000; ++round) {
            QByteArray damaged = whole;
            for (int i = random.bounded(1, 4); i > 0; --i)
                damaged[random.bounded(int(damaged.size()))] = char(random.bounded(256));
            for (const InboundEvent &event : readWebhook(damaged)) {
                if (const auto *message = std::get_if<InboundMessage>(&event))
                    QVERIFY(!message->sender.isEmpty() && !message->wamid.isEmpty());
            }
        }
    }
};

DESTEK_TEST(WebhookReader)
#include "tst_webhook_reader.moc"
