#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace destek::ui
{

/// A file an agent chose.
struct ChosenFile {
    QString name;     ///< without its folders
    QByteArray bytes; ///< at most one more than was asked for
    bool readable = false;
};

/// Reads at most `most` + 1 bytes in the background; `then` runs on the GUI thread unless `owner`
/// is gone by then. Pipes and devices have no end and are not read.
void readFile(const QString &path, qint64 most, QObject *owner,
              std::function<void(ChosenFile)> then);

} // namespace destek::ui
