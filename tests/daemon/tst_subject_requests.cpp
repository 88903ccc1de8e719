#include "core/crypto/keyed_hash.h"
#include "core/crypto/package_manifest.h"
#include "core/crypto/public_key.h"
#include "daemon/audit/audit_sealer.h"
#include "daemon/service/erasure_service.h"
#include "daemon/service/export_service.h"
#include "daemon/vault/vault_keepers.h"
#include "tests/daemon/desk.h"
#include "tests/kit/test_main.h"

#include <QTest>

#include <future>

using namespace destek;
using namespace destek::daemon;
using namespace destek::test;

namespace
{

const meta::Sender kAyse{u"905320000000"_s, u"TR.84771"_s, u"Ayşe"_s, {}};
const meta::Sender kMert{u"905321111111"_s, u"TR.22222"_s, u"Mert"_s, {}};

template <typename T>
Result<T, ApiError> told(const std::function<void(Told<T>)> &call)
{
    std::promise<Result<T, ApiError>> promise;
    call([&](Result<T, ApiError> result) { promise.set_value(std::move(result)); });
    return promise.get_future().get();
}

crypto::View view(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), size_t(bytes.size())};
}

/// A desk with what ends and exports people.
struct Office : Desk {
    std::unique_ptr<KeyKeeper> keys = std::make_unique<VaultKeyKeeper>(kit().vault());
    std::unique_ptr<DocumentSigner> signer =
        std::make_unique<VaultDocumentSigner>(*kit().vault().auditSigningKey());
    ErasureService erasure{kit().store(), *keys, *signer, clock(), kit().files()};
    ExportService exports{
        kit().store(), *signer, clock(), {u"Örnek <A.Ş.>"_s, u"kvkk@ornek.tr"_s}, kit().files()};

    ErasurePreview preview(ContactId id)
    {
        return *told<ErasurePreview>([&](auto tell) { erasure.preview(agent(), id, tell); });
    }
    Result<DestructionRecord, ApiError> erase(ContactId id)
    {
        return told<DestructionRecord>(
            [&](auto tell) { erasure.erase(agent(), id, u"başvuru 14"_s, tell); });
    }
    Result<ExportPackage, ApiError> exported(ContactId id, ExportService::Language language)
    {
        return told<ExportPackage>(
            [&](auto tell) { exports.exportPerson(agent(), id, language, u"başvuru 15"_s, tell); });
    }
};

QByteArray fileOf(const ExportPackage &package, const QString &path)
{
    for (const auto &file : package.files) {
        if (file.path == path)
            return file.bytes;
    }
    return {};
}

} // namespace

/// What a person may ask for: their data, and its end (KVKK 11; ).
class SubjectRequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anExportHoldsWhatTheStoreHolds_data()
    {
        QTest::addColumn<bool>("turkish");
        QTest::newRow("Turkish") << true;
        QTest::newRow("English") << false;
    }
    void anExportHoldsWhatTheStoreHolds()
    {
        QFETCH(bool, turkish);
        Office office;
        const QString hostile = u"<script>alert(1)</script> \"&\" \u202etxt.exe\u202c"_s;
        office.says(kAyse, u"wamid.1"_s, 0, hostile);
        office.says(kAyse, u"wamid.2"_s, 1, u"İkinci mesaj"_s);
        (void)office.sends(kAyse, u"Yanıt <b>"_s, u"wamid.O"_s);
        office.arrives(meta::statuses({meta::status(u"wamid.O"_s, u"sent"_s, Desk::kNow + 2),
                                       meta::status(u"wamid.O"_s, u"read"_s, Desk::kNow + 3)}));
        office.says(kAyse, u"wamid.3"_s, 4, u"DURDUR"_s);
        office.says(kMert, u"wamid.4"_s, 5, u"kaplumbağa sırrı"_s); // somebody else
        const ContactId id = office.who(kAyse);
        const auto package = office.exported(id, turkish ? ExportService::Language::Turkish
                                                         : ExportService::Language::English);
        QVERIFY(package.ok());

        const QJsonObject data = QJsonDocument::fromJson(fileOf(*package, u"data.json"_s)).object();
        int messages = 0;
        int statuses = 0;
        int attempts = 0;
        for (const QJsonValue &conversation : data.value(u"conversations"_s).toArray()) {
            for (const QJsonValue &message :
                 conversation.toObject().value(u"messages"_s).toArray()) {
                ++messages;
                statuses += int(message.toObject().value(u"statuses"_s).toArray().size());
                attempts += int(message.toObject().value(u"attempts"_s).toArray().size());
            }
        }
        const ErasurePreview counted = office.preview(id);
        QCOMPARE(messages, counted.messages);
        QCOMPARE(statuses, counted.statuses);
        QCOMPARE(attempts, counted.attempts);
        QCOMPARE(int(data.value(u"identities"_s).toArray().size()), counted.identities);
        QCOMPARE(data.value(u"consent"_s).toArray().size(), 1);
        QVERIFY(!data.value(u"accesses"_s).toArray().isEmpty()); // this export itself

        const QByteArray html = fileOf(*package, u"index.html"_s);
        QVERIFY(!html.contains("<script"));
        QVERIFY(html.contains("&lt;script&gt;"));
        QVERIFY(!html.contains("<b>") || !html.contains("Yanıt <b>"));
        QVERIFY2(!html.contains("\xe2\x80\xae"), "a bidi override could turn the page round");
        QVERIFY(!html.contains("<A.Ş.>"));
        QVERIFY(!html.contains("http://") && !html.contains("src=")); // nothing is loaded
        QVERIFY(html.contains(turkish ? "lang=\"tr\"" : "lang=\"en\""));
        for (const auto &file : package->files)
            QVERIFY2(!QString::fromUtf8(file.bytes).contains(u"kaplumbağa"_s),
                     "somebody else's words");
    }

    void anAlteredPackageIsNoticed()
    {
        Office office;
        office.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        const auto package = office.exported(office.who(kAyse), ExportService::Language::Turkish);
        const QByteArray manifest = fileOf(*package, u"manifest.txt"_s);
        const auto key =
            crypto::PublicKey::fromPem(fileOf(*package, u"signing-key.pem"_s).toStdString());
        QVERIFY(key.ok());
        QVERIFY(key->verify(view(manifest), view(fileOf(*package, u"manifest.sig"_s))).ok());
        QByteArray other = manifest;
        other[other.size() / 2] = other.at(other.size() / 2) ^ 1;
        QVERIFY(!key->verify(view(other), view(fileOf(*package, u"manifest.sig"_s))).ok());
        const auto rows = crypto::parseManifest(manifest.toStdString());
        QVERIFY(rows.ok());
        QCOMPARE(int(rows->size()), int(package->files.size()) - 3);
        for (const crypto::ManifestRow &row : *rows) {
            const QByteArray bytes = fileOf(*package, QString::fromStdString(row.path));
            QCOMPARE(std::uint64_t(bytes.size()), row.size);
            QVERIFY(crypto::sha256(view(bytes)) == row.hash);
        }
    }

    void filesAreInThePackage()
    {
        Office office;
        const auto arrives = [&](const QString &wamid, qint64 second) {
            office.arrives(meta::messages(
                {meta::message(kAyse, wamid, Office::kNow + second, u"document"_s,
                               QJsonObject{{u"id"_s, u"77"_s},
                                           {u"mime_type"_s, u"application/pdf"_s},
                                           {u"filename"_s, u"../<b>fatura</b>.exe"_s}})},
                {kAyse}));
        };
        arrives(u"wamid.1"_s, 0);
        arrives(u"wamid.2"_s, 1); // this one is still being fetched
        const QByteArray bytes = "%PDF-1.7\n" + QByteArray(2'000'000, 'z');
        const MessageId first = office.thread(kAyse).first().id;
        office.kit().write([&](Tx &tx) -> Stored<Done> {
            auto media = **std::as_const(tx).media().ofMessage(first);
            auto sink = office.kit().files().create({media.id, media.contact, media.at});
            if (!sink || !(*sink)->write(bytes))
                return failure(StoreError::Failed);
            media.file = *(*sink)->finish();
            media.state = MediaState::Here;
            return tx.media().update(media);
        });
        const auto package = office.exported(office.who(kAyse), ExportService::Language::English);
        QVERIFY(package.ok());
        QVERIFY(fileOf(*package, u"media/0001.pdf"_s) == bytes);
        QVERIFY(fileOf(*package, u"media/0002.pdf"_s).isEmpty());
        QVERIFY(fileOf(*package, u"manifest.txt"_s).contains("  2000009  media/0001.pdf\n"));
        const QByteArray page = fileOf(*package, u"index.html"_s);
        QVERIFY(page.contains("<a href=\"media/0001.pdf\">"));
        QVERIFY(!page.contains("<b>") && !page.contains("href=\".."));
        QVERIFY(page.contains("We do not hold the file of this message."));
        const QByteArray data = fileOf(*package, u"data.json"_s);
        QVERIFY(data.contains("\"path\": \"media/0001.pdf\""));
        QVERIFY(data.contains("\"state\": \"waiting\""));
    }

    void nobodyIsExportedThatIsNotThere()
    {
        Office office;
        const auto package = office.exported(ContactId(4711), ExportService::Language::Turkish);
        QVERIFY(!package && package.error().code == ApiErrorCode::NotFound);
        QVERIFY(office.audit(u"export.made"_s).isEmpty());
    }

    void anErasureDestroysWhatItCounted()
    {
        Office office;
        for (int i = 0; i < 5; ++i)
            office.says(kAyse, u"wamid.%1"_s.arg(i), i, u"zürafa %1"_s.arg(i));
        (void)office.sends(kAyse, u"Yanıt"_s, u"wamid.O"_s);
        (void)office.queue(office.text(kAyse, u"daha gitmedi"_s));
        office.says(kMert, u"wamid.M"_s, 9, u"Merhaba"_s);
        const ContactId id = office.who(kAyse);
        const ErasurePreview counted = office.preview(id);
        QCOMPARE(counted.messages, 7);
        QCOMPARE(counted.attempts, 1);
        QCOMPARE(counted.identities, 2);
        QCOMPARE(counted.pendingSends, 1);
        QVERIFY(counted.keys > 0 && counted.searchEntries > 0);
        QVERIFY(!counted.number.contains(kAyse.phone.mid(2, 6))); // masked

        office.at(100);
        const auto record = office.erase(id);
        QVERIFY(record.ok());
        QCOMPARE(record->messages, counted.messages);
        QCOMPARE(record->identities, counted.identities);
        QCOMPARE(record->searchEntries, counted.searchEntries);
        QCOMPARE(record->keys, counted.keys);
        QCOMPARE(record->method, u"key_destruction"_s);
        const auto key = crypto::PublicKey::fromPem(office.signer->publicKeyPem().toStdString());
        QVERIFY(key->verify(view(record->document), view(record->signature)).ok());
        const QString document = QString::fromUtf8(record->document);
        for (const QString &content : {kAyse.phone, kAyse.bsuid, kAyse.name, u"zürafa"_s})
            QVERIFY2(!document.contains(content), qPrintable(content));

        QVERIFY(office.claim().isEmpty()); // what waited is not sent
        QVERIFY(!office.find(IdentityKind::Phone, kAyse.phone));
        QVERIFY(!office.find(IdentityKind::Bsuid, kAyse.bsuid));
        QCOMPARE(office.keys->keysOf(id), 0);
        QCOMPARE(office.thread(kMert).size(), 1); // nobody else is touched
        QVERIFY(!office.erase(id).ok());          // once
        const auto records = office.kit().read<QList<DestructionRecord>>(
            [](const Tx &tx) { return tx.erasures().records(); });
        QCOMPARE(records.size(), 1);
        QCOMPARE(records.first().document, record->document);
    }

    void theLogForgetsThePersonAndStaysTrue()
    {
        Office office;
        auto signingKey = office.kit().vault().auditSigningKey();
        QVERIFY(bool(signingKey));
        AuditSealer sealer(office.kit().store(), office.clock(), std::move(*signingKey));
        QVERIFY(sealer.sealNow().ok());
        office.says(kAyse, u"wamid.1"_s, 0, u"DURDUR"_s);
        const ContactId id = office.who(kAyse);
        (void)office.preview(id);
        QVERIFY(sealer.sealNow().ok());
        QCOMPARE(office.audit(u"erasure.previewed"_s).first().contact, id);
        const qint64 before =
            office.kit().read<qint64>([](const Tx &tx) { return tx.audit().size(); });
        QVERIFY(office.erase(id).ok());
        for (const AuditLine &line : office.audit({})) {
            QVERIFY(!line.contact.isValid());
            QVERIFY(line.subjectName.isEmpty());
        }
        const qint64 after =
            office.kit().read<qint64>([](const Tx &tx) { return tx.audit().size(); });
        QVERIFY(after > before); // nothing was taken out
    }

    void anErasedPersonStaysErased()
    {
        Office office;
        const QByteArray first = meta::says(kAyse, u"wamid.1"_s, Desk::kNow, u"Merhaba"_s);
        const QByteArray late = meta::says(kAyse, u"wamid.2"_s, Desk::kNow + 5, u"Geç kalan"_s);
        office.arrives(first);
        office.at(60);
        QVERIFY(office.erase(office.who(kAyse)).ok());
        office.at(70);
        office.arrives(first); // delivered again: nobody comes back
        office.arrives(late);  // from before the erasure, never seen: neither
        office.arrives(meta::statuses({meta::status(u"wamid.O"_s, u"read"_s, Desk::kNow)}));
        office.arrives(meta::preference(kAyse, u"stop"_s, Desk::kNow));
        QVERIFY(!office.find(IdentityKind::Phone, kAyse.phone));
        office.kit().reopen();
        office.arrives(first);
        QVERIFY(!office.find(IdentityKind::Phone, kAyse.phone));
        // A new message is a new beginning.
        office.says(kAyse, u"wamid.3"_s, 65, u"Tekrar merhaba"_s);
        QCOMPARE(office.thread(kAyse).size(), 1);
        QCOMPARE(office.thread(kAyse).first().text, u"Tekrar merhaba"_s);
    }

    void aMessageInTheSecondOfTheErasureIsNotLost()
    {
        Office office;
        const QByteArray seen = meta::says(kAyse, u"wamid.1"_s, Desk::kNow + 60, u"Merhaba"_s);
        office.at(60);
        office.arrives(seen);
        office.clock().advance(std::chrono::milliseconds(400));
        QVERIFY(office.erase(office.who(kAyse)).ok());
        office.clock().advance(std::chrono::milliseconds(400));
        office.arrives(seen);
        QVERIFY(!office.find(IdentityKind::Phone, kAyse.phone));
        office.says(kAyse, u"wamid.2"_s, 60, u"Yeni bir soru"_s); // Meta's times are whole seconds
        QVERIFY(office.find(IdentityKind::Phone, kAyse.phone));
        QCOMPARE(office.thread(kAyse).size(), 1);
    }

    void whatWasUnderWayLeavesNothingBehind()
    {
        Office office;
        office.says(kAyse, u"wamid.1"_s, 0, u"Merhaba"_s);
        (void)office.queue(office.text(kAyse, u"Buyurun"_s));
        const auto requests = office.claim();
        QVERIFY(office.erase(office.who(kAyse)).ok());
        office.settle(requests.first(), Desk::accepted(u"wamid.O"_s));
        office.arrives(meta::statuses({meta::status(u"wamid.O"_s, u"delivered"_s, Desk::kNow + 9,
                                                    requests.first().id.toString())}));
        QVERIFY(!office.find(IdentityKind::Phone, kAyse.phone));
    }

    void bothRecordsOfAPersonWithoutANumber()
    {
        Office office;
        const meta::Sender hidden{{}, u"TR.777"_s, u"Deniz"_s, {}};
        office.says(hidden, u"wamid.1"_s, 0, u"Merhaba"_s);
        const auto package = office.exported(office.who(hidden), ExportService::Language::English);
        QVERIFY(package.ok());
        QVERIFY(fileOf(*package, u"data.json"_s).contains("TR.777"));
        QVERIFY(office.erase(office.who(hidden)).ok());
    }
};

DESTEK_TEST(SubjectRequests)
#include "tst_subject_requests.moc"
