#include "verify/record_check.h"

#include "core/crypto/package_manifest.h"
#include "verify/files.h"
#include "verify/keys.h"

namespace destek::verify
{

Report checkRecord(const Options &options)
{
    Report report;
    report.check = Check::Record;
    report.subject = nameOf(options.subject);
    const auto text = readFile(options.subject, kMostSmallFile, Links::Follow);
    if (!text) {
        report.add(text.error() == FileError::TooLarge ? Problem::RecordMalformed
                                                       : Problem::Unreadable,
                   report.subject);
        return report;
    }
    report.files = 1;
    report.bytes = text->size();
    const std::string name = nameOf(options.subject.filename());
    // The same key signs manifests and checkpoints; none of them begins like a record, so that
    // a signature made for one is never taken for the other.
    if (!text->starts_with('{'))
        report.add(Problem::RecordMalformed, name);
    const auto keys =
        chooseKeys(options, options.subject.parent_path() / crypto::kPackageKeyFile, report);
    std::filesystem::path signature = options.subject;
    signature += ".sig";
    verifyDetached(keys, *text, signature, name, report);
    return report;
}

} // namespace destek::verify
