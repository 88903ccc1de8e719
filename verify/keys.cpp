#include "verify/keys.h"

#include "core/crypto/encoding.h"
#include "verify/files.h"

#include <optional>

namespace destek::verify
{

namespace
{

constexpr std::size_t kMostKey = 16 * 1024;
constexpr std::size_t kMostSignature = 64;

std::optional<crypto::PublicKey> readKey(const std::filesystem::path &path, Links links,
                                         Report &report)
{
    const std::string name = links == Links::Follow ? nameOf(path) : nameOf(path.filename());
    const auto text = readFile(path, kMostKey, links);
    if (!text) {
        // What the person named and cannot be read is a slip of theirs; beside the data, a fault.
        if (text.error() == FileError::TooLarge)
            report.add(Problem::KeyMalformed, name);
        else if (links == Links::Follow || text.error() == FileError::Unreadable)
            report.add(Problem::Unreadable, name);
        else
            report.add(text.error() == FileError::Missing ? Problem::KeyMissing : Problem::NotPlain,
                       name);
        return std::nullopt;
    }
    const auto key = crypto::PublicKey::fromPem(*text);
    if (!key) {
        report.add(Problem::KeyMalformed, name);
        return std::nullopt;
    }
    return *key;
}

} // namespace

std::vector<crypto::PublicKey> chooseKeys(const Options &options,
                                          const std::filesystem::path &besideData, Report &report)
{
    std::vector<crypto::PublicKey> keys;
    if (options.keyFiles.empty()) {
        if (const auto key = readKey(besideData, Links::Refuse, report))
            keys.push_back(*key);
        report.keyOrigin = keys.empty() ? KeyOrigin::None : KeyOrigin::BesideTheData;
    } else {
        for (const std::filesystem::path &file : options.keyFiles) {
            if (const auto key = readKey(file, Links::Follow, report))
                keys.push_back(*key);
        }
        report.keyOrigin = keys.empty() ? KeyOrigin::None : KeyOrigin::GivenFile;
    }
    if (keys.empty())
        return keys;
    report.fingerprint = keys.front().fingerprint();
    if (options.keyFingerprint) {
        const std::string wanted = crypto::hex(*options.keyFingerprint);
        std::erase_if(keys, [&](const auto &key) { return key.fingerprint() != wanted; });
        if (keys.empty()) {
            report.add(Problem::KeyUnexpected, report.fingerprint);
            report.keyOrigin = KeyOrigin::None;
        } else {
            report.fingerprint = wanted;
            report.keyOrigin = KeyOrigin::Fingerprint;
        }
    }
    return keys;
}

bool verifyDetached(const std::vector<crypto::PublicKey> &keys, std::string_view message,
                    const std::filesystem::path &signatureFile, std::string_view messageName,
                    Report &report)
{
    const std::string name = nameOf(signatureFile.filename());
    const auto signature = readFile(signatureFile, kMostSignature, Links::Refuse);
    if (!signature) {
        switch (signature.error()) {
        case FileError::Missing:
            report.add(Problem::SignatureMissing, name);
            break;
        case FileError::NotPlain:
            report.add(Problem::NotPlain, name);
            break;
        case FileError::TooLarge:
            report.add(Problem::SignatureWrong, std::string(messageName));
            break;
        case FileError::Unreadable:
            report.add(Problem::Unreadable, name);
            break;
        }
        return false;
    }
    for (const crypto::PublicKey &key : keys) {
        if (key.verify(crypto::view(message), crypto::view(*signature))) {
            report.fingerprint = key.fingerprint();
            return true;
        }
    }
    if (!keys.empty())
        report.add(Problem::SignatureWrong, std::string(messageName));
    return false;
}

} // namespace destek::verify
