#include "verify/audit_check.h"
#include "verify/output.h"
#include "verify/package_check.h"
#include "verify/record_check.h"
#include "verify/words.h"

#include <exception>
#include <iostream>

using namespace destek;
using namespace destek::verify;

namespace
{

Report check(const Options &options)
{
    switch (options.check) {
    case Check::Audit:
        return checkAudit(options);
    case Check::Package:
        return checkPackage(options);
    case Check::Record:
        return checkRecord(options);
    }
    return {};
}

int run(const std::vector<std::string> &arguments)
{
    const auto options = readOptions(arguments);
    if (!options) {
        const bool asked = options.error() != OptionsStop::Usage;
        if (options.error() == OptionsStop::Version)
            std::cout << "destek-verify " << DESTEK_VERSION << "\n";
        else
            (asked ? std::cout : std::cerr) << usage(languageOfEnvironment());
        return asked ? 0 : 2;
    }
    const Report report = check(*options);
    std::cout << (options->json ? asJson(report, options->language)
                                : asText(report, options->language));
    std::cout.flush();
    // A verdict nobody received is none.
    return std::cout ? report.exitCode() : 2;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
    } catch (const std::exception &) {
        // No memory, or a name the system cannot express: say so and never answer 0.
        std::cerr << in(languageOfEnvironment(), "NOT CHECKED: the system refused.",
                        "DENETLENEMEDİ: sistem izin vermedi.")
                  << "\n";
        return 2;
    }
}
