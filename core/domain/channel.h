#pragma once

#include "core/base/instant.h"
#include "core/domain/enum_names.h"

#include <QList>
#include <QString>

namespace destek
{

/// One of our numbers as WhatsApp sees it (facts/whatsapp.md 5.6, 7). Words are Meta's own and
/// open: an unknown one is shown as it came.
struct ChannelNumber {
    QString phoneNumberId;
    QString display;
    QString quality;    ///< GREEN, YELLOW, RED, UNKNOWN
    QString limit;      ///< TIER_2K, ...; of the portfolio
    QString throughput; ///< STANDARD, HIGH
    QString nameStatus; ///< APPROVED, DECLINED, ...
    Instant lastInboundAt;
    Instant lastCallAt;
    int servicesThisMonth = 0; ///< free-form messages that Meta counted, this calendar month
    struct PricingCount {
        QString month; ///< "2026-11", UTC
        QString category;
        QString type;
        int count = 0;
    };
    QList<PricingCount> pricing; ///< the last 12 months
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
    int waitingMedia = 0;
    int queued = 0;
    int deadLetters = 0;
};

} // namespace destek
