#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace destek::app
{

/// One console per profile. A second start asks the first to come forward and ends; nothing else
/// can be asked over this socket, which only the same user may open.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &profile, QObject *parent = nullptr);
    /// False: another one runs (and has been told).
    [[nodiscard]] bool claim();

Q_SIGNALS:
    void called();

private:
    QString m_socketName;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace destek::app
