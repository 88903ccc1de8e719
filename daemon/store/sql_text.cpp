#include "daemon/store/sql_text.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

// Outside any namespace, as Qt asks: the resource lives in a static library.
static void keepSqlResource()
{
    Q_INIT_RESOURCE(destek_sql);
}

namespace destek::daemon
{

namespace
{

QByteArray resource(const QString &path)
{
    keepSqlResource();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString sqlText(QLatin1StringView name)
{
    const QStringList statements =
        statementsOf(resource(u":/destek/sql/sqlite/"_s + name + u".sql"_s));
    return statements.size() == 1 ? statements.first() : QString();
}

QStringList sqlNames()
{
    keepSqlResource();
    QStringList names = QDir(u":/destek/sql/sqlite"_s).entryList(QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4);
    return names;
}

QList<MigrationText> migrationTexts()
{
    keepSqlResource();
    QList<MigrationText> migrations;
    const QDir folder(u":/destek/migrations/sqlite"_s);
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        migrations.append({name.left(4).toInt(), name.chopped(4), resource(folder.filePath(name))});
    }
    return migrations;
}

QStringList statementsOf(const QByteArray &script)
{
    QStringList statements;
    QString statement;
    const QStringList lines = QString::fromUtf8(script).split(u'\n');
    for (const QString &line : lines) {
        if (line.trimmed().startsWith("--"_L1) || line.trimmed().isEmpty())
            continue;
        statement += (statement.isEmpty() ? u""_s : u"\n"_s) + line;
        if (line.endsWith(u';')) {
            statement.chop(1);
            statements << std::exchange(statement, QString());
        }
    }
    if (!statement.isEmpty())
        statements << statement;
    return statements;
}

} // namespace destek::daemon
