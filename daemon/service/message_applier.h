#pragma once

#include "core/base/clock.h"
#include "core/text/consent_words.h"
#include "daemon/service/inbound_events.h"
#include "daemon/service/ports/database.h"
#include "daemon/service/presence_board.h"

namespace destek::daemon
{

/// Stores one message that came in, or was written on the phone, with all that follows: person,
/// conversation, window, waiting, links, standing. Idempotent and indifferent to order. Inside a
/// Tx (facts/whatsapp.md 1.5, 2, 7; ..R-62, R-79).
class MessageApplier
{
public:
    /// `confirmation`: the words of the one opt-out confirmation.
    MessageApplier(Tx &tx, const Clock &clock, QString confirmation,
                   const PresenceBoard *board = nullptr)
        : m_tx(tx), m_clock(clock), m_confirmation(std::move(confirmation)), m_board(board)
    {
    }

    Stored<Done> apply(InboundMessage message, Instant receivedAt);

private:
    struct Place {
        ContactId contact;
        bool recycledNumber = false;
        bool newKey = false; ///< WhatsApp sees them with another key, and no line has said so
    };
    Stored<bool> isNews(const InboundMessage &message, Instant receivedAt);
    Stored<Place> personOf(InboundMessage &message);
    Stored<bool> hasNewKey(const InboundMessage &message, ContactId contact);
    Stored<Done> notePerson(const InboundMessage &message, ContactId contact);
    Stored<Done> store(const InboundMessage &message, const Place &place, Instant receivedAt);
    Stored<Done> fillPlaceholder(const InboundMessage &message, MessageRecord record);
    Stored<Done> noteConversation(ConversationRecord &conversation, const InboundMessage &message,
                                  const MessageRecord &record);
    /// Lines of our own beside a message: a card was masked, history came in.
    Stored<Done> noteLines(const ConversationRecord &conversation, const InboundMessage &message,
                           const MessageRecord &record);
    Stored<Done> tellConsoles(const MessageRecord &record);
    Stored<Done> noteStatuses(const InboundMessage &message, const MessageRecord &record);
    Stored<Done> noteConsent(ConversationRecord &conversation, const InboundMessage &message,
                             const text::ConsentReading &reading, const MessageRecord &record);

    Tx &m_tx;
    const Clock &m_clock;
    QString m_confirmation;
    const PresenceBoard *m_board;
};

} // namespace destek::daemon
