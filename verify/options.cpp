#include "verify/options.h"

#include "core/crypto/encoding.h"

#include <cstdlib>
#include <string_view>

namespace destek::verify
{

namespace
{

/// People paste fingerprints with colons or spaces, in either case.
std::optional<crypto::Hash> fingerprint(std::string text)
{
    std::erase(text, ':');
    std::erase(text, ' ');
    return crypto::hashFromHex(text);
}

/// One option with its value; false when it is unknown or its value is of no use.
bool take(Options &options, std::string_view name, const std::string &value)
{
    if (name == "--key") {
        options.keyFiles.emplace_back(value);
        return true;
    }
    if (name == "--key-fingerprint") {
        options.keyFingerprint = fingerprint(value);
        return options.keyFingerprint.has_value();
    }
    if (name == "--since") {
        options.since.emplace_back(value);
        return true;
    }
    if (name == "--language") {
        options.language = value == "tr" ? Language::Turkish : Language::English;
        return value == "tr" || value == "en";
    }
    return false;
}

std::optional<Check> checkNamed(std::string_view word)
{
    if (word == "audit")
        return Check::Audit;
    if (word == "package")
        return Check::Package;
    if (word == "record")
        return Check::Record;
    return std::nullopt;
}

} // namespace

Language languageOfEnvironment()
{
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char *value = std::getenv(name);
        if (value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("tr") ? Language::Turkish
                                                             : Language::English;
    }
    return Language::English;
}

Result<Options, OptionsStop> readOptions(const std::vector<std::string> &arguments)
{
    Options options;
    options.language = languageOfEnvironment();
    std::vector<std::string> words;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        if (argument == "--help")
            return failure(OptionsStop::Help);
        if (argument == "--version")
            return failure(OptionsStop::Version);
        if (argument == "--json") {
            options.json = true;
        } else if (argument.starts_with("--")) {
            if (i + 1 == arguments.size() || !take(options, argument, arguments[i + 1]))
                return failure(OptionsStop::Usage);
            ++i;
        } else {
            words.push_back(argument);
        }
    }
    const auto check = words.size() == 2 ? checkNamed(words[0]) : std::nullopt;
    if (!check || words[1].empty() || (!options.since.empty() && *check != Check::Audit))
        return failure(OptionsStop::Usage);
    options.check = *check;
    options.subject = words[1];
    return options;
}

} // namespace destek::verify
