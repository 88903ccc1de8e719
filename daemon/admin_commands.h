#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>

namespace destek::daemon
{

class DaemonRoot;

/// What `destekd <command>` does, whether inside the running daemon (through its admin port) or
/// on a stopped one's data folder. Arguments and answers are JSON; docs/cli.md lists them.
/// The actor is "destekd" in the audit log: whoever may read the admin file.
class AdminCommands
{
public:
    using Finished = std::function<void(int exitCode, QJsonObject answer)>;

    explicit AdminCommands(DaemonRoot &root) : m_root(root) {}
    /// `finished` is called once, on any thread.
    void run(const QString &command, const QJsonObject &arguments, Finished finished);

private:
    void addUser(const QJsonObject &arguments, Finished finished);
    void changeUser(const QString &command, const QJsonObject &arguments, Finished finished);
    void listUsers(Finished finished);
    void pair(Finished finished);
    void setupCode(Finished finished);
    void auditVerify(const QJsonObject &arguments, Finished finished);
    void auditList(const QJsonObject &arguments, Finished finished);
    void auditExport(const QJsonObject &arguments, Finished finished);
    void find(const QJsonObject &arguments, Finished finished);
    void erasePreview(const QJsonObject &arguments, Finished finished);
    void erase(const QJsonObject &arguments, Finished finished);
    void exportPerson(const QJsonObject &arguments, Finished finished);
    void reread(Finished finished);
    void backup(const QJsonObject &arguments, Finished finished);

    DaemonRoot &m_root;
};

} // namespace destek::daemon
