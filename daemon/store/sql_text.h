#pragma once

#include <QString>
#include <QStringList>

/// SQL lives in files, one statement each, named by what it does (house.md 4.6).
namespace destek::daemon
{

/// The statement in sql/sqlite/<name>.sql; empty if there is no such file.
[[nodiscard]] QString sqlText(QLatin1StringView name);
/// All names, sorted.
[[nodiscard]] QStringList sqlNames();

struct MigrationText {
    int number = 0;
    QString name; ///< "0001_initial"
    QByteArray text;
};
/// The compiled-in migrations in order.
[[nodiscard]] QList<MigrationText> migrationTexts();
/// The statements of a script: comments dropped, split at semicolons that end a line.
[[nodiscard]] QStringList statementsOf(const QByteArray &script);

} // namespace destek::daemon
