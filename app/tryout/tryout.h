#pragma once

#include "app/tryout/tryout_config.h"
#include "core/base/secret.h"

#include <QObject>
#include <QProcess>

#include <optional>

class QTimer;

namespace destek::app
{

/// "Try on this computer": a daemon and a stand-in for WhatsApp beside this program, with their
/// data in the profile. Both end with it. GUI thread.
class TryOut : public QObject
{
    Q_OBJECT
public:
    enum class Failure : quint8 {
        FolderNotWritable,
        NoPort,
        ProgramMissing, ///< destekd or destek-sandbox is not beside this program
        SandboxSilent,  ///< ended or said nothing in time
        DaemonSilent,
    };
    Q_ENUM(Failure)

    struct Ready {
        QString pairingUri;
        std::optional<Secret> setupCode; ///< present only while nobody has been set up
    };

    /// `programs`: the folder that holds the two programs; `folder`: PROFILE/try.
    TryOut(QString programs, const QString &folder, QObject *parent = nullptr);
    ~TryOut() override;

    /// Answers ready() or failed(), once, within half a minute.
    void start(const QString &organisation, const QString &language);
    void stop();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void ready(const destek::app::TryOut::Ready &ready);
    void failed(destek::app::TryOut::Failure why);
    /// It had been ready and has ended by itself.
    void ended();

private:
    void startSandbox();
    void startDaemon();
    void readSandbox();
    void readDaemon();
    void fail(Failure why);
    void programEnded();
    [[nodiscard]] bool prepareFiles(const QString &organisation, const QString &language);
    [[nodiscard]] QString programPath(const QString &name) const;

    enum class Stage : quint8 { Off, Sandbox, Daemon, Ready };

    QString m_programs;
    TryOutPlaces m_places;
    TryOutPorts m_ports;
    QProcess m_sandbox;
    QProcess m_daemon;
    QTimer *m_patience;
    Stage m_stage = Stage::Off;
};

} // namespace destek::app
