#include "tests/kit/test_main.h"
#include "tests/store/store_kit.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;
using destek::test::StoreKit;

namespace
{

/// The spellings in which a value could lie in a file.
QList<QByteArray> spellings(const QString &value)
{
    const auto utf16 = [&](bool swap) {
        QByteArray bytes;
        for (const QChar unit : value) {
            const char low = char(unit.unicode() & 0xff);
            const char high = char(unit.unicode() >> 8);
            bytes += swap ? high : low;
            bytes += swap ? low : high;
        }
        return bytes;
    };
    return {value.toUtf8(), utf16(false), utf16(true), value.toUtf8().toHex(),
            value.toUtf8().toBase64()};
}

QStringList leftIn(const QByteArray &bytes, const QStringList &canaries)
{
    QStringList found;
    for (const QString &canary : canaries) {
        const auto forms = spellings(canary);
        for (const QByteArray &form : forms) {
            if (bytes.contains(form))
                found << canary;
        }
    }
    return found;
}

} // namespace

class Residue : public QObject
{
    Q_OBJECT
private:
    /// Values without common beginnings: shared ones could hide in an index.
    struct Canaries {
        StoreKit::Person person;
        QStringList all;
    };
    static Canaries fill(StoreKit &kit, const QString &tag)
    {
        Canaries canaries;
        canaries.person = kit.addPerson(tag);
        const QString text = u"zürafa"_s + tag + u" kaplumbağa"_s;
        const auto message = kit.addMessage(canaries.person, text);
        canaries.all = {tag, text, u"kaplumba"_s, message.wamid, canaries.person.name};
        for (const Identity &identity : canaries.person.identities)
            canaries.all << identity.value;
        kit.write([&](Tx &tx) -> Stored<Done> {
            ConsentEvent event;
            event.at = kit.clock().now();
            event.standing = Standing::OptedOut;
            event.word = u"durdur"_s + tag;
            (void)tx.contacts().addConsent(canaries.person.contact, event);
            const QByteArray body = "{\"from\":\"" + tag.toUtf8() + "\"}";
            (void)tx.intake().append(body, kit.clock().now());
            (void)tx.intake().deadLetter(body, u"unreadable"_s, kit.clock().now());
            (void)tx.intake().firstSeen(tag.toUtf8(), kit.clock().now());
            (void)tx.messages().parkStatus(test::kNumber, u"wamid.parked"_s + tag,
                                           {SendState::Sent, kit.clock().now(), 0, {}});
            AuditDraft draft;
            draft.contact = canaries.person.contact;
            const auto seq = tx.audit().append(draft);
            return seq ? Stored<Done>(done()) : failure(seq.error());
        });
        return canaries;
    }

private Q_SLOTS:
    // No phone, name, text, wamid or BSUID in clear in any file, while everybody is still there.
    void nothingIsWrittenInClear()
    {
        StoreKit kit;
        const auto canaries = fill(kit, u"7310559"_s);
        const QStringList live = leftIn(kit.allBytes(), canaries.all);
        QVERIFY2(live.isEmpty(), qPrintable(live.join(u' ')));
        kit.close();
        const QStringList closed = leftIn(kit.allBytes(), canaries.all);
        QVERIFY2(closed.isEmpty(), qPrintable(closed.join(u' ')));
    }

    // after an erasure even the sealed bytes, hashes and keys are gone from every file.
    void erasureLeavesNoBytes()
    {
        StoreKit kit;
        const auto canaries = fill(kit, u"7310559"_s);
        const auto kept = fill(kit, u"8842017"_s);
        const QString ours = u" WHERE contact_id = %1"_s.arg(canaries.person.contact.value);
        QList<QByteArray> traces;
        for (const QString &query :
             {u"SELECT text_sealed FROM message"_s, u"SELECT wamid_sealed FROM message"_s,
              u"SELECT wamid_hash FROM message"_s, u"SELECT raw_sealed FROM message"_s,
              u"SELECT variables_sealed FROM message"_s, u"SELECT id FROM message"_s,
              u"SELECT value_sealed FROM contact_identity"_s,
              u"SELECT value_hash FROM contact_identity"_s,
              u"SELECT word_sealed FROM consent_event"_s}) {
            traces << kit.peek(query + ours).toByteArray();
            QVERIFY(traces.last().size() >= 16);
        }
        QVERIFY(kit.store().truncateWal());
        for (const QByteArray &trace : traces)
            QVERIFY(kit.allBytes().contains(trace));

        kit.erase(canaries.person);
        QVERIFY(kit.store().truncateWal());
        const QByteArray bytes = kit.allBytes();
        for (qsizetype i = 0; i < traces.size(); ++i)
            QVERIFY2(!bytes.contains(traces.at(i)), qPrintable(QString::number(i)));
        QVERIFY(leftIn(bytes, canaries.all + kept.all).isEmpty());
        const auto text = kit.read<QList<MessageId>>(
            [](const Tx &tx) { return tx.search().find({u"kaplumbaga"_s}, 10); });
        QCOMPARE(text.size(), 1);
    }

    // The log empties itself after an erasure, without anybody asking.
    void theLogIsEmptiedByItself()
    {
        StoreKit kit;
        const auto canaries = fill(kit, u"7310559"_s);
        const QByteArray sealed = kit.peek(u"SELECT text_sealed FROM message"_s).toByteArray();
        kit.erase(canaries.person);
        QTRY_VERIFY(!kit.allBytes().contains(sealed));
    }

    // A copy of the data taken before the erasure opens no longer: the keys are gone.
    void anOldCopyCannotBeOpened()
    {
        StoreKit kit;
        const auto canaries = fill(kit, u"7310559"_s);
        const QString copy = kit.dataFolder() + u"/copy.db"_s;
        QVERIFY(kit.store().copyTo(copy));
        kit.erase(canaries.person);
        const auto next = kit.addPerson(u"5550001"_s);
        kit.close();
        for (const char *name : {"/destek.db", "/destek.db-wal", "/destek.db-shm"})
            QFile::remove(kit.dataFolder() + QString::fromLatin1(name));
        QVERIFY(QFile::rename(copy, kit.dataFolder() + u"/destek.db"_s));
        kit.reopen();
        kit.store().readAndWait([&](const Tx &tx) {
            QCOMPARE(tx.contacts().record(canaries.person.contact).error(), StoreError::Sealed);
            const auto thread =
                tx.messages().before(canaries.person.conversation, std::nullopt, 10);
            QVERIFY(thread && thread->isEmpty());
        });
        // And nobody gets the number of somebody who was known after the copy was made.
        QVERIFY(kit.addPerson(u"5550002"_s).contact > next.contact);
    }

    void housekeepingEndsOldIntakeKeys()
    {
        StoreKit kit;
        kit.write([&](Tx &tx) -> Stored<Done> {
            const auto row = tx.intake().append("old", kit.clock().now());
            if (!row)
                return failure(row.error());
            (void)tx.intake().firstSeen("key", kit.clock().now());
            return tx.intake().applied(*row);
        });
        const KeySlot slot = KeySlot::intakeDay(kit.clock().now());
        kit.clock().advance(std::chrono::hours(24 * 31));
        QVERIFY(kit.store().housekeep());
        const auto key = kit.vault().existing(slot);
        QVERIFY(key && !key->has_value());
        QCOMPARE(kit.peek(u"SELECT count(*) FROM seen_event"_s).toInt(), 0);
    }
};

DESTEK_TEST(Residue)
#include "tst_residue.moc"
