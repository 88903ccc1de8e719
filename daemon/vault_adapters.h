#pragma once

#include "daemon/service/ports/keepers.h"
#include "daemon/vault/vault.h"

#include <memory>

namespace destek::daemon
{

/// The vault as services see it: it can end a person, nothing else.
[[nodiscard]] std::unique_ptr<KeyKeeper> keyKeeperOf(Vault &vault);

/// Signs with the vault's audit key; nullptr if the vault cannot give it.
[[nodiscard]] std::unique_ptr<DocumentSigner> signerOf(Vault &vault);

} // namespace destek::daemon
