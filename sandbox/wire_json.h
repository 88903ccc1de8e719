#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace destek::sandbox
{

/// JSON as Meta's servers write it: compact, pure ASCII (everything else as \uXXXX in lower-case
/// hex, surrogate pairs for the rest), '/' as "\/", keys in the order of Meta's samples. Anyone
/// who re-serialises before checking the signature gets other bytes (whatsapp.md 1.3).
[[nodiscard]] QByteArray toWire(const QJsonValue &value);

} // namespace destek::sandbox
