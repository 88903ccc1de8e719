#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace destek::daemon
{

/// One call of destekd, read and checked.
struct CommandLine {
    QString command; ///< "serve", "check-config" or a name AdminCommands knows
    QString configFile;
    bool json = false;
    bool confirmed = false; ///< --yes
    QString passwordFile;   ///< a file, or "-" for standard input; never the password itself
    QJsonObject arguments;  ///< for AdminCommands
};

/// The sentence goes to standard error, the exit code is 64.
[[nodiscard]] Result<CommandLine, QString> parseCommandLine(const QStringList &arguments);

[[nodiscard]] QString usageText();

} // namespace destek::daemon
