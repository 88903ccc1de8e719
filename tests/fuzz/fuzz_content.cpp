// What a stored message is read from each time somebody looks at it: WhatsApp's own JSON, or
// ours of what we sent (facts/whatsapp.md 2.1, 2.2, 4.1; R-79).

#include "core/text/masking.h"
#include "core/wire/content_json.h"
#include "daemon/service/message_content.h"
#include "tests/fuzz/fuzz_kit.h"

#include <QJsonDocument>

#include <cmath>

using namespace destek;
using namespace destek::daemon;
using fuzz::promise;

namespace
{

constexpr auto kKinds = enumNames(MessageKind());

void checkParts(const MessageContent &content)
{
    promise(content.foreignType.size() <= 64, "a word of Meta's is no essay");
    if (content.location) {
        promise(std::abs(content.location->latitude) <= 90, "a latitude lies on earth");
        promise(std::abs(content.location->longitude) <= 180, "a longitude lies on earth");
    }
    promise(wire::contentFromJson(wire::toJson(content)) == content,
            "a console gets what the daemon reads");
}

void checkRead(MessageKind kind, const QByteArray &raw)
{
    const MessageContent content = readContent(kind, raw);
    checkParts(content);
    promise(readContent(kind, raw) == content, "read again, it says the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray raw = fuzz::bytesOf(data, size);
    const QByteArray masked = withCardsMasked(raw);
    promise(withCardsMasked(masked) == masked, "what is masked stays as it is");

    const QJsonObject message = QJsonDocument::fromJson(masked).object();
    const MessageKind kind = kindOf(message);
    checkRead(kind, masked);
    checkRead(kKinds[size % kKinds.size()].first, masked); // kept under another kind

    const QString line = text::maskCards(lineOf(kind, message));
    promise(text::maskCards(line) == line, "a masked line stays as it is");
    (void)quotedWamid(masked);
    promise(kind == MessageKind::Reaction || kind == MessageKind::Edit ||
                kind == MessageKind::Revoke || targetWamid(kind, message).isEmpty(),
            "only what is about a message names one");
    return 0;
}
