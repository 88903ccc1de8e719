#pragma once

#include "ui/kit/prompts.h"

namespace destek::app
{

/// The platform's own folder and file dialogs, opened without a nested event loop.
class FolderPrompts final : public ui::Prompts
{
public:
    void chooseFolder(QWidget *parent, const QString &title,
                      std::function<void(QString)> then) override;
    void chooseFiles(QWidget *parent, const QString &title,
                     std::function<void(QStringList)> then) override;
};

} // namespace destek::app
