#pragma once

#include "core/base/instant.h"
#include "core/base/secret.h"

#include <QString>

#include <optional>

namespace destek::daemon
{

/// RFC 6238 with SHA-1, six digits, 30 seconds, as authenticator apps expect. Answers the step
/// whose code this is, within one step of `now` and later than `lastStep` (a code works once).
[[nodiscard]] std::optional<qint64> acceptTotp(const Secret &secret, const QString &code,
                                               Instant now, qint64 lastStep);

/// The six digits of one step.
[[nodiscard]] QString totpCode(const Secret &secret, qint64 step);

/// RFC 4648 base32 without padding: how authenticator apps take the secret.
[[nodiscard]] QString base32(const QByteArray &bytes);

} // namespace destek::daemon
