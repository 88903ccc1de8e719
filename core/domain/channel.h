#pragma once

#include "core/base/instant.h"
#include "core/domain/enum_names.h"

#include <QList>
#include <QString>

#include <optional>

namespace destek
{

/// What a number that is also used on a phone brings along from there (coexistence).
struct HistoryImport {
    int percent = 0; ///< 0 to 100, never falls
    int code = 0;    ///< Meta's error: 2593109 if the owner declined on the phone; 0: none
    Instant at;      ///< of the last news
};

/// One of our numbers as WhatsApp sees it (facts/whatsapp.md 5.6, 7). Words are Meta's own and
/// open: an unknown one is shown as it came.
struct ChannelNumber {
    QString phoneNumberId;
    QString display;
    QString quality;         ///< GREEN, YELLOW, RED, UNKNOWN
    QString limit;           ///< TIER_2K, ...; of the portfolio
    QString throughput;      ///< STANDARD, HIGH
    QString nameStatus;      ///< APPROVED, DECLINED, ...
    QString verifiedName;    ///< what customers see
    QString status;          ///< CONNECTED, RESTRICTED, BANNED, ...
    bool onPhone = false;    ///< also in the WhatsApp Business app (coexistence)
    QString restriction;     ///< what WhatsApp has forbidden at present; empty: nothing
    Instant restrictedUntil; ///< null: until WhatsApp says otherwise
    Instant lastInboundAt;
    Instant lastCallAt;
    int servicesThisMonth = 0; ///< free-form messages that Meta counted, this calendar month
    struct PricingCount {
        QString month; ///< "2026-11", UTC
        QString category;
        QString type;
        int count = 0;
    };
    QList<PricingCount> pricing;          ///< the last 12 months
    std::optional<HistoryImport> history; ///< none: nothing was ever imported
};

enum class AlertSeverity : quint8 { Notice, Warning, Critical };
constexpr auto enumNames(AlertSeverity)
{
    return std::array{DESTEK_NAME(AlertSeverity::Notice, "notice"),
                      DESTEK_NAME(AlertSeverity::Warning, "warning"),
                      DESTEK_NAME(AlertSeverity::Critical, "critical")};
}

/// Something the administrator must know of the account. `kind` is one of our words
/// (template_rejected, category_changed, quality_low, restricted, limit_changed, token, billing,
/// security, alert); `detail` is Meta's text, hostile.
struct ChannelAlert {
    qint64 id = 0;
    Instant at;
    AlertSeverity severity = AlertSeverity::Notice;
    QString kind;
    QString subject; ///< template name or our number
    QString detail;
    int code = 0; ///< Meta's error code, if one led to it
    bool acknowledged = false;
};

struct ChannelView {
    QList<ChannelNumber> numbers;
    QList<ChannelAlert> alerts;  ///< newest first, at most 200
    bool sendingStopped = false; ///< the token or the account is refused: the queue waits
    bool restricted = false;     ///< WhatsApp restricts the account or one of its numbers
    int waitingMedia = 0;
    int queued = 0;
    int deadLetters = 0;
};

} // namespace destek
