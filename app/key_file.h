#pragma once

#include "ui/commands/key_files.h"

namespace destek::app
{

/// destek-keys.json: {"destek-keys": 1, "keys": {"task.next": ["Ctrl+J"], …}}; keys in
/// QKeySequence's portable words. Holds nothing but keys.
class JsonKeyFiles final : public ui::KeyFiles
{
public:
    Result<QString, ui::KeyFileProblem> save(const QString &folder,
                                             const ui::KeyMap &changed) override;
    Result<ui::KeyMap, ui::KeyFileProblem> load(const QString &path) override;
};

} // namespace destek::app
