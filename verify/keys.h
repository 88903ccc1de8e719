#pragma once

#include "core/crypto/signing.h"
#include "verify/report.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace destek::verify
{

/// The keys that may have signed: those the person named, else the one beside the data. Says in
/// the report where they come from and what is wrong with them. With --key-fingerprint only that
/// key is left. Empty when there is none to go on with.
[[nodiscard]] std::vector<crypto::PublicKey>
chooseKeys(const Options &options, const std::filesystem::path &besideData, Report &report);

/// Which of the keys made this raw Ed25519 signature; adds a finding and answers nothing when
/// none did. Notes the fingerprint in the report.
bool verifyDetached(const std::vector<crypto::PublicKey> &keys, std::string_view message,
                    const std::filesystem::path &signatureFile, std::string_view messageName,
                    Report &report);

} // namespace destek::verify
