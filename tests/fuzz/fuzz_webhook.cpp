// What the internet may post to the webhook once it is signed: never a crash, and no
// message without an id, a sender and, beyond plain text, its JSON.

#include "daemon/intake/webhook_reader.h"
#include "tests/fuzz/fuzz_kit.h"

using namespace destek;
using namespace destek::daemon;
using fuzz::promise;

namespace
{

void look(const InboundMessage &message)
{
    promise(!message.wamid.isEmpty(), "a message has an id");
    promise(!message.sender.isEmpty(), "a message has a sender");
    promise(message.kind == MessageKind::Text || !message.raw.isEmpty(),
            "what is more than text keeps its JSON");
}

void look(const StatusUpdate &update)
{
    promise(!update.wamid.isEmpty(), "a status names a message");
}

void look(const UnreadablePart &part)
{
    promise(!part.reason.isEmpty(), "what cannot be read says why");
}

template <typename Other>
void look(const Other &)
{
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QList<InboundEvent> events = intake::readWebhook(fuzz::bytesOf(data, size));
    for (const InboundEvent &event : events)
        std::visit([](const auto &one) { look(one); }, event);
    return 0;
}
