#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace destek::daemon
{

/// Talks to a running daemon through its loopback admin port. Threads: main.
class AdminClient : public QObject
{
    Q_OBJECT
public:
    struct Door {
        quint16 port = 0;
        QByteArray token;
    };
    /// nullopt: no daemon has left its door open in this data folder.
    [[nodiscard]] static std::optional<Door> find(const QString &dataDir);

    using Finished = std::function<void(std::optional<int> exitCode, QJsonObject answer)>;
    /// `exitCode` is nullopt if nobody answered at the door: the daemon is not running.
    void run(const Door &door, const QString &command, const QJsonObject &arguments,
             Finished finished);
};

} // namespace destek::daemon
