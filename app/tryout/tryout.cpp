#include "app/tryout/tryout.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace destek::app
{

namespace
{

constexpr auto kPatience = std::chrono::seconds(30);
constexpr int kFarewell = 2000; ///< ms a program gets to end by itself

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(kFarewell)) {
        process.kill();
        process.waitForFinished(kFarewell);
    }
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace

TryOut::TryOut(QString programs, const QString &folder, QObject *parent)
    : QObject(parent), m_programs(std::move(programs)), m_places{folder},
      m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    connect(m_patience, &QTimer::timeout, this, [this] {
        fail(m_stage == Stage::Sandbox ? Failure::SandboxSilent : Failure::DaemonSilent);
    });
    for (QProcess *process : {&m_sandbox, &m_daemon}) {
        process->setProcessChannelMode(QProcess::SeparateChannels);
        process->setStandardErrorFile(QProcess::nullDevice());
        connect(process, &QProcess::finished, this, &TryOut::programEnded);
        connect(process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                fail(Failure::ProgramMissing);
        });
    }
    connect(&m_sandbox, &QProcess::readyReadStandardOutput, this, &TryOut::readSandbox);
    connect(&m_daemon, &QProcess::readyReadStandardOutput, this, &TryOut::readDaemon);
}

TryOut::~TryOut()
{
    stop();
}

bool TryOut::isRunning() const
{
    return m_stage == Stage::Ready;
}

void TryOut::stop()
{
    m_stage = Stage::Off;
    m_patience->stop();
    end(m_daemon);
    end(m_sandbox);
}

QString TryOut::programPath(const QString &name) const
{
    const QString path = m_programs + u'/' + name;
#ifdef Q_OS_WIN
    return path + u".exe"_s;
#else
    return path;
#endif
}

bool TryOut::prepareFiles(const QString &organisation, const QString &language)
{
    constexpr auto ownerOnly =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir().mkpath(m_places.dataFolder()))
        return false;
    QFile::setPermissions(m_places.folder, ownerOnly);
    QFile::setPermissions(m_places.dataFolder(), ownerOnly);
    // Made once: the daemon's data belong to these.
    for (const QString &path :
         {m_places.tokenFile(), m_places.appSecretFile(), m_places.verifyTokenFile()}) {
        if (!QFileInfo::exists(path) && !writePrivateFile(path, randomSecret()))
            return false;
    }
    return writePrivateFile(m_places.sandboxConfig(), json(sandboxConfig(m_places, m_ports))) &&
           writePrivateFile(m_places.daemonConfig(),
                            json(daemonConfig(m_places, m_ports, organisation, language)));
}

void TryOut::start(const QString &organisation, const QString &language)
{
    stop();
    m_stage = Stage::Sandbox;
    // Failures are answered on the next turn of the event loop, like everything else.
    const auto later = [this](Failure why) {
        QMetaObject::invokeMethod(
            this, [this, why] { fail(why); }, Qt::QueuedConnection);
    };
    if (!QFileInfo(programPath(u"destekd"_s)).isExecutable() ||
        !QFileInfo(programPath(u"destek-sandbox"_s)).isExecutable())
        return later(Failure::ProgramMissing);
    m_ports = freePorts();
    if (!m_ports.sandbox || !m_ports.webhook || !m_ports.console || !m_ports.admin)
        return later(Failure::NoPort);
    if (!prepareFiles(organisation, language))
        return later(Failure::FolderNotWritable);
    m_patience->start(kPatience);
    startSandbox();
}

void TryOut::startSandbox()
{
    m_sandbox.start(programPath(u"destek-sandbox"_s), {u"--config"_s, m_places.sandboxConfig()});
}

void TryOut::startDaemon()
{
    m_stage = Stage::Daemon;
    m_daemon.start(programPath(u"destekd"_s),
                   {u"serve"_s, u"--config"_s, m_places.daemonConfig(), u"--json"_s});
}

void TryOut::readSandbox()
{
    while (m_sandbox.canReadLine()) {
        const QJsonObject line = QJsonDocument::fromJson(m_sandbox.readLine()).object();
        if (m_stage == Stage::Sandbox && line.value("ready"_L1).toBool())
            startDaemon();
    }
}

void TryOut::readDaemon()
{
    while (m_daemon.canReadLine()) {
        const QJsonObject line = QJsonDocument::fromJson(m_daemon.readLine()).object();
        if (m_stage != Stage::Daemon || line.value("event"_L1).toString() != "ready"_L1)
            continue;
        m_stage = Stage::Ready;
        m_patience->stop();
        Ready answer;
        answer.pairingUri = line.value("pairingUri"_L1).toString();
        const QString code = line.value("setupCode"_L1).toString();
        if (!code.isEmpty())
            answer.setupCode = Secret(code.toUtf8());
        Q_EMIT ready(answer);
    }
}

void TryOut::programEnded()
{
    if (m_stage == Stage::Ready) {
        stop();
        Q_EMIT ended();
    } else if (m_stage != Stage::Off) {
        fail(m_stage == Stage::Sandbox ? Failure::SandboxSilent : Failure::DaemonSilent);
    }
}

void TryOut::fail(Failure why)
{
    if (m_stage == Stage::Off || m_stage == Stage::Ready)
        return;
    stop();
    Q_EMIT failed(why);
}

} // namespace destek::app
