// What a file is by its first bytes, and what it may be called (facts/whatsapp.md 4.3; trust.md
// 2.2). The first byte says how many of the following are the name.

#include "core/policy/content_limits.h"
#include "core/text/safe_text.h"
#include "tests/fuzz/fuzz_kit.h"

#include <algorithm>

using namespace destek;
using fuzz::promise;

namespace
{

void checkType(const QByteArray &head, const QString &name)
{
    const QString type = sniffedType(head, name);
    if (type.isEmpty())
        return;
    const auto kind = kindForFile(type);
    promise(kind.has_value(), "a type that is found can be sent");
    promise(fileLimit(*kind).mimeTypes.contains(type), "the kind's own list has the type");
    promise(fileLimit(*kind).bytes > 0, "a kind with files has a limit");
    promise(!head.isEmpty(), "nothing is no file");
}

void checkName(const QString &name)
{
    const QString safe = text::safeFileName(name);
    promise(!safe.isEmpty() && safe.size() <= 120, "a name has a length");
    promise(safe.toUtf8().size() <= 200, "a name fits into 200 bytes");
    promise(std::none_of(safe.begin(), safe.end(),
                         [](QChar c) {
                             return c < u' ' || c == u'/' || c == u'\\' || c == u':' ||
                                    (c >= QChar(0x202A) && c <= QChar(0x202E)) ||
                                    (c >= QChar(0x2066) && c <= QChar(0x2069));
                         }),
            "a name holds no folder, control or bidi trick");
    promise(!safe.startsWith(u'.') && !safe.endsWith(u'.') && !safe.endsWith(u' '),
            "a name has no dots or spaces at its ends");
    promise(text::safeFileName(safe) == safe, "a safe name stays as it is");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::size_t nameLength = size == 0 ? 0 : std::min<std::size_t>(data[0], size - 1);
    const std::size_t skipped = size == 0 ? 0 : 1;
    const QString name = fuzz::textOf(data + skipped, nameLength);
    checkType(fuzz::bytesOf(data + skipped + nameLength, size - skipped - nameLength), name);
    checkName(name);
    return 0;
}
