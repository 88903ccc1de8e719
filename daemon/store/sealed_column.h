#pragma once

#include "daemon/service/ports/stored.h"
#include "daemon/vault/vault.h"

#include <QVariant>

/// Sealing as columns need it: nothing becomes NULL, vault errors become store errors.
namespace destek::daemon
{

/// A NULL variant for empty input.
[[nodiscard]] Stored<QVariant> sealColumn(Vault &vault, const KeySlot &slot, const SealPlace &place,
                                          const QByteArray &plain);
[[nodiscard]] Stored<QVariant> sealColumn(Vault &vault, const KeySlot &slot, const SealPlace &place,
                                          const QString &plain);
/// Empty for an empty box. Errors: Sealed when the key was destroyed, Corrupt.
[[nodiscard]] Stored<QByteArray> openColumn(Vault &vault, const KeySlot &slot,
                                            const SealPlace &place, const QByteArray &sealed);
[[nodiscard]] Stored<QString> openText(Vault &vault, const KeySlot &slot, const SealPlace &place,
                                       const QByteArray &sealed);

} // namespace destek::daemon
