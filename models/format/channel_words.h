#pragma once

#include "core/domain/channel.h"

/// Words for the account at WhatsApp. Meta's words are open: an unknown one is shown as it came.
namespace destek::words
{

[[nodiscard]] QString qualityWords(const QString &word);
[[nodiscard]] QString limitWords(const QString &word);
[[nodiscard]] QString throughputWords(const QString &word);
[[nodiscard]] QString nameStatusWords(const QString &word);
[[nodiscard]] QString templateStatusWords(const QString &word);
[[nodiscard]] QString templateCategoryWords(const QString &word);
[[nodiscard]] QString pricingCategoryWords(const QString &word);
[[nodiscard]] QString pricingTypeWords(const QString &word);
/// "November 2026" of "2026-11".
[[nodiscard]] QString monthWords(const QString &month);

[[nodiscard]] QString severityWords(AlertSeverity severity);
/// One sentence on what happened; an unknown kind is named as it came.
[[nodiscard]] QString alertSentence(const ChannelAlert &alert);
/// What the administrator can do about it; empty if nothing.
[[nodiscard]] QString alertAdvice(const ChannelAlert &alert);

} // namespace destek::words
