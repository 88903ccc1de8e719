#include "verify/audit_check.h"

#include "core/crypto/checkpoint.h"
#include "core/crypto/encoding.h"
#include "core/crypto/merkle.h"
#include "verify/files.h"
#include "verify/keys.h"
#include "verify/line_reader.h"

#include <algorithm>
#include <map>
#include <optional>

namespace destek::verify
{

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t kMostCheckpoint = 64 * 1024;

/// A checkpoint from an earlier day, and the entries of that day if they were kept too.
struct Older {
    std::string name;
    crypto::Checkpoint checkpoint;
    std::optional<fs::path> entries;
};

std::optional<crypto::Checkpoint> readCheckpoint(const fs::path &path, const std::string &name,
                                                 Links links,
                                                 const std::vector<crypto::PublicKey> &keys,
                                                 std::string *fingerprint, Report &report)
{
    const auto note = readFile(path, kMostCheckpoint, links);
    if (!note) {
        if (note.error() == FileError::TooLarge)
            report.add(Problem::CheckpointMalformed, name);
        else if (links == Links::Follow || note.error() == FileError::Unreadable)
            report.add(Problem::Unreadable, name);
        else
            report.add(note.error() == FileError::Missing ? Problem::CheckpointMissing
                                                          : Problem::NotPlain,
                       name);
        return std::nullopt;
    }
    if (!crypto::parseCheckpoint(*note)) {
        report.add(Problem::CheckpointMalformed, name);
        return std::nullopt;
    }
    Problem problem = Problem::CheckpointOtherKey;
    for (const crypto::PublicKey &key : keys) {
        const auto checkpoint = crypto::verifyCheckpoint(*note, crypto::kAuditOrigin, key);
        if (checkpoint) {
            if (fingerprint != nullptr)
                *fingerprint = key.fingerprint();
            return *checkpoint;
        }
        if (checkpoint.error() == crypto::CheckpointError::BadSignature)
            problem = Problem::CheckpointForged;
        if (checkpoint.error() == crypto::CheckpointError::WrongOrigin)
            problem = Problem::CheckpointMalformed;
    }
    if (!keys.empty())
        report.add(problem, name);
    return std::nullopt;
}

/// The root after each of the wanted sizes, and the whole. Nothing when a line cannot be read.
struct Roots {
    std::map<std::uint64_t, crypto::Hash> at;
    std::uint64_t size = 0;
    crypto::Hash whole{};
};

std::optional<Roots> rootsOf(const fs::path &entries, const std::string &name,
                             const std::vector<std::uint64_t> &wanted, Report &report)
{
    std::error_code error;
    const auto type = fs::symlink_status(entries, error).type();
    if (type != fs::file_type::regular) {
        report.add(type == fs::file_type::not_found ? Problem::EntriesMissing : Problem::NotPlain,
                   name);
        return std::nullopt;
    }
    LineReader reader(entries);
    crypto::MerkleFrontier frontier;
    Roots roots;
    for (;;) {
        if (std::find(wanted.begin(), wanted.end(), frontier.size()) != wanted.end())
            roots.at[frontier.size()] = frontier.root();
        const LineReader::Step step = reader.next();
        if (step == LineReader::Step::End)
            break;
        if (step != LineReader::Step::Line) {
            const bool unread = step == LineReader::Step::Unreadable;
            report.add(unread ? Problem::Unreadable : Problem::EntryMalformed, name,
                       reader.number());
            return std::nullopt;
        }
        frontier.append(crypto::leafHash(crypto::view(reader.line())));
    }
    roots.size = frontier.size();
    roots.whole = frontier.root();
    return roots;
}

/// The number of the first entry in which two files differ, from 1.
std::optional<std::uint64_t> firstDifference(const fs::path &older, const fs::path &newer)
{
    LineReader a(older);
    LineReader b(newer);
    for (;;) {
        const LineReader::Step step = a.next();
        if (step != LineReader::Step::Line)
            return std::nullopt;
        if (b.next() != LineReader::Step::Line || a.line() != b.line())
            return a.number();
    }
}

std::vector<Older> readOlder(const Options &options, const std::vector<crypto::PublicKey> &keys,
                             Report &report)
{
    std::vector<Older> all;
    for (const fs::path &given : options.since) {
        std::error_code error;
        const bool isFolder = fs::is_directory(given, error);
        Older older{nameOf(given), {}, {}};
        const auto checkpoint = readCheckpoint(isFolder ? given / kCheckpointFile : given,
                                               older.name, Links::Follow, keys, nullptr, report);
        if (!checkpoint)
            continue;
        older.checkpoint = *checkpoint;
        if (isFolder)
            older.entries = given / kEntriesFile;
        all.push_back(std::move(older));
    }
    std::stable_sort(all.begin(), all.end(), [](const Older &a, const Older &b) {
        return a.checkpoint.size < b.checkpoint.size;
    });
    return all;
}

/// With the old entries at hand the first one that differs can be named, provided that they are
/// what the old checkpoint stands for.
bool nameExactly(const Older &older, const fs::path &entries, Report &report)
{
    if (!older.entries)
        return false;
    const auto roots = rootsOf(*older.entries, older.name, {older.checkpoint.size}, report);
    if (!roots)
        return false;
    if (roots->size != older.checkpoint.size || roots->whole != older.checkpoint.root) {
        report.add(Problem::OlderCopyWrong, older.name);
        return false;
    }
    const auto number = firstDifference(*older.entries, entries);
    if (number)
        report.add(Problem::ChangedAt, older.name, *number);
    return number.has_value();
}

/// Compares with every older checkpoint; answers up to which entry the log is proven unchanged.
std::uint64_t compareWithOlder(const std::vector<Older> &all, const Roots &roots,
                               const fs::path &entries, Report &report)
{
    std::uint64_t proven = 0;
    for (const Older &older : all) {
        const std::uint64_t size = older.checkpoint.size;
        if (size > roots.size) {
            report.add(Problem::RolledBack, older.name, roots.size, size);
            nameExactly(older, entries, report);
        } else if (roots.at.at(size) == older.checkpoint.root) {
            proven = size;
            report.olderCheckpoints.push_back(older.name);
        } else if (!nameExactly(older, entries, report)) {
            report.add(Problem::ChangedBetween, older.name, proven + 1, size);
        }
    }
    return proven;
}

} // namespace

Report checkAudit(const Options &options)
{
    Report report;
    report.check = Check::Audit;
    report.subject = nameOf(options.subject);
    std::error_code error;
    if (!fs::is_directory(options.subject, error)) {
        report.add(Problem::Unreadable, report.subject);
        return report;
    }
    const auto keys = chooseKeys(options, options.subject / kAuditKeyFile, report);
    const auto checkpoint = readCheckpoint(options.subject / kCheckpointFile, kCheckpointFile,
                                           Links::Refuse, keys, &report.fingerprint, report);
    const std::vector<Older> older = readOlder(options, keys, report);
    std::vector<std::uint64_t> wanted;
    for (const Older &one : older)
        wanted.push_back(one.checkpoint.size);
    const fs::path entries = options.subject / kEntriesFile;
    const auto roots = rootsOf(entries, kEntriesFile, wanted, report);
    if (!roots)
        return report;
    report.entries = roots->size;
    report.root = crypto::hex(roots->whole);
    const std::uint64_t proven = compareWithOlder(older, *roots, entries, report);
    if (!checkpoint)
        return report;
    report.unixSeconds = checkpoint->unixSeconds;
    if (roots->size < checkpoint->size)
        report.add(Problem::EntriesFewer, kEntriesFile, roots->size, checkpoint->size);
    else if (roots->size > checkpoint->size)
        report.add(Problem::EntriesMore, kEntriesFile, roots->size, checkpoint->size);
    else if (roots->whole != checkpoint->root)
        report.add(Problem::RootWrong, kEntriesFile, proven + 1, roots->size);
    return report;
}

} // namespace destek::verify
