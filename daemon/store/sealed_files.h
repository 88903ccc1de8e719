#pragma once

#include "daemon/service/ports/media_files.h"

namespace destek::daemon
{

class Vault;

/// The folder media/ of the data folder (docs/formats.md, "Sealed media files"): pieces of 1 MiB,
/// each an AES-256-GCM box bound to the file's name, its row, its place in the file and whether
/// it is the last, under the key of (person, month). Any thread. The vault must outlive it and
/// everything it gave.
class SealedFiles final : public MediaFiles
{
public:
    /// Makes the folder if missing. Errors: Failed.
    [[nodiscard]] static Stored<std::unique_ptr<SealedFiles>> open(const QString &dataFolder,
                                                                   Vault &vault);

    [[nodiscard]] Stored<std::unique_ptr<MediaSink>> create(const MediaPlace &place) override;
    [[nodiscard]] Stored<std::unique_ptr<MediaSource>> open(const MediaPlace &place,
                                                            const QString &file) override;
    [[nodiscard]] Stored<QByteArray> read(const MediaPlace &place, const QString &file,
                                          qint64 most) override;
    Stored<Done> remove(const QStringList &files) override;
    Stored<int> removeAllBut(const QStringList &files) override;
    /// For backups: copies the named files into `folder`, which must not exist. Files that are
    /// gone meanwhile are left out; their rows go with them. Answers how many were copied.
    Stored<int> copyTo(const QString &folder, const QStringList &files) const;

    static constexpr qsizetype kPiece = 1024 * 1024; ///< plain bytes

private:
    SealedFiles(QString folder, Vault &vault) : m_folder(std::move(folder)), m_vault(vault) {}

    const QString m_folder;
    Vault &m_vault;
};

} // namespace destek::daemon
