#include "daemon/vault/master_key.h"

#include "core/crypto/aead.h"
#include "core/crypto/random.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace destek::daemon
{

namespace
{

constexpr QFile::Permissions kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                       QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

/// The canonical name of a path whose last parts need not exist yet.
QString settled(const QString &path)
{
    QFileInfo info(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    QString rest;
    while (!info.exists() && !info.isRoot()) {
        rest = u'/' + info.fileName() + rest;
        info.setFile(info.path());
    }
    const QString known = info.canonicalFilePath();
    return known == u"/" && !rest.isEmpty() ? rest : known + rest;
}

bool isInside(const QString &path, const QString &folder)
{
    const QString root = settled(folder);
    const QString file = settled(path);
    return file == root || file.startsWith(root.endsWith(u'/') ? root : root + u'/');
}

#ifdef Q_OS_UNIX
/// A new file's name is only durable once its folder is.
bool syncFolder(const QString &folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY);
    if (handle < 0)
        return false;
    const bool synced = ::fsync(handle) == 0;
    ::close(handle);
    return synced;
}
#else
bool syncFolder(const QString &)
{
    return true;
}
#endif

/// QSaveFile writes beside the target, syncs and renames: never half a key under this name.
bool create(const QString &path)
{
    auto random = crypto::randomBytes(crypto::kKeyLength);
    if (!random || !QDir().mkpath(QFileInfo(path).absolutePath()))
        return false;
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner);
    written = written && file.write(reinterpret_cast<const char *>(random->data()),
                                    qint64(random->size())) == qint64(random->size());
    crypto::wipe(*random);
    return written && file.commit() && syncFolder(QFileInfo(path).absolutePath());
}

} // namespace

Result<Secret, MasterKeyError> readMasterKey(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(MasterKeyError::Missing);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(MasterKeyError::CannotRead);
    if ((file.permissions() & kOthers) != 0)
        return failure(MasterKeyError::TooOpen);
    Secret key(file.read(qint64(crypto::kKeyLength) + 1));
    if (key.size() != qsizetype(crypto::kKeyLength))
        return failure(MasterKeyError::WrongLength);
    return key;
}

Result<Secret, MasterKeyError> readOrCreateMasterKey(const QString &path, const QString &dataFolder)
{
    if (isInside(path, dataFolder))
        return failure(MasterKeyError::InsideDataFolder);
    if (!QFile::exists(path) && !create(path))
        return failure(MasterKeyError::CannotCreate);
    return readMasterKey(path);
}

} // namespace destek::daemon
