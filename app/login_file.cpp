#include "app/login_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace destek::app
{

Result<Login, LoginFileError> readLoginFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(LoginFileError::NotReadable);
#ifdef Q_OS_UNIX
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                            QFileDevice::ExeGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther | QFileDevice::ExeOther;
    if (file.permissions() & others)
        return failure(LoginFileError::OpenToOthers);
#endif
    const QJsonObject json = QJsonDocument::fromJson(file.read(64 * 1024)).object();
    Login login;
    login.user = json.value("user"_L1).toString();
    login.password = Secret(json.value("password"_L1).toString().toUtf8());
    login.totp = Secret(json.value("totp"_L1).toString().toUtf8());
    if (login.user.isEmpty() || login.password.isEmpty())
        return failure(LoginFileError::NotThisShape);
    return login;
}

} // namespace destek::app
