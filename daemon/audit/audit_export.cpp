#include "daemon/audit/audit_export.h"

#include "daemon/audit/audit_log.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

StoreError errorOf(const QFileDevice &file)
{
    return file.error() == QFileDevice::ResourceError ? StoreError::Full : StoreError::Failed;
}

Stored<Done> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(errorOf(file));
    return done();
}

Stored<Done> writeEntries(const AuditLog &log, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(errorOf(file));
    bool written = true;
    const auto walked = log.lines([&](const QByteArray &line) {
        written = file.write(line) == line.size();
        return written;
    });
    if (!walked)
        return walked;
    if (!written || !file.commit())
        return failure(errorOf(file));
    return done();
}

} // namespace

Stored<Done> exportAudit(const Tx &tx, const crypto::PublicKey &key, const QString &folder)
{
    const AuditLog &log = AuditLog::in(tx);
    const auto last = log.lastSealed();
    if (!last)
        return failure(last.error());
    if (last->size == 0)
        return failure(StoreError::NotFound);
    const auto pem = key.toPem();
    if (!pem)
        return failure(StoreError::Failed);
    const QDir target(folder);
    if (const auto written = writeEntries(log, target.filePath(u"entries.jsonl"_s)); !written)
        return written;
    const auto checkpoint = writeFile(target.filePath(u"checkpoint.txt"_s), last->note);
    if (!checkpoint)
        return checkpoint;
    return writeFile(target.filePath(u"audit-key.pem"_s), QByteArray::fromStdString(*pem));
}

} // namespace destek::daemon
