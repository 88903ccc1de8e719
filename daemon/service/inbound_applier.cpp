#include "daemon/service/inbound_applier.h"

#include "daemon/service/account_applier.h"
#include "daemon/service/channel_book.h"
#include "daemon/service/message_applier.h"
#include "daemon/service/people_applier.h"
#include "daemon/service/status_applier.h"
#include "daemon/service/template_book.h"

namespace destek::daemon
{

namespace
{

/// A key that WhatsApp adds to something frequent would fill the dead letters: from here on what
/// was read but for such a key is not kept a second time.
constexpr int kRestsAtMost = 2000;

Stored<Done> keepForLater(Tx &tx, const OtherUpdate &part, Instant receivedAt)
{
    if (part.raw.isEmpty())
        return done();
    if (part.field.endsWith(QLatin1String(":more"))) {
        const auto kept = std::as_const(tx).intake().deadLetters();
        if (!kept)
            return failure(kept.error());
        if (*kept >= kRestsAtMost)
            return done();
    }
    return tx.intake().deadLetter(part.raw, QStringLiteral("not known: ") + part.field, receivedAt);
}

} // namespace

Stored<Done> InboundApplier::apply(Tx &tx, const InboundEvent &event, Instant receivedAt) const
{
    ChannelBook channel(tx, m_clock);
    if (auto noted = channel.heard(receivedAt); !noted)
        return noted;
    const auto noted = std::visit(
        [&](const auto &part) -> Stored<Done> {
            if constexpr (requires { part.number.phoneNumberId; })
                return channel.heard(part.number, receivedAt);
            else
                return done();
        },
        event);
    return noted ? applyPart(tx, event, receivedAt) : noted;
}

Stored<Done> InboundApplier::applyPart(Tx &tx, const InboundEvent &event, Instant receivedAt) const
{
    return std::visit(
        [&](const auto &part) -> Stored<Done> {
            using Part = std::decay_t<decltype(part)>;
            if constexpr (std::is_same_v<Part, InboundMessage>)
                return MessageApplier(tx, m_clock, m_wording.optOutConfirmation, m_board)
                    .apply(part, receivedAt);
            else if constexpr (std::is_same_v<Part, StatusUpdate>) {
                const auto linked = PeopleApplier(tx, m_clock).recipient(part);
                return linked ? applyStatus(tx, part, m_clock) : linked;
            } else if constexpr (std::is_same_v<Part, PreferenceUpdate>)
                return PeopleApplier(tx, m_clock).preference(part);
            else if constexpr (std::is_same_v<Part, AddressBookEntry>)
                return PeopleApplier(tx, m_clock).addressBook(part, receivedAt);
            else if constexpr (std::is_same_v<Part, HandoverUpdate>)
                return PeopleApplier(tx, m_clock).handover(part, receivedAt);
            else if constexpr (std::is_same_v<Part, CallUpdate>)
                return PeopleApplier(tx, m_clock).call(part, receivedAt);
            else if constexpr (std::is_same_v<Part, TemplateUpdate>) {
                // Its words, or one we may never have seen.
                if (m_templateChanged && (part.wordsChanged || !part.status.isEmpty()))
                    m_templateChanged(part.metaId);
                return TemplateBook(tx, m_clock).apply(part);
            } else if constexpr (std::is_same_v<Part, NumberUpdate>)
                return applyNumber(tx, part, m_clock);
            else if constexpr (std::is_same_v<Part, AccountUpdate>)
                return applyAccount(tx, part, m_clock);
            else if constexpr (std::is_same_v<Part, ChannelError>)
                return applyChannelError(tx, part, m_clock);
            else if constexpr (std::is_same_v<Part, HistoryProgress>)
                return ChannelBook(tx, m_clock).imported(part, receivedAt);
            else if constexpr (std::is_same_v<Part, OtherUpdate>)
                return keepForLater(tx, part, receivedAt);
            else if constexpr (std::is_same_v<Part, UnreadablePart>)
                return tx.intake().deadLetter(part.raw, part.reason, receivedAt);
            else
                return done();
        },
        event);
}

} // namespace destek::daemon
