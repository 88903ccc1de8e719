#include "ui/composer/file_reading.h"

#include "ui/composer/background.h"

#include <QFile>
#include <QFileInfo>

namespace destek::ui
{

namespace
{

ChosenFile readOne(const QString &path, qint64 most)
{
    const QFileInfo info(path);
    ChosenFile chosen;
    chosen.name = info.fileName();
    QFile file(path);
    if (info.isFile() && file.open(QIODevice::ReadOnly)) {
        chosen.bytes = file.read(most + 1);
        chosen.readable = true;
    }
    return chosen;
}

} // namespace

void readFile(const QString &path, qint64 most, QObject *owner,
              std::function<void(ChosenFile)> then)
{
    inBackground<ChosenFile>(
        owner, [path, most] { return readOne(path, most); }, std::move(then));
}

} // namespace destek::ui
