#pragma once

#include <QByteArray>

namespace destek::sandbox
{

/// The value of X-Hub-Signature-256 for exactly these bytes: "sha256=" and 64 lower-case hex
/// digits of HMAC-SHA256 keyed with the app secret (whatsapp.md 1.3).
[[nodiscard]] QByteArray hubSignature(const QByteArray &appSecret, const QByteArray &body);

/// Same content, not necessarily same time: compares every byte whatever the first ones say.
[[nodiscard]] bool sameSecret(const QByteArray &a, const QByteArray &b);

} // namespace destek::sandbox
