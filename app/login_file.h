#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>

namespace destek::app
{

struct Login {
    QString user;
    Secret password;
    Secret totp; ///< empty if none
};

enum class LoginFileError : quint8 { NotReadable, OpenToOthers, NotThisShape };

/// {"user","password","totp"?}; refused if anybody but its owner can read it.
[[nodiscard]] Result<Login, LoginFileError> readLoginFile(const QString &path);

} // namespace destek::app
