#include "app/key_file.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace destek::app
{

namespace
{

constexpr qint64 kMostBytes = 256 * 1024;
constexpr int kVersion = 1;

} // namespace

Result<QString, ui::KeyFileProblem> JsonKeyFiles::save(const QString &folder,
                                                       const ui::KeyMap &changed)
{
    QJsonObject keys;
    for (auto it = changed.begin(); it != changed.end(); ++it)
        keys.insert(it.key(), QJsonArray::fromStringList(it.value()));
    const QJsonObject file{{"destek-keys"_L1, kVersion}, {"keys"_L1, keys}};
    const QString path = QDir(folder).filePath(u"destek-keys.json"_s);
    QSaveFile out(path);
    const QByteArray bytes = QJsonDocument(file).toJson();
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return failure(ui::KeyFileProblem::NotWritable);
    return path;
}

Result<ui::KeyMap, ui::KeyFileProblem> JsonKeyFiles::load(const QString &path)
{
    QFile in(path);
    if (!in.open(QIODevice::ReadOnly))
        return failure(ui::KeyFileProblem::NotReadable);
    if (in.size() > kMostBytes)
        return failure(ui::KeyFileProblem::NotOurs);
    const QJsonObject file = QJsonDocument::fromJson(in.readAll()).object();
    if (file.value("destek-keys"_L1).toInt() != kVersion || !file.value("keys"_L1).isObject())
        return failure(ui::KeyFileProblem::NotOurs);
    ui::KeyMap changed;
    const QJsonObject keys = file.value("keys"_L1).toObject();
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        QStringList words;
        for (const QJsonValue &one : it.value().toArray())
            words << one.toString();
        changed.insert(it.key(), words);
    }
    return changed;
}

} // namespace destek::app
