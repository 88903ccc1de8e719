#include "daemon/service/retention_service.h"
#include "tests/daemon/office.h"
#include "tests/kit/test_main.h"

#include <QTest>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender kAyse{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, {}};
const meta::Sender kByNumber{kAyse.phone, {}, kAyse.name, {}};
const meta::Sender kByBsuid{{}, kAyse.bsuid, kAyse.name, {}};
constexpr qint64 kLater = 300 * 24 * 3600; ///< between what she wrote as the one and the other

/// Two records that turned out to be one person, with words and a file under the keys of each.
struct Joined : Office {
    Joined()
    {
        says(kByNumber, u"wamid.1"_s, 0, u"zürafa"_s);
        arrives(meta::messages(
            {meta::message(kByNumber, u"wamid.2"_s, kNow + 1, u"image"_s,
                           QJsonObject{{u"id"_s, u"77"_s}, {u"mime_type"_s, u"image/png"_s}})},
            {kByNumber}));
        at(kLater);
        says(kByBsuid, u"wamid.3"_s, kLater, u"kaplumbağa"_s);
        first = who(kByNumber);
        second = who(kByBsuid);
        if (first == second)
            qFatal("not two records to begin with");
        says(kAyse, u"wamid.4"_s, kLater + 1, u"iki adım var"_s); // both names, signed
        if (who(kByNumber) != who(kByBsuid))
            qFatal("not joined");
    }
    [[nodiscard]] int rows(const QString &table)
    {
        return kit().peek(u"SELECT count(*) FROM "_s + table).toInt();
    }
    ContactId first;
    ContactId second;
};

} // namespace

/// One person under two records: whatever is done for the person is done for both
/// (docs/ARCHITECTURE.md, "Who is who"; ).
class JoinedPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anExportHoldsTheMessagesOfBoth()
    {
        Joined office;
        const ErasurePreview counted = office.preview(office.who(kAyse));
        QCOMPARE(counted.messages, 4);
        const auto package = office.exported(office.who(kAyse), ExportService::Language::Turkish);
        QVERIFY(package.ok());
        const QByteArray data = fileOf(*package, u"data.json"_s);
        for (const QString &words : {u"zürafa"_s, u"kaplumbağa"_s, u"iki adım var"_s})
            QVERIFY2(data.contains(words.toUtf8()), qPrintable(words));
        QVERIFY(data.contains(kAyse.phone.toUtf8()) && data.contains(kAyse.bsuid.toUtf8()));
        const QJsonArray talks =
            QJsonDocument::fromJson(data).object().value(u"conversations"_s).toArray();
        QCOMPARE(talks.size(), 1);
        QCOMPARE(talks.first().toObject().value(u"messages"_s).toArray().size(), 4);
    }

    void anErasureDestroysTheKeysOfBoth()
    {
        Joined office;
        QVERIFY(office.keys->keysOf(office.first) > 0);
        QVERIFY(office.keys->keysOf(office.second) > 0);
        QCOMPARE(office.rows(u"contact"_s), 2); // the person and the shell
        const ErasurePreview counted = office.preview(office.who(kAyse));
        const auto record = office.erase(office.who(kAyse));
        QVERIFY(record.ok());
        QVERIFY(record->keys >= counted.keys);
        QCOMPARE(record->messages, 4);
        QCOMPARE(office.keys->keysOf(office.first), 0);
        QCOMPARE(office.keys->keysOf(office.second), 0);
        for (const QString &table : {u"contact"_s, u"conversation"_s, u"message"_s, u"media"_s,
                                     u"contact_identity"_s, u"search_token"_s, u"person_token"_s})
            QVERIFY2(office.rows(table) == 0, qPrintable(table));
        for (const meta::Sender &sender : {kByNumber, kByBsuid})
            QVERIFY(!office.find(sender.phone.isEmpty() ? IdentityKind::Bsuid : IdentityKind::Phone,
                                 sender.phone.isEmpty() ? sender.bsuid : sender.phone));
        office.says(kAyse, u"wamid.1"_s, 0, u"zürafa"_s); // delivered again: nobody comes back
        QVERIFY(!office.find(IdentityKind::Phone, kAyse.phone));
    }

    void eachRecordGoesWithItsLastMessage()
    {
        Joined office;
        RetentionService retention(office.kit().store(), *office.keys, office.clock(),
                                   office.kit().files());
        const auto runAt = [&](qint64 second) {
            office.at(second);
            retention.runIfDue();
            const auto lastRun = [&] {
                return office.kit().read<qint64>(
                    [](const Tx &tx) { return tx.facts().number(u"retention.lastRunAt", 0); });
            };
            QTRY_COMPARE(lastRun(), office.clock().now().ms);
        };
        const qint64 twoYears = 731 * 24 * 3600;
        runAt(twoYears + 3600);
        QCOMPARE(office.thread(kAyse).size(), 2); // what is younger stays, and can be read
        QCOMPARE(office.thread(kAyse).first().text, u"kaplumbağa"_s);
        const bool firstIsShell = office.who(kAyse) == office.second;
        if (firstIsShell)
            QCOMPARE(office.keys->keysOf(office.first), 0);
        runAt(twoYears + kLater + 3600);
        QVERIFY(!office.find(IdentityKind::Phone, kAyse.phone));
        QCOMPARE(office.keys->keysOf(office.first), 0);
        QCOMPARE(office.keys->keysOf(office.second), 0);
        QCOMPARE(office.rows(u"contact"_s), 0);
        QCOMPARE(office.rows(u"message"_s), 0);
    }
};

DESTEK_TEST(JoinedPeople)
#include "tst_joined_people.moc"
