#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace destek::ui
{

/// Questions that the platform asks for us; a port, so that tests can answer.
class Prompts
{
public:
    virtual ~Prompts() = default;
    /// An existing folder in which something will be written. Not called back if cancelled.
    virtual void chooseFolder(QWidget *parent, const QString &title,
                              std::function<void(QString)> then) = 0;
    /// Existing files to read. Not called back if cancelled.
    virtual void chooseFiles(QWidget *parent, const QString &title,
                             std::function<void(QStringList)> then) = 0;
};

} // namespace destek::ui
