#include "daemon/cli/package_writer.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>

namespace destek::daemon
{

std::optional<QString> writePackage(const ExportPackage &package, const QString &directory)
{
    QDir parent(directory);
    // One new folder of this directory and no other.
    if (package.folderName.isEmpty() || package.folderName.startsWith(u'.') ||
        package.folderName.contains(u'/'))
        return std::nullopt;
    if (!parent.mkpath(QStringLiteral(".")) || !parent.mkdir(package.folderName))
        return std::nullopt; // mkdir refuses a folder that is there already
    const QDir folder(parent.filePath(package.folderName));
    for (const ExportPackage::File &file : package.files) {
        QSaveFile out(folder.filePath(file.path));
        const QStringList parts = file.path.split(u'/'); // a file, or one in a folder of its own
        const bool inside =
            parts.size() <= 2 && std::none_of(parts.begin(), parts.end(), [](const QString &part) {
                return part.isEmpty() || part.startsWith(u'.');
            });
        if (!inside || (parts.size() == 2 && !folder.mkpath(parts.first())) ||
            !out.open(QIODevice::WriteOnly) || out.write(file.bytes) != file.bytes.size() ||
            !out.commit())
            return std::nullopt;
        QFile::setPermissions(folder.filePath(file.path), QFile::ReadOwner | QFile::WriteOwner);
    }
    return folder.absolutePath();
}

} // namespace destek::daemon
