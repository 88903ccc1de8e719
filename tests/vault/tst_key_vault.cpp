#include "core/crypto/aead.h"
#include "core/crypto/wrap.h"
#include "daemon/vault/vault_keepers.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;

namespace
{

const ContactId kAyse(7);
const ContactId kMehmet(8);
const SealPlace kPlace{"message", "a1", "text"};

Secret masterKey(char fill = 'm')
{
    return Secret(QByteArray(32, fill));
}

QByteArray wrapped(const Secret &master, const Secret &key)
{
    const auto view = [](const QByteArray &bytes) {
        return crypto::view({bytes.constData(), std::size_t(bytes.size())});
    };
    const auto bytes = crypto::wrapKey(view(master.reveal()), view(key.reveal()));
    return {reinterpret_cast<const char *>(bytes->data()), qsizetype(bytes->size())};
}

/// Everything on disk whose name begins like this file's.
QByteArray bytesOnDisk(const QString &path)
{
    const QFileInfo info(path);
    QByteArray all;
    for (const QFileInfo &entry : info.dir().entryInfoList({info.fileName() + u'*'})) {
        QFile file(entry.filePath());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

class KeyVault : public QObject
{
    Q_OBJECT
private:
    using TheVault = Vault;

    [[nodiscard]] std::unique_ptr<TheVault> open(const Secret &key = masterKey()) const
    {
        auto vault = TheVault::open(path(), key);
        return vault ? std::move(*vault) : nullptr;
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"keys.db"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::ManualClock m_clock;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void opensWhatItSealedAlsoAfterARestart()
    {
        const KeySlot slot = KeySlot::month(kAyse, m_clock.now());
        QCOMPARE(slot.name, u"2026-11"_s);
        QByteArray sealed;
        {
            const auto vault = open();
            QVERIFY(vault);
            sealed = vault->seal(slot, kPlace, "kargom nerede").valueOr({});
            QVERIFY(!sealed.isEmpty() && !sealed.contains("kargom"));
            QVERIFY(vault->flushNewKeys());
        }
        const auto vault = open();
        QVERIFY(vault);
        QCOMPARE(vault->open(slot, kPlace, sealed).valueOr({}), QByteArray("kargom nerede"));
    }

    void forgetsKeysThatWereNotFlushed()
    {
        const KeySlot slot = KeySlot::profile(kAyse);
        {
            const auto vault = open();
            QVERIFY(vault->keyFor(slot));
        }
        const auto vault = open();
        const auto key = vault->existing(slot);
        QVERIFY(key && !key->has_value());
    }

    void refusesABoxInAnotherPlace()
    {
        const auto vault = open();
        const KeySlot slot = KeySlot::profile(kAyse);
        const QByteArray sealed = vault->seal(slot, kPlace, "a").valueOr({});
        for (const SealPlace &other :
             {SealPlace{"messages", "a1", "text"}, SealPlace{"message", "a2", "text"},
              SealPlace{"message", "a1", "wamid"}, SealPlace{"message", "a1t", "ext"}}) {
            const auto opened = vault->open(slot, other, sealed);
            QVERIFY(!opened);
            QCOMPARE(opened.error(), VaultError::NotAuthentic);
        }
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = char(changed[i] ^ 1);
            QVERIFY(!vault->open(slot, kPlace, changed));
        }
    }

    void refusesAnotherMasterKey()
    {
        QVERIFY(open());
        const auto other = TheVault::open(path(), masterKey('x'));
        QVERIFY(!other);
        QCOMPARE(other.error(), VaultOpenError::WrongMasterKey);
        QVERIFY(!TheVault::open(path(), Secret("short")));
    }

    // after this no copy of the data can be opened, and the key bytes are gone.
    void destroysAPersonForGood()
    {
        const KeySlot november = KeySlot::month(kAyse, m_clock.now());
        const KeySlot profile = KeySlot::profile(kAyse);
        const KeySlot other = KeySlot::profile(kMehmet);
        const auto vault = open();
        const QByteArray sealed = vault->seal(november, kPlace, "a").valueOr({});
        const QByteArray theirs = wrapped(masterKey(), *vault->keyFor(profile));
        const QByteArray kept = wrapped(masterKey(), *vault->keyFor(other));
        QVERIFY(vault->flushNewKeys());
        QVERIFY(bytesOnDisk(path()).contains(theirs));
        QCOMPARE(vault->keysOf(kAyse).valueOr(-1), 2);

        VaultKeyKeeper keeper(*vault);
        QCOMPARE(keeper.destroyContact(kAyse).valueOr(-1), 2);
        QCOMPARE(keeper.destroyContact(kAyse).valueOr(-1), 2); // asked again after a crash
        QCOMPARE(keeper.keysOf(kAyse), 0);
        QVERIFY(!bytesOnDisk(path()).contains(theirs));
        QVERIFY(bytesOnDisk(path()).contains(kept));
        QCOMPARE(vault->open(november, kPlace, sealed).error(), VaultError::Destroyed);
        QCOMPARE(vault->keyFor(profile).error(), VaultError::Destroyed);
        QVERIFY(vault->keyFor(other));
    }

    void destroysKeysThatWereNeverFlushed()
    {
        const auto vault = open();
        QVERIFY(vault->keyFor(KeySlot::profile(kAyse)));
        QCOMPARE(vault->keysOf(kAyse).valueOr(-1), 1);
        QVERIFY(vault->destroyContact(kAyse));
        QVERIFY(vault->flushNewKeys());
        QCOMPARE(vault->keysOf(kAyse).valueOr(-1), 0);
        QCOMPARE(vault->highestContact()->value, kAyse.value);
    }

    // a month that has had its time ends for everybody; the profile and later months stay.
    void destroysMonthsOfEverybody()
    {
        const auto vault = open();
        const auto at = [](const char *day) {
            return Instant::fromMs(
                QDateTime::fromString(QString::fromLatin1(day), Qt::ISODate).toMSecsSinceEpoch());
        };
        for (const ContactId contact : {kAyse, kMehmet}) {
            for (const char *day : {"2024-10-31T23:59:59Z", "2024-11-01T00:00:00Z"})
                QVERIFY(vault->keyFor(KeySlot::month(contact, at(day))));
            QVERIFY(vault->keyFor(KeySlot::profile(contact)));
        }
        QVERIFY(vault->keyFor(KeySlot::intakeDay(at("2024-10-01T00:00:00Z"))));
        QVERIFY(vault->flushNewKeys());
        QCOMPARE(vault->destroyMonthsBefore(u"2024-11"_s).valueOr(-1), 2);
        QCOMPARE(vault->keysOf(kAyse).valueOr(-1), 2);
        const auto gone = vault->existing(KeySlot::month(kAyse, at("2024-10-01T00:00:00Z")));
        QVERIFY(gone && !gone->has_value());
        QCOMPARE(vault->destroyIntakeBefore(at("2024-10-02T10:00:00Z")).valueOr(-1), 1);
    }

    void givesEachPersonAReferenceThatDiesWithThem()
    {
        const auto vault = open();
        const QByteArray ayse = vault->subjectRef(kAyse).valueOr({});
        QCOMPARE(ayse.size(), 64);
        QCOMPARE(vault->subjectRef(kAyse).valueOr({}), ayse);
        QVERIFY(vault->subjectRef(kMehmet).valueOr({}) != ayse);
        QVERIFY(vault->destroyContact(kAyse));
        QVERIFY(!vault->subjectRef(kAyse));
    }

    void hashesDifferByPurpose()
    {
        const auto vault = open();
        const QByteArray phone("identity|phone|905321234567");
        const QSet<QByteArray> hashes{vault->lookupHash(phone), vault->tombHash(phone),
                                      vault->suppressionHash(phone)};
        QCOMPARE(hashes.size(), 3);
        QCOMPARE(vault->lookupHash(phone).size(), 32);
        QVERIFY(vault->searchToken("a") != vault->searchToken("b"));
    }

    void sealsItsOwnSecrets()
    {
        const auto vault = open();
        const SealPlace place{"staff", "1", "totp"};
        const QByteArray sealed = vault->sealOwn(place, Secret("seed")).valueOr({});
        const auto opened = vault->openOwn(place, sealed);
        QVERIFY(opened);
        QCOMPARE(opened->reveal(), QByteArray("seed"));
        QVERIFY(!vault->openOwn({"staff", "2", "totp"}, sealed));
    }

    void keepsTheSigningKey()
    {
        QByteArray pem;
        {
            const auto vault = open();
            auto key = vault->auditSigningKey();
            QVERIFY(key);
            pem = VaultDocumentSigner(std::move(*key)).publicKeyPem();
        }
        const auto vault = open();
        auto key = vault->auditSigningKey();
        QVERIFY(key);
        const VaultDocumentSigner signer(std::move(*key));
        QCOMPARE(signer.publicKeyPem(), pem);
        QCOMPARE(signer.sign("record").valueOr({}).size(), 64);
        QCOMPARE(signer.fingerprint().size(), 64);
    }

    // Two threads that ask for a slot at once must seal under the same key.
    void makesOneKeyForManyThreads()
    {
        const auto vault = open();
        std::array<QByteArray, 4> keys;
        for (int round = 1; round <= 50; ++round) {
            const KeySlot slot = KeySlot::profile(ContactId(round));
            std::vector<std::thread> threads;
            for (QByteArray &key : keys) {
                threads.emplace_back([&, slot] {
                    const auto made = vault->keyFor(slot);
                    if (made)
                        key = made->reveal();
                    (void)vault->flushNewKeys();
                });
            }
            for (std::thread &thread : threads)
                thread.join();
            for (const QByteArray &key : keys)
                QVERIFY(!key.isEmpty() && key == keys.front());
        }
    }
};

DESTEK_TEST(KeyVault)
#include "tst_key_vault.moc"
