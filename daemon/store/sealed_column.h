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

/// Opens the rows of a list. A month past its retention is a gap in it, not an error.
template <typename Sealed, typename Record>
[[nodiscard]] Stored<QList<Record>> openedAll(Vault &vault, Stored<QList<Sealed>> rows,
                                              Stored<Record> (*open)(Vault &, Sealed))
{
    if (!rows)
        return failure(rows.error());
    QList<Record> records;
    for (Sealed &sealed : *rows) {
        auto record = open(vault, std::move(sealed));
        if (record)
            records.append(std::move(*record));
        else if (record.error() != StoreError::Sealed)
            return failure(record.error());
    }
    return records;
}

} // namespace destek::daemon
