// WhatsApp's formatting and what makes text safe to paint (facts/trust.md 2.3, 4.10).

#include "core/text/markup.h"
#include "core/text/safe_text.h"
#include "tests/fuzz/fuzz_kit.h"

using namespace destek;
using fuzz::promise;

namespace
{

void checkRuns(const text::Markup &markup)
{
    qsizetype end = 0;
    for (const text::MarkupRun &run : markup.runs) {
        promise(run.start >= end && run.length > 0, "runs are in order and hold something");
        end = run.start + run.length;
        promise(end <= markup.text.size(), "a run ends within the text");
        promise(run.isMark || run.styles, "a run looks different from plain");
        promise(!QStringView(markup.text).sliced(run.start, run.length).contains(u'\n'),
                "a run stays in its line");
    }
}

void checkBlocks(const text::Markup &markup)
{
    promise(!markup.blocks.isEmpty(), "even no text has a line");
    qsizetype end = 0;
    for (const text::MarkupBlock &block : markup.blocks) {
        promise(block.start >= end, "lines are in order");
        promise(block.prefix >= 0 && block.prefix <= block.length, "a prefix is part of its line");
        end = block.start + block.length;
        promise(end <= markup.text.size(), "a line ends within the text");
    }
    promise(end + 1 >= markup.text.size(), "the last line ends with the text");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString raw = fuzz::textOf(data, size);
    const text::Markup typed = text::markup(raw);
    promise(typed.text == raw, "an editor's text stays as it is");
    checkRuns(typed);
    checkBlocks(typed);

    const text::VisibleText safe = text::visible(raw);
    promise(text::visible(safe.text) == safe, "safe text stays as it is");
    const text::Markup shown = text::withoutMarks(safe.text);
    checkRuns(shown);
    checkBlocks(shown);
    promise(shown.text.size() <= safe.text.size(), "leaving signs out makes nothing longer");
    for (const text::MarkupRun &run : shown.runs)
        promise(!run.isMark, "a bubble shows no signs");

    promise(!text::visibleLine(raw, 40).text.contains(u'\n'), "a line is one line");
    return 0;
}
