#include "daemon/cli/command_line.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

/// One row per command: the words typed, its name, what its positional argument is called.
struct Row {
    QString words;
    QString name;
    QString positional; ///< key in the arguments; empty: none
    QString help;
};

const QList<Row> &table()
{
    static const QList<Row> rows{
        {u"serve"_s, u"serve"_s, {}, u"run the daemon"_s},
        {u"check-config"_s,
         u"check-config"_s,
         {},
         u"read the configuration and say what is wrong"_s},
        {u"status"_s, u"status"_s, {}, u"counts and ports"_s},
        {u"setup-code"_s, u"setup-code"_s, {}, u"one-time code for the first administrator"_s},
        {u"pair"_s, u"pair"_s, {}, u"one-time link that pairs a console"_s},
        {u"user add"_s, u"user.add"_s, u"user"_s,
         u"NAME --roles agent,supervisor,privacy_officer,administrator [--display-name N] "
         "[--password-file F]"_s},
        {u"user list"_s, u"user.list"_s, {}, {}},
        {u"user disable"_s, u"user.disable"_s, u"user"_s, u"NAME; ends their sessions"_s},
        {u"user enable"_s, u"user.enable"_s, u"user"_s, u"NAME"_s},
        {u"user password"_s, u"user.password"_s, u"user"_s, u"NAME [--password-file F]"_s},
        {u"user totp"_s, u"user.totp"_s, u"user"_s, u"NAME; prints the secret for an app, once"_s},
        {u"audit verify"_s, u"audit.verify"_s, {}, u"recompute the whole log"_s},
        {u"audit list"_s, u"audit.list"_s, {}, u"[--actor A] [--action A] [--limit N]"_s},
        {u"audit export"_s, u"audit.export"_s, {}, u"--to DIR, for destek-verify"_s},
        {u"find"_s, u"find"_s, u"identity"_s, u"NUMBER or WhatsApp user id"_s},
        {u"erase preview"_s, u"erase.preview"_s, u"contact"_s, u"ID; what would go"_s},
        {u"erase"_s, u"erase"_s, u"contact"_s, u"ID --reason TEXT --yes"_s},
        {u"export"_s, u"export"_s, u"contact"_s, u"ID --to DIR --reason TEXT [--language tr|en]"_s},
        {u"intake reread"_s,
         u"intake.reread"_s,
         {},
         u"read what could not be read before with this version"_s},
        {u"backup"_s, u"backup"_s, {}, u"--to DIR [--keys]"_s}};
    return rows;
}

const Row *rowFor(const QStringList &words, qsizetype *used)
{
    for (qsizetype count : {qsizetype(2), qsizetype(1)}) {
        if (words.size() < count)
            continue;
        const QString typed = words.mid(0, count).join(u' ');
        for (const Row &row : table()) {
            if (row.words == typed) {
                *used = count;
                return &row;
            }
        }
    }
    return nullptr;
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions(
        {{u"config"_s, u"Configuration file."_s, u"FILE"_s},
         {u"json"_s, u"Answer in JSON."_s},
         {u"yes"_s, u"Yes, destroy."_s},
         {u"roles"_s, {}, u"ROLES"_s},
         {u"display-name"_s, {}, u"NAME"_s},
         {u"password-file"_s, u"File with the password; - for standard input."_s, u"FILE"_s},
         {u"to"_s, {}, u"DIR"_s},
         {u"reason"_s, {}, u"TEXT"_s},
         {u"language"_s, {}, u"tr|en"_s},
         {u"actor"_s, {}, u"NAME"_s},
         {u"action"_s, {}, u"ACTION"_s},
         {u"limit"_s, {}, u"N"_s},
         {u"keys"_s, u"Also copy keys.db; keep it apart, 14 days at most."_s}});
}

} // namespace

QString usageText()
{
    QString text = u"destekd " DESTEK_VERSION ": the daemon behind the Destek console\n\n"_s +
                   u"  destekd COMMAND --config FILE [--json]\n\n"_s;
    for (const Row &row : table())
        text += u"  %1 %2\n"_s.arg(row.words, -14).arg(row.help);
    text +=
        u"\nExit codes: 0 done, 1 the answer is no, 64 usage, 65 damaged data, 69 unavailable,\n"
        "73 cannot create, 75 try again, 78 configuration. See docs/cli.md.\n"_s;
    return text;
}

Result<CommandLine, QString> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return failure(parser.errorText());
    const QStringList words = parser.positionalArguments();
    qsizetype used = 0;
    const Row *row = rowFor(words, &used);
    if (!row)
        return failure(words.isEmpty()
                           ? u"No command given."_s
                           : u"There is no command \"%1\"."_s.arg(words.mid(0, 2).join(u' ')));
    CommandLine line;
    line.command = row->name;
    line.configFile = parser.value(u"config"_s);
    line.json = parser.isSet(u"json"_s);
    line.confirmed = parser.isSet(u"yes"_s);
    line.passwordFile = parser.value(u"password-file"_s);
    if (line.configFile.isEmpty())
        line.configFile = qEnvironmentVariable("DESTEK_CONFIG");
    if (line.configFile.isEmpty())
        return failure(u"--config FILE is missing (or set DESTEK_CONFIG)."_s);
    const QStringList rest = words.mid(used);
    if (rest.size() != (row->positional.isEmpty() ? 0 : 1))
        return failure(u"Usage: destekd %1 %2"_s.arg(row->words, row->help));
    if (row->positional == "contact"_L1) {
        bool number = false;
        const qint64 contact = rest.first().toLongLong(&number);
        if (!number || contact <= 0)
            return failure(u"ID must be a contact's number; find it with: destekd find NUMBER"_s);
        line.arguments.insert(row->positional, contact);
    } else if (!row->positional.isEmpty()) {
        line.arguments.insert(row->positional, rest.first());
    }
    for (const auto &[option, key] :
         {std::pair{u"roles"_s, u"roles"_s}, std::pair{u"display-name"_s, u"name"_s},
          std::pair{u"to"_s, u"directory"_s}, std::pair{u"reason"_s, u"reason"_s},
          std::pair{u"language"_s, u"language"_s}, std::pair{u"actor"_s, u"actor"_s},
          std::pair{u"action"_s, u"action"_s}}) {
        if (parser.isSet(option))
            line.arguments.insert(key, parser.value(option));
    }
    if (parser.isSet(u"limit"_s))
        line.arguments.insert(u"limit"_s, parser.value(u"limit"_s).toInt());
    if (parser.isSet(u"keys"_s))
        line.arguments.insert(u"keys"_s, true);
    if (line.command == "erase"_L1 && !line.confirmed)
        return failure(
            u"An erasure cannot be undone. Look at it with \"destekd erase preview ID\", "
            "then add --yes."_s);
    return line;
}

} // namespace destek::daemon
