#pragma once

#include "core/base/clock.h"
#include "daemon/service/access_service.h"
#include "daemon/service/ports/database.h"
#include "daemon/service/ports/keepers.h"
#include "daemon/service/ports/media_files.h"

namespace destek::daemon
{

/// The package a person gets (KVKK art. 11; ..R-41): index.html to read, data.json with
/// ids and times for machines, a manifest of hashes and its signature. Format: docs/formats.md.
class ExportService
{
public:
    struct Organisation {
        QString name;
        QString contact; ///< published address
    };
    enum class Language : quint8 { Turkish, English };

    ExportService(Database &database, const DocumentSigner &signer, const Clock &clock,
                  Organisation organisation, MediaFiles &files);

    /// Audited before anything is read.
    void exportPerson(const Actor &actor, ContactId contact, Language language,
                      const QString &reason, Told<ExportPackage> told);

private:
    Stored<ExportPackage> build(const Tx &tx, ContactId contact, Language language) const;

    Database &m_database;
    const DocumentSigner &m_signer;
    const Clock &m_clock;
    Organisation m_organisation;
    MediaFiles &m_files;
};

} // namespace destek::daemon
