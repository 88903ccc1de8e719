#include "daemon/service/export_service.h"

#include "core/crypto/keyed_hash.h"
#include "core/crypto/package_manifest.h"
#include "daemon/service/export_data.h"
#include "daemon/service/export_media.h"
#include "daemon/service/store_errors.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

crypto::ManifestRow manifestRow(const ExportPackage::File &file)
{
    crypto::ManifestRow row;
    row.path = file.path.toStdString();
    row.size = std::uint64_t(file.bytes.size());
    row.hash = crypto::sha256({reinterpret_cast<const std::uint8_t *>(file.bytes.constData()),
                               size_t(file.bytes.size())});
    return row;
}

} // namespace

ExportService::ExportService(Database &database, const DocumentSigner &signer, const Clock &clock,
                             Organisation organisation, MediaFiles &files)
    : m_database(database), m_signer(signer), m_clock(clock),
      m_organisation(std::move(organisation)), m_files(files)
{
}

void ExportService::exportPerson(const Actor &actor, ContactId contact, Language language,
                                 const QString &reason, Told<ExportPackage> told)
{
    m_database.write(
        Urgency::Now,
        [=, this](Tx &tx) -> Stored<Done> {
            if (const auto person = std::as_const(tx).contacts().record(contact); !person)
                return failure(person.error());
            AuditDraft draft;
            draft.at = m_clock.now();
            draft.actor = actor;
            draft.action = AuditAction::ExportMade;
            draft.contact = contact;
            draft.reason = reason;
            if (auto audited = tx.audit().append(draft); !audited)
                return failure(audited.error());
            return done();
        },
        [=, this](Stored<Done> audited) {
            if (!audited)
                return told(failure(apiError(audited.error())));
            m_database.read([=, this](const Tx &tx) {
                auto package = build(tx, contact, language);
                told(package ? Result<ExportPackage, ApiError>(std::move(*package))
                             : failure(apiError(package.error())));
            });
        });
}

Stored<ExportPackage> ExportService::build(const Tx &tx, ContactId contact, Language language) const
{
    auto data = readSubject(tx, contact);
    if (!data)
        return failure(data.error());
    data->madeAt = m_clock.now();
    data->organisation = m_organisation.name;
    data->organisationContact = m_organisation.contact;

    ExportPackage package;
    package.folderName = u"destek-export-%1-%2"_s.arg(contact.value)
                             .arg(data->madeAt.toUtc().toString(u"yyyyMMdd-HHmmss"_s));
    QList<ExportPackage::File> media;
    addMediaFiles(*data, m_files, media);
    package.files << ExportPackage::File{u"index.html"_s, language == Language::Turkish
                                                              ? subjectHtmlTurkish(*data)
                                                              : subjectHtmlEnglish(*data)};
    package.files << ExportPackage::File{
        u"data.json"_s, QJsonDocument(subjectJson(*data)).toJson(QJsonDocument::Indented)};

    package.files += media;

    std::vector<crypto::ManifestRow> rows;
    for (const ExportPackage::File &file : std::as_const(package.files))
        rows.push_back(manifestRow(file));
    const auto manifest = crypto::buildManifest(std::move(rows));
    if (!manifest)
        return failure(StoreError::Failed);
    const QByteArray text = QByteArray::fromStdString(*manifest);
    const auto signature = m_signer.sign(text);
    if (!signature)
        return failure(signature.error());
    package.files << ExportPackage::File{
        QString::fromLatin1(crypto::kManifestFile.data(), crypto::kManifestFile.size()), text};
    package.files << ExportPackage::File{QString::fromLatin1(crypto::kManifestSignatureFile.data(),
                                                             crypto::kManifestSignatureFile.size()),
                                         *signature};
    package.files << ExportPackage::File{
        QString::fromLatin1(crypto::kPackageKeyFile.data(), crypto::kPackageKeyFile.size()),
        m_signer.publicKeyPem()};
    return package;
}

} // namespace destek::daemon
