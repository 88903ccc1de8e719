#include "verify/output.h"

#include "verify/words.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace destek::verify
{

namespace
{

/// The code point at the front and its length; length 0 when it is not well-formed UTF-8.
struct Decoded {
    char32_t point = 0;
    std::size_t length = 0;
};

Decoded decode(std::string_view text)
{
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = at(0);
    if (first < 0x80)
        return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || first > 0xF4 || text.size() < length)
        return {};
    char32_t point = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80)
            return {};
        point = point << 6 | (at(i) & 0x3F);
    }
    constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
    if (point < kLeast[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        return {};
    return {point, length};
}

bool harmless(char32_t point)
{
    const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
    const bool direction = (point >= 0x200B && point <= 0x200F) ||
                           (point >= 0x2028 && point <= 0x202E) ||
                           (point >= 0x2060 && point <= 0x206F) || point == 0x61C ||
                           point == 0xFEFF || point >= 0xE0000;
    return !control && !direction;
}

std::string jsonString(std::string_view text)
{
    std::string out = "\"";
    for (const char c : printable(text)) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

std::string field(std::string_view name, const std::string &value)
{
    return jsonString(name) + ":" + value + ",";
}

std::string utc(std::int64_t seconds)
{
    constexpr std::int64_t kEndOf9999 = 253402300799;
    if (seconds < 0 || seconds > kEndOf9999)
        return std::to_string(seconds);
    const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u %02d:%02d:%02d UTC",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return text.data();
}

std::string_view nameOfOrigin(KeyOrigin origin)
{
    switch (origin) {
    case KeyOrigin::None:
        return "none";
    case KeyOrigin::BesideTheData:
        return "beside-the-data";
    case KeyOrigin::GivenFile:
        return "given-file";
    case KeyOrigin::Fingerprint:
        return "fingerprint";
    }
    return "none";
}

std::string_view nameOfCheck(Check check)
{
    return check == Check::Audit ? "audit" : check == Check::Package ? "package" : "record";
}

} // namespace

std::string printable(std::string_view hostile)
{
    std::string out;
    while (!hostile.empty()) {
        const Decoded decoded = decode(hostile);
        const std::size_t length = decoded.length == 0 ? 1 : decoded.length;
        if (decoded.length != 0 && harmless(decoded.point)) {
            out += hostile.substr(0, length);
        } else {
            for (const char c : hostile.substr(0, length)) {
                std::array<char, 8> escape{};
                std::snprintf(escape.data(), escape.size(), "\\x%02x",
                              static_cast<unsigned>(static_cast<unsigned char>(c)));
                out += escape.data();
            }
        }
        hostile.remove_prefix(length);
    }
    return out;
}

std::string asText(const Report &report, Language language)
{
    std::string out = verdict(report, language) + "\n";
    for (const Finding &finding : report.findings)
        out += "  " + printable(finding.item) + ": " + sentence(finding, language) + "\n";
    if (report.notListed > 0)
        out += "  " +
               std::string(in(language,
                              "Further problems not listed: ", "Listelenmeyen diğer sorunlar: ")) +
               std::to_string(report.notListed) + "\n";
    if (report.unixSeconds >= 0)
        out += std::string(in(language, "Checkpoint made at: ", "Denetim noktasının zamanı: ")) +
               utc(report.unixSeconds) + "\n";
    if (!report.root.empty())
        out += std::string(in(language, "Root of the entries: ", "Kayıtların kök özeti: ")) +
               report.root + "\n";
    for (const std::string &older : report.olderCheckpoints)
        out += std::string(in(language, "Continues this earlier checkpoint: ",
                              "Şu eski denetim noktasının devamı: ")) +
               printable(older) + "\n";
    const std::string key = keyStatement(report, language);
    if (!key.empty()) {
        const std::string_view label =
            report.verifies() ? in(language, "Signed by key ", "İmzalayan anahtar: ")
                              : in(language, "Checked with key ", "Denetimde kullanılan anahtar: ");
        out += std::string(label) + report.fingerprint + "\n" + key + "\n";
    }
    return out;
}

std::string asJson(const Report &report, Language language)
{
    std::string out = "{" + field("program", jsonString("destek-verify")) +
                      field("check", jsonString(nameOfCheck(report.check))) +
                      field("subject", jsonString(report.subject)) +
                      field("verifies", report.verifies() ? "true" : "false") +
                      field("exitCode", std::to_string(report.exitCode())) +
                      field("keyOrigin", jsonString(nameOfOrigin(report.keyOrigin))) +
                      field("keyFingerprint", jsonString(report.fingerprint)) +
                      field("files", std::to_string(report.files)) +
                      field("bytes", std::to_string(report.bytes)) +
                      field("entries", std::to_string(report.entries)) +
                      field("root", jsonString(report.root)) +
                      field("checkpointUnixSeconds", std::to_string(report.unixSeconds)) +
                      field("notListed", std::to_string(report.notListed)) +
                      field("summary", jsonString(verdict(report, language)));
    out += "\"continues\":[";
    for (std::size_t i = 0; i < report.olderCheckpoints.size(); ++i)
        out += (i == 0 ? "" : ",") + jsonString(report.olderCheckpoints[i]);
    out += "],\"findings\":[";
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        const Finding &finding = report.findings[i];
        out += (i == 0 ? "{" : ",{") +
               field("problem", jsonString(nameOfProblem(finding.problem))) +
               field("item", jsonString(finding.item)) +
               field("first", std::to_string(finding.first)) +
               field("second", std::to_string(finding.second)) +
               "\"sentence\":" + jsonString(sentence(finding, language)) + "}";
    }
    return out + "]}\n";
}

} // namespace destek::verify
