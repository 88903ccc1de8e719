#pragma once

#include "core/base/secret.h"

#include <QSslCertificate>
#include <QUrl>

namespace destek::net
{

/// Where the daemon is, by which CA it proves itself, and as whom we speak.
struct DaemonLink {
    QUrl server; ///< https://host:port
    QSslCertificate ca;
    Secret token; ///< of the session; empty before sign-in
};

} // namespace destek::net
