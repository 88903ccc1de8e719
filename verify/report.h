#pragma once

#include "verify/options.h"

#include <cstdint>
#include <string>
#include <vector>

namespace destek::verify
{

/// What can be wrong. Each has a fixed name for --json and a sentence per language in words.cpp.
enum class Problem {
    Unreadable,
    KeyMissing,
    KeyMalformed,
    KeyUnexpected,
    SignatureMissing,
    SignatureWrong,
    ManifestMissing,
    ManifestMalformed,
    FileMissing,
    FileSize,
    FileChanged,
    FileExtra,
    NotPlain,
    TooManyFiles,
    CheckpointMissing,
    CheckpointMalformed,
    CheckpointOtherKey,
    CheckpointForged,
    EntriesMissing,
    EntryMalformed,
    EntriesFewer,
    EntriesMore,
    RootWrong,
    RolledBack,
    ChangedBetween,
    ChangedAt,
    OlderCopyWrong,
    RecordMalformed,
};

struct Finding {
    Problem problem;
    std::string item; ///< the file or fingerprint it is about, as found: hostile text
    std::uint64_t first = 0;
    std::uint64_t second = 0;
};

/// Where the key came from decides what a good signature proves.
enum class KeyOrigin { None, BesideTheData, GivenFile, Fingerprint };

struct Report {
    Check check = Check::Package;
    std::string subject;
    KeyOrigin keyOrigin = KeyOrigin::None;
    std::string fingerprint; ///< of the key in use, empty when there is none
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::uint64_t entries = 0;
    std::string root;                          ///< hexadecimal, audit only
    std::int64_t unixSeconds = -1;             ///< of the checkpoint, audit only
    std::vector<std::string> olderCheckpoints; ///< those that are a beginning of this log
    std::vector<Finding> findings;
    std::uint64_t notListed = 0; ///< findings beyond the first kMostFindings

    void add(Problem problem, std::string item, std::uint64_t first = 0, std::uint64_t second = 0);
    [[nodiscard]] bool verifies() const { return findings.empty(); }
    /// 0 verifies; 1 does not; 2 could not be read, and nothing else was found wrong.
    [[nodiscard]] int exitCode() const;
};

inline constexpr std::size_t kMostFindings = 1000;

} // namespace destek::verify
