#pragma once

#include "core/base/result.h"
#include "core/crypto/bytes.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace destek::verify
{

enum class Check { Audit, Package, Record };
enum class Language { English, Turkish };

struct Options {
    Check check = Check::Package;
    std::filesystem::path subject;
    std::vector<std::filesystem::path> keyFiles;
    std::optional<crypto::Hash> keyFingerprint;
    std::vector<std::filesystem::path> since; ///< older checkpoints, or folders of older exports
    Language language = Language::English;
    bool json = false;
};

/// Why there is nothing to check. Help and Version are asked for, Usage is a mistake.
enum class OptionsStop { Help, Version, Usage };

[[nodiscard]] Result<Options, OptionsStop> readOptions(const std::vector<std::string> &arguments);

/// What the environment prefers: LC_ALL, LC_MESSAGES, LANG, in this order.
[[nodiscard]] Language languageOfEnvironment();

} // namespace destek::verify
