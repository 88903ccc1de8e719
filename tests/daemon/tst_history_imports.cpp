#include "core/policy/meta_errors.h"
#include "daemon/service/channel_book.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender kAyse{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, {}};
constexpr qint64 kDay = 24 * 3600;

QJsonObject piece(int phase, int percent, const QJsonArray &messages = {})
{
    QJsonObject part{
        {u"metadata"_s,
         QJsonObject{{u"phase"_s, phase}, {u"chunk_order"_s, 1}, {u"progress"_s, percent}}}};
    if (!messages.isEmpty())
        part.insert(u"threads"_s, QJsonArray{QJsonObject{{u"id"_s, kAyse.phone},
                                                         {u"user_id"_s, kAyse.bsuid},
                                                         {u"messages"_s, messages}}});
    return part;
}

QByteArray history(const QJsonObject &part)
{
    QJsonObject value = meta::value();
    value.insert(u"history"_s, QJsonArray{part});
    return meta::body(u"history"_s, value);
}

QByteArray declined()
{
    return history({{u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, 2593109},
                                                         {u"title"_s, u"not shared"_s}}}}});
}

std::optional<HistoryImport> shown(Desk &desk)
{
    const auto view = desk.kit().read<ChannelView>(
        [&](const Tx &tx) { return ChannelBook::view(tx, desk.clock().now()); });
    return view.numbers.isEmpty() ? std::nullopt : view.numbers.first().history;
}

int lines(Desk &desk)
{
    int count = 0;
    for (const MessageRecord &message : desk.thread(kAyse))
        count += message.event == EventKind::HistoryImported ? 1 : 0;
    return count;
}

} // namespace

/// A number that is used on a phone too brings its past along (facts/whatsapp.md 7, coexistence).
class HistoryImports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void progressIsKeptPerNumberAndNeverFalls()
    {
        Desk desk;
        desk.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        QVERIFY(!shown(desk)); // an ordinary number has none
        desk.arrives(history(piece(1, 55)));
        desk.arrives(history(piece(0, 20))); // pieces have no order
        QCOMPARE(shown(desk)->percent, 55);
        QCOMPARE(shown(desk)->code, 0);
        desk.at(60);
        desk.arrives(history(piece(2, 100)));
        desk.kit().reopen();
        QCOMPARE(shown(desk)->percent, 100);
        QCOMPARE(shown(desk)->at, desk.clock().now());
    }

    void aRefusedImportSaysSo()
    {
        Desk desk;
        desk.arrives(declined()); // the first that is ever heard of this number
        QCOMPARE(shown(desk)->code, 2593109);
        desk.arrives(history(piece(0, 30))); // asked again, allowed now
        QCOMPARE(shown(desk)->code, 0);
        QCOMPARE(shown(desk)->percent, 30);
    }

    void importedMessagesAskNothingAndLeaveOneLine()
    {
        Desk desk;
        const auto old = [&](const QString &wamid, qint64 second, const QString &words) {
            QJsonObject json =
                meta::text({kAyse.phone, {}, {}, {}}, wamid, Desk::kNow + second, words);
            json.insert(u"history_context"_s, QJsonObject{{u"status"_s, u"READ"_s}});
            return json;
        };
        desk.arrives(history(piece(0, 50, {old(u"wamid.h2"_s, -60, u"Kargom nerede?"_s)})));
        desk.arrives(history(
            piece(1, 100,
                  {old(u"wamid.h1"_s, -kDay, u"DURDUR"_s), old(u"wamid.h3"_s, -30, u"iptal"_s)})));
        const ConversationRecord row = desk.conversation(kAyse);
        QCOMPARE(row.waiting, 0);
        QCOMPARE(row.lastInboundAt, std::optional<Instant>());
        QCOMPARE(row.lastQuestionAt, std::optional<Instant>());
        QVERIFY(!row.optOutQuestion);
        QVERIFY(desk.allowance(kAyse).freeText.has_value()); // no window
        QVERIFY(desk.claim().isEmpty());
        QCOMPARE(desk.person(kAyse).standing, Standing::OptedOut); // what was said was said
        QCOMPARE(lines(desk), 1);
        for (const MessageRecord &message : desk.thread(kAyse))
            QVERIFY(message.at <= row.lastAt); // nobody is kept longer for a line
        desk.arrives(history(piece(0, 50, {old(u"wamid.h2"_s, -60, u"Kargom nerede?"_s)})));
        QCOMPARE(lines(desk), 1);
        // Correcting what was imported asks no more than it did.
        desk.arrives(meta::messages(
            {meta::message(
                kAyse, u"wamid.e"_s, Desk::kNow, u"edit"_s,
                QJsonObject{{u"original_message_id"_s, u"wamid.h2"_s},
                            {u"message"_s,
                             QJsonObject{{u"type"_s, u"text"_s},
                                         {u"text"_s, QJsonObject{{u"body"_s, u"Nerede?"_s}}}}}})},
            {kAyse}));
        QCOMPARE(desk.conversation(kAyse).waiting, 0);
        desk.says(kAyse, u"wamid.new"_s, 10, u"Merhaba"_s); // this does
        QCOMPARE(desk.conversation(kAyse).waiting, 1);
    }

    /// Nothing of ours that WhatsApp could not deliver on the phone is sent from here.
    void whatFailedOnThePhoneIsShownAndNeverSentAgain()
    {
        Desk desk;
        const auto ours = [](const QString &wamid, const QString &word) {
            return QJsonObject{{u"from"_s, u"908500000000"_s},
                               {u"to"_s, kAyse.phone},
                               {u"to_user_id"_s, kAyse.bsuid},
                               {u"id"_s, wamid},
                               {u"timestamp"_s, QString::number(Desk::kNow - kDay)},
                               {u"type"_s, u"text"_s},
                               {u"text"_s, QJsonObject{{u"body"_s, u"Yoldayız"_s}}},
                               {u"history_context"_s, QJsonObject{{u"status"_s, word}}}};
        };
        desk.arrives(history(
            piece(0, 100, {ours(u"wamid.e"_s, u"ERROR"_s), ours(u"wamid.p"_s, u"PENDING"_s)})));
        desk.says(kAyse, u"wamid.new"_s, 10, u"Merhaba"_s); // a window, so policy allows it
        QHash<QString, MessageRecord> found;
        for (const MessageRecord &message : desk.thread(kAyse))
            found.insert(message.wamid, message);
        const MessageRecord error = found.value(u"wamid.e"_s);
        QCOMPARE(error.state, SendState::Failed);
        QCOMPARE(error.errorCode, kNoMetaCode);
        QCOMPARE(found.value(u"wamid.p"_s).state, SendState::Accepted);
        for (const bool resend : {true, false}) {
            std::optional<SendRefusal> refusal;
            desk.kit().write([&](Tx &tx) -> Stored<Done> {
                const auto decided =
                    SendService(tx, desk.clock()).decide(Desk::agent(), error.id, resend);
                if (!decided)
                    return failure(decided.error());
                refusal = *decided;
                return done();
            });
            QCOMPARE(refusal, std::optional(SendRefusal::NotPermitted));
        }
        // Whatever is said of it later.
        for (const int code : {130429, 131042})
            desk.arrives(meta::statuses(
                {meta::status(u"wamid.p"_s, u"failed"_s, Desk::kNow + 1, {}, code)}));
        QCOMPARE(desk.message(found.value(u"wamid.p"_s).id).state, SendState::Failed);
        desk.clock().advance(std::chrono::hours(1));
        QVERIFY(desk.claim().isEmpty());
        QVERIFY(!desk.kit()
                     .read<ChannelView>(
                         [&](const Tx &tx) { return ChannelBook::view(tx, desk.clock().now()); })
                     .sendingStopped);
    }

    /// Only the placeholder says how far a message of ours had come (facts/whatsapp.md 7); the
    /// webhook of its file may overtake it.
    void aFileThatOvertakesItsPlaceholderKeepsItsTicks_data()
    {
        QTest::addColumn<bool>("fileFirst");
        QTest::newRow("in order") << false;
        QTest::newRow("overtaken") << true;
    }
    void aFileThatOvertakesItsPlaceholderKeepsItsTicks()
    {
        QFETCH(bool, fileFirst);
        Desk desk;
        const auto ours = [](const QJsonObject &content) {
            QJsonObject json{{u"from"_s, u"908500000000"_s},
                             {u"to"_s, kAyse.phone},
                             {u"to_user_id"_s, kAyse.bsuid},
                             {u"id"_s, u"wamid.file"_s},
                             {u"timestamp"_s, QString::number(Desk::kNow - kDay)}};
            for (auto it = content.begin(); it != content.end(); ++it)
                json.insert(it.key(), it.value());
            return json;
        };
        const QByteArray placeholder = history(
            piece(0, 100,
                  {ours({{u"type"_s, u"media_placeholder"_s},
                         {u"history_context"_s, QJsonObject{{u"status"_s, u"DELIVERED"_s}}}})}));
        QJsonObject value = meta::value();
        value.insert(u"messages"_s,
                     QJsonArray{ours({{u"type"_s, u"image"_s},
                                      {u"image"_s, QJsonObject{{u"id"_s, u"7001"_s},
                                                               {u"mime_type"_s, u"image/jpeg"_s},
                                                               {u"sha256"_s, u"c2hh"_s}}}})});
        const QByteArray file = meta::body(u"history"_s, value);
        desk.arrives(fileFirst ? file : placeholder);
        desk.arrives(fileFirst ? placeholder : file);
        int found = 0;
        for (const MessageRecord &message : desk.thread(kAyse)) {
            if (message.wamid != "wamid.file"_L1)
                continue;
            ++found;
            QCOMPARE(message.kind, MessageKind::Image);
            QCOMPARE(message.state, SendState::Delivered);
        }
        QCOMPARE(found, 1);
    }
};

DESTEK_TEST(HistoryImports)
#include "tst_history_imports.moc"
