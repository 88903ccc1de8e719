#pragma once

#include "daemon/service/erasure_service.h"
#include "daemon/service/export_service.h"
#include "daemon/vault/vault_keepers.h"
#include "tests/daemon/team_desk.h"

#include <future>

namespace destek::test
{

/// What a use case tells; waits for it.
template <typename T>
Result<T, ApiError> told(const std::function<void(Told<T>)> &call)
{
    std::promise<Result<T, ApiError>> promise;
    call([&](Result<T, ApiError> result) { promise.set_value(std::move(result)); });
    return promise.get_future().get();
}

/// A desk with what ends and exports people.
struct Office : TeamDesk {
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

/// The bytes of a file in a package; empty if there is none.
inline QByteArray fileOf(const ExportPackage &package, const QString &path)
{
    for (const auto &file : package.files) {
        if (file.path == path)
            return file.bytes;
    }
    return {};
}

} // namespace destek::test
