#pragma once

#include "core/base/secret.h"
#include "httpd/route.h"

#include <QJsonObject>

#include <functional>

namespace destek::daemon
{

/// The loopback admin port: health and metrics for machines, and the commands of `destekd …`
/// when a daemon is running. Commands need the token of the running daemon's admin file.
class AdminRoutes
{
public:
    using CommandDone = std::function<void(int exitCode, QJsonObject answer)>;
    struct Services {
        std::function<bool()> isReady;
        std::function<QByteArray()> metrics; ///< Prometheus text
        Secret token;
        std::function<void(const QString &command, const QJsonObject &arguments, CommandDone)> run;
    };
    explicit AdminRoutes(Services services) : m_s(std::move(services)) {}
    [[nodiscard]] QList<httpd::Route> routes();

private:
    Services m_s;
};

} // namespace destek::daemon
