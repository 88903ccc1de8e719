// Telephone numbers and business-scoped ids from anybody's text.

#include "core/text/phone.h"
#include "tests/fuzz/fuzz_kit.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace destek;
using fuzz::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString typed = fuzz::textOf(data, size);
    if (const auto number = text::normalisePhone(typed)) {
        promise(std::all_of(number->begin(), number->end(),
                            [](QChar c) { return c >= u'0' && c <= u'9'; }),
                "a number is ASCII digits");
        promise(number->size() >= 7 && number->size() <= 15, "a number has E.164's length");
        promise(number->front() != u'0', "no country code begins with 0");
        promise(text::normalisePhone(u'+' + *number) == number, "written with + it is the same");
        promise(text::normalisePhone(text::formatPhone(*number)) == number,
                "as shown it is the same");
        const QString masked = text::maskPhone(*number);
        promise(masked == u"***"_s || masked.contains(u'*'), "a mask hides something");
        promise(!masked.contains(*number), "a mask is not the number");
        promise(!text::isBsuid(*number), "a number is no business-scoped id");
    }
    if (text::isParentBsuid(typed))
        promise(text::isBsuid(typed), "a parent id is an id");
    if (text::isBsuid(typed)) {
        promise(!text::normalisePhone(typed), "an id is never read as a number");
        promise(text::maskPhone(typed) == u"***"_s, "an id is masked whole");
        promise(text::formatPhone(typed) == typed, "an id is shown as it is");
    }
    return 0;
}
