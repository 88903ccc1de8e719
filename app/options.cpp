#include "app/options.h"

#include "app/settings.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace destek::app
{

namespace
{

std::optional<StartScreen> screenNamed(const QString &name)
{
    static const QHash<QString, StartScreen> kNames{
        {u"inbox"_s, StartScreen::Inbox},     {u"thread"_s, StartScreen::Thread},
        {u"logs"_s, StartScreen::Logs},       {u"requests"_s, StartScreen::Requests},
        {u"channel"_s, StartScreen::Channel}, {u"first-start"_s, StartScreen::FirstStart},
        {u"export"_s, StartScreen::Export},   {u"erase"_s, StartScreen::Erase}};
    const auto found = kNames.constFind(name);
    return found == kNames.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<QSize> sizeFrom(const QString &text)
{
    const QStringList parts = text.split(u'x');
    if (parts.size() != 2)
        return std::nullopt;
    const QSize size(parts[0].toInt(), parts[1].toInt());
    if (size.width() < 200 || size.height() < 200 || size.width() > 8000 || size.height() > 8000)
        return std::nullopt;
    return size;
}

/// False: not a value this option takes.
bool take(Options &options, const QString &name, const QString &value)
{
    if (name == "--profile"_L1)
        options.profile = value;
    else if (name == "--connect"_L1)
        options.connect = value;
    else if (name == "--login-file"_L1)
        options.loginFile = value;
    else if (name == "--screenshot"_L1)
        options.screenshot = value;
    else if (name == "--dump-visible-text"_L1)
        options.dumpText = value;
    else if (name == "--open"_L1)
        options.openId = value.toLongLong();
    else if (name == "--quit-after"_L1)
        options.quitAfterSeconds = value.toInt();
    else if (name == "--size"_L1)
        return bool(options.size = sizeFrom(value));
    else if (name == "--language"_L1 && (value == "tr"_L1 || value == "en"_L1))
        options.language = value == "tr"_L1 ? text::Language::Turkish : text::Language::English;
    else if (name == "--theme"_L1)
        return bool(options.theme = themeNamed(value));
    else if (const auto screen = screenNamed(value); name == "--screen"_L1 && screen)
        options.screen = *screen;
    else
        return false;
    return true;
}

} // namespace

Options parseOptions(const QStringList &arguments)
{
    Options options;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        QString name = arguments.at(i);
        if (name == "--help"_L1 || name == "-h"_L1) {
            options.help = true;
            continue;
        }
        if (name == "--version"_L1) {
            options.version = true;
            continue;
        }
        if (name == "--try"_L1) {
            options.tryOut = true;
            continue;
        }
        QString value;
        if (const qsizetype equals = name.indexOf(u'='); equals > 0) {
            value = name.sliced(equals + 1);
            name.truncate(equals);
        } else if (i + 1 < arguments.size()) {
            value = arguments.at(++i);
        }
        if (value.isEmpty() || !take(options, name, value)) {
            options.mistake = u"I do not understand: %1 %2"_s.arg(name, value);
            return options;
        }
    }
    return options;
}

QString helpText()
{
    return uR"(Usage: destek [options]

  --profile DIR            keep settings in DIR instead of the user's own folder
  --try                    begin with a server and invented customers on this computer
  --connect LINK           pair with the server of this link
  --login-file FILE        sign in with {"user","password","totp"?}; the file must be 0600
  --open ID                open this conversation
  --language tr|en         language, for this run and the next
  --theme THEME            light, dark, contrast or system, for this run and the next
  --size WxH               size of the window
  --screen NAME            inbox, thread, logs, requests, channel, first-start, export or
                           erase
  --screenshot FILE        save a picture of the screen and end
  --dump-visible-text FILE save every text on the screen and end
  --quit-after SECONDS     end by itself
  --version, --help
)"_s;
}

} // namespace destek::app
