#include "ui/requests/package_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

bool isSafePart(const QString &part)
{
    static const QSet<QString> kDevices{u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    if (part.isEmpty() || part.size() > 120 || part == "."_L1 || part == ".."_L1)
        return false;
    if (part.endsWith(u'.') || part.endsWith(u' ') || part.startsWith(u' '))
        return false;
    const QString stem = part.section(u'.', 0, 0).toLower(); // protocol word
    const bool port = stem.size() == 4 && (stem.startsWith("com"_L1) || stem.startsWith("lpt"_L1));
    if (kDevices.contains(stem) || port)
        return false;
    return std::all_of(part.begin(), part.end(), [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() != 0x7f && !u"\\/:*?\"<>|"_s.contains(c);
    });
}

/// New file only: QSaveFile would replace, so what exists is refused first.
Result<Done, WriteError> writeNew(const QString &path, const QByteArray &bytes)
{
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
        return failure(WriteError::Exists);
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly))
        return failure(WriteError::NotWritable);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return failure(WriteError::NotWritable);
    return done();
}

Result<Done, WriteError> writeAll(const QDir &folder, const ExportPackage &package)
{
    for (const ExportPackage::File &file : package.files) {
        const QString path = folder.filePath(file.path);
        if (!QDir().mkpath(QFileInfo(path).path()))
            return failure(WriteError::NotWritable);
        if (auto written = writeNew(path, file.bytes); !written)
            return written;
    }
    return done();
}

} // namespace

QString writeErrorSentence(WriteError error)
{
    const auto say = [](const char *text) {
        return QCoreApplication::translate("PackageWriter", text);
    };
    switch (error) {
    case WriteError::UnsafePath:
        return say(QT_TRANSLATE_NOOP("PackageWriter",
                                     "The package names places outside its folder. Nothing was "
                                     "written; please tell your administrator."));
    case WriteError::Exists:
        return say(QT_TRANSLATE_NOOP("PackageWriter",
                                     "A file or folder of this name exists already. Nothing was "
                                     "overwritten; please choose another folder."));
    case WriteError::NotWritable:
        break;
    }
    return say(QT_TRANSLATE_NOOP("PackageWriter", "The folder could not be written to. Nothing was "
                                                  "kept there; please choose another folder."));
}

bool isSafePackagePath(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return path.size() <= 400 && parts.size() <= 10 &&
           std::all_of(parts.begin(), parts.end(), isSafePart);
}

Result<QString, WriteError> writePackage(const QString &parent, const ExportPackage &package)
{
    if (!isSafePart(package.folderName))
        return failure(WriteError::UnsafePath);
    QSet<QString> seen;
    for (const ExportPackage::File &file : package.files) {
        // Two names that differ in case only would be one file on some systems.
        const QString folded = file.path.toLower(); // protocol word
        if (!isSafePackagePath(file.path) || seen.contains(folded))
            return failure(WriteError::UnsafePath);
        seen.insert(folded);
    }
    const QString path = QDir(parent).filePath(package.folderName);
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
        return failure(WriteError::Exists);
    if (!QFileInfo(parent).isDir() || !QDir().mkdir(path))
        return failure(WriteError::NotWritable);
    QFile::setPermissions(path,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    if (auto written = writeAll(QDir(path), package); !written) {
        QDir(path).removeRecursively(); // ours alone: made a moment ago
        return failure(written.error());
    }
    return QDir::cleanPath(path);
}

Result<QString, WriteError> writeRecord(const QString &folder, const DestructionRecord &record)
{
    const QString stem = QDir(folder).filePath(u"destruction-record-%1"_s.arg(record.order.value));
    for (const QString &suffix : {u".json"_s, u".json.sig"_s}) {
        if (QFileInfo::exists(stem + suffix))
            return failure(WriteError::Exists);
    }
    if (auto written = writeNew(stem + u".json"_s, record.document); !written)
        return failure(written.error());
    if (auto written = writeNew(stem + u".json.sig"_s, record.signature); !written) {
        QFile::remove(stem + u".json"_s);
        return failure(written.error());
    }
    return stem + u".json"_s;
}

} // namespace destek::ui
