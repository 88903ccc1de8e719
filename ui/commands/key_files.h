#pragma once

#include "ui/commands/commands.h"

namespace destek::ui
{

enum class KeyFileProblem : quint8 { NotReadable, NotWritable, NotOurs };

/// Changed keys as a file that people hand on; the application knows the format. A port.
class KeyFiles
{
public:
    virtual ~KeyFiles() = default;
    /// Into a file of its own in this folder; answers its path.
    virtual Result<QString, KeyFileProblem> save(const QString &folder, const KeyMap &changed) = 0;
    virtual Result<KeyMap, KeyFileProblem> load(const QString &path) = 0;
};

} // namespace destek::ui
