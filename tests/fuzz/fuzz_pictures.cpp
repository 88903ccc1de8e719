// What the console reads of a picture before any decoder sees it (facts/trust.md 4.9).

#include "tests/fuzz/fuzz_kit.h"
#include "ui/media/picture_header.h"

using namespace destek;
using fuzz::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const auto header = ui::pictureHeader(bytes);
    if (!header)
        return 0;
    promise(header->size.width() > 0 && header->size.height() > 0, "a picture has a size");
    promise(header->frames >= 1 && header->frames <= ui::kMostPictureFrames + 1,
            "frames are counted to the limit and no further");
    promise(!ui::isWithinLimits(*header) ||
                qint64(header->size.width()) * header->size.height() <= ui::kMostPicturePixels,
            "no decoder sees more pixels than the limit");
    promise(!ui::pictureHeader(bytes.first(10)), "ten bytes are no picture");
    return 0;
}
