#pragma once

#include "core/domain/channel.h"
#include "daemon/service/ports/stored.h"

#include <optional>

namespace destek::daemon
{

/// One of our numbers. What WhatsApp says of it are its own, open words.
struct NumberRecord {
    QString phoneNumberId;
    QString display;
    QString quality;
    QString limit;
    QString throughput;
    QString nameStatus;
    QString verifiedName;
    QString status;
    bool onPhone = false;    ///< also in the WhatsApp Business app (coexistence)
    QString restriction;     ///< Meta's words, or ours; empty: none
    Instant restrictedUntil; ///< null: open-ended
    Instant restrictionAt;   ///< when the last word about it was said
    Instant lastInboundAt;   ///< last webhook about it
    Instant lastCallAt;      ///< last message Meta took
    bool stopped = false;    ///< Meta refuses our token, account or number: nothing goes out
    int stoppedCode = 0;     ///< Meta's reason
    Instant trialAt;         ///< while stopped: when one message may try again
    qint64 pace = 0;         ///< bucket of the number's own rate (core/policy/pacing.h)
};

/// What WhatsApp answers when asked about a number; nothing: it did not say.
struct NumberFacts {
    QString phoneNumberId;
    QString display;
    QString verifiedName;
    QString quality;
    QString limit;
    QString throughput;
    QString nameStatus;
    QString status;
    std::optional<bool> onPhone;
};

/// Our numbers, their prices and what the administrator must know. Says nothing about people.
class Channel
{
public:
    virtual ~Channel() = default;
    [[nodiscard]] virtual Stored<QList<NumberRecord>> numbers() const = 0;
    /// A number never heard of is an empty record with its id.
    [[nodiscard]] virtual Stored<NumberRecord> number(const QString &phoneNumberId) const = 0;
    /// `fromMonth` as "2026-11"; oldest first.
    [[nodiscard]] virtual Stored<QList<ChannelNumber::PricingCount>>
    pricing(const QString &phoneNumberId, const QString &fromMonth) const = 0;
    [[nodiscard]] virtual Stored<QList<ChannelAlert>> alerts(int limit) const = 0; ///< newest first

    [[nodiscard]] virtual Stored<std::optional<HistoryImport>>
    historyImport(const QString &phoneNumberId) const = 0;
    /// The furthest percent stays; code and time are the newest.
    virtual Stored<Done> noteHistoryImport(const QString &phoneNumberId,
                                           const HistoryImport &history) = 0;

    virtual Stored<Done> save(const NumberRecord &record) = 0;
    virtual Stored<int> countPrice(const QString &phoneNumberId, const QString &month,
                                   const QString &category, const QString &type) = 0;
    /// False if one of the same kind, subject and code waits to be acknowledged already; it gets
    /// the new time and detail.
    virtual Stored<bool> raise(const ChannelAlert &alert) = 0;
    /// Errors: NotFound.
    virtual Stored<Done> acknowledge(qint64 alert, const QString &by, Instant at) = 0;
};

} // namespace destek::daemon
