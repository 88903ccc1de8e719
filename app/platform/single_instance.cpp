#include "app/platform/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace destek::app
{

namespace
{

constexpr int kPatience = 1000; // ms

} // namespace

SingleInstance::SingleInstance(const QString &profile, QObject *parent)
    : QObject(parent), m_lock(profile + u"/lock"_s)
{
    const QByteArray mark =
        QCryptographicHash::hash(QDir(profile).absolutePath().toUtf8(), QCryptographicHash::Sha256)
            .toHex();
    m_socketName = u"destek-"_s + QString::fromLatin1(mark.first(24));
    m_lock.setStaleLockTime(0); // a live owner keeps it for ever, a dead one loses it
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *peer = m_server.nextPendingConnection())
            peer->deleteLater();
        Q_EMIT called();
    });
}

bool SingleInstance::claim()
{
    if (!m_lock.tryLock(0)) {
        QLocalSocket socket;
        socket.connectToServer(m_socketName);
        (void)socket.waitForConnected(kPatience); // before any window exists
        return false;
    }
    QLocalServer::removeServer(m_socketName); // of a console that crashed
    m_server.listen(m_socketName);
    return true;
}

} // namespace destek::app
