#pragma once

#include "core/base/result.h"
#include "sandbox/message_post.h"
#include "sandbox/webhook_sender.h"

#include <QProcessEnvironment>

namespace destek::sandbox
{

struct Options {
    Business business;
    WebhookSettings webhooks;
    PostSettings posts;
    QByteArray token;
    quint16 port = 0;
    double speed = 1.0;
    quint32 seed = 0;
    double arrivalsPerHour = -1; ///< below 0: the scenario's own
    bool quiet = false;          ///< nothing happens unasked: no history, arrivals, steps
    bool outage = false;         ///< begins in an outage
    bool verify = false;         ///< handshake with the callback before the first webhook
    QString scenario = QStringLiteral(":/sandbox/stories/mektupx.json");
    Pace pace = Pace::Live;
    WallClock clock; ///< empty: the system's
};

enum class OptionFault { Help, Unknown, BadValue, BadConfig, SecretOnCommandLine, NoSecret };

struct OptionError {
    OptionFault fault = OptionFault::BadValue;
    QString what; ///< the option or variable, or the help text
};

/// Later sources win: defaults, --config FILE (JSON), environment DESTEK_SANDBOX_*, arguments.
/// Secrets come from the file or the environment only; a process list must not show them.
[[nodiscard]] Result<Options, OptionError> readOptions(const QStringList &arguments,
                                                       const QProcessEnvironment &environment);

} // namespace destek::sandbox
