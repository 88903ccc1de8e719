#pragma once

#include "core/text/dates.h"
#include "ui/theme/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace destek::app
{

enum class StartScreen : quint8 {
    Inbox,
    Thread,
    Logs,
    Requests,
    Channel,
    FirstStart,
    Export,
    Erase
};

/// What the command line asks for. Parsed before any window exists.
struct Options {
    bool help = false;
    bool version = false;
    bool tryOut = false; ///< begin with the try-out unless a server is paired
    QString profile;     ///< folder; empty: the user's own
    QString connect;     ///< pairing link
    QString loginFile;
    std::optional<qint64> openId;
    std::optional<text::Language> language;
    std::optional<ui::ThemeName> theme;
    QString screenshot;
    StartScreen screen = StartScreen::Inbox;
    QString dumpText;
    std::optional<int> quitAfterSeconds;
    std::optional<QSize> size;

    /// What is wrong with the arguments, in English, for the terminal; empty if nothing.
    QString mistake;
};

[[nodiscard]] Options parseOptions(const QStringList &arguments);
[[nodiscard]] QString helpText();

} // namespace destek::app
