#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/domain/conversation.h"
#include "core/domain/message.h"
#include "core/domain/standing.h"
#include "core/policy/send_refusal.h"

/// May this message be sent, now, to this person? Pure; decided by the daemon inside the
/// transaction that starts the send, after re-reading the facts. Sources: facts/whatsapp.md
/// 5.1 (window), 5.4 and 10.4 (opt-out); ..R-60.
namespace destek
{

/// Meta's window, from the customer's last message by Meta's clock.
constexpr Duration kServiceWindow = std::chrono::hours(24);
/// Taken off, because our clock and Meta's may differ and a send takes time.
constexpr Duration kWindowMargin = std::chrono::minutes(2);
constexpr int kTextLimit = 4096;

/// What is known about the person at this business number. Absent facts allow nothing.
struct SendFacts {
    Instant now;
    std::optional<Instant> lastInboundAt;  ///< opens the window; Meta's time
    std::optional<Instant> lastQuestionAt; ///< last inbound that was not itself an opt-out word
    Standing standing = Standing::Open;
    std::optional<Instant> optedOutAt;
    bool confirmationSent = false; ///< the one confirmation of the present opt-out
    bool hasRecipient = true;
    bool standby = false; ///< somebody else answers this conversation
};

struct TemplateFacts {
    QString category; ///< Meta's word, any case: UTILITY, MARKETING, AUTHENTICATION, ...
    QString status;   ///< APPROVED, PAUSED, ...
    int variables = 0;
    bool frozen = false; ///< its category changed or will: waits for the administrator
};

struct SendWish {
    enum class Kind : quint8 {
        FreeText,
        FreeForm, ///< anything else that is no template; content_limits.h judges what is in it
        Template,
        OptOutConfirmation,
    };
    Kind kind = Kind::FreeText;
    QString text;                        ///< FreeText, OptOutConfirmation
    std::optional<TemplateFacts> chosen; ///< Template; nullopt = no such template
    QStringList variables;               ///< Template
};

/// nullopt = may be sent.
[[nodiscard]] std::optional<SendRefusal> whyNot(const SendFacts &facts, const SendWish &wish);

/// For the console: what of either kind could be sent now.
[[nodiscard]] SendAllowance allowance(const SendFacts &facts);

/// End of the window less the margin; nullopt if the person never wrote.
[[nodiscard]] std::optional<Instant> windowClosesAt(std::optional<Instant> lastInboundAt);

/// True only for categories we send: utility and authentication.
[[nodiscard]] bool isSendableCategory(const QString &category);

} // namespace destek
