#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace destek::daemon
{

/// What a daemon needs to know, read once at start from one JSON file and the environment and
/// checked as a whole. Secrets come from files of their own (mode 0600 or tighter) or from the
/// environment, never from the command line. docs/configuration.md lists every key.
struct Config {
    struct Listener {
        QString address = QStringLiteral("127.0.0.1");
        quint16 port = 0;
    };
    QString dataDir;
    QString masterKeyFile; ///< outside dataDir; default: beside the configuration file
    Listener webhook;
    QString webhookCertificateFile; ///< PEM chain; none: plain HTTP, loopback only
    QString webhookPrivateKeyFile;
    Listener console;
    QStringList consoleHostNames{QStringLiteral("localhost")};
    quint16 adminPort = 0; ///< loopback only
    QUrl graphBaseUrl;
    QString graphVersion;
    QString phoneNumberId;
    QString wabaId;
    QString displayNumber;
    Secret graphToken;
    bool readReceipts = true;     ///< customers see when their message was opened here
    qint64 consoleBodyBudget = 0; ///< bytes of uploads in flight; 0: the usual; not in the file
    int messagesPerSecond = 0;    ///< at most, from one number; 0: as many as WhatsApp allows it
    QList<Secret> appSecrets;     ///< newest first; several while one is being replaced
    Secret verifyToken;
    QString organisationName;
    QString organisationContact;
    QString optOutConfirmation; ///< the one message after STOP/DURDUR
    QString logLevel = QStringLiteral("info");
    bool demo = false; ///< try-out on one computer: prints a pairing link at every start
};

/// A sentence that names the setting and what to do, for whoever started the daemon.
struct ConfigProblem {
    QString setting;
    QString sentence;
};

/// Reads `file` and the environment (DESTEK_GRAPH_TOKEN, DESTEK_APP_SECRET,
/// DESTEK_VERIFY_TOKEN override their files). Fails closed: anything missing, unreadable or
/// unsafe stops the start. The environment variables are removed once read.
[[nodiscard]] Result<Config, ConfigProblem> readConfig(const QString &file);

} // namespace destek::daemon
