#pragma once

#include "core/domain/channel.h"

/// Words for the account at WhatsApp. Meta's words are open: an unknown one is shown as it came.
namespace destek::words
{

[[nodiscard]] QString qualityWords(const QString &word);
[[nodiscard]] QString limitWords(const QString &word);
[[nodiscard]] QString throughputWords(const QString &word);
[[nodiscard]] QString nameStatusWords(const QString &word);
[[nodiscard]] QString numberStatusWords(const QString &word);
/// Several, with spaces between them.
[[nodiscard]] QString restrictionWords(const QString &words);
[[nodiscard]] QString templateStatusWords(const QString &word);
[[nodiscard]] QString templateCategoryWords(const QString &word);
[[nodiscard]] QString pricingCategoryWords(const QString &word);
[[nodiscard]] QString pricingTypeWords(const QString &word);
/// "55 %", "Complete", or why there is none.
[[nodiscard]] QString historyWords(const HistoryImport &history);
/// "November 2026" of "2026-11".
[[nodiscard]] QString monthWords(const QString &month);

[[nodiscard]] QString severityWords(AlertSeverity severity);
/// One sentence on what happened; an unknown kind is named as it came.
[[nodiscard]] QString alertSentence(const ChannelAlert &alert);
/// What WhatsApp says of it beside; its code words in ours. Hostile.
[[nodiscard]] QString alertDetail(const ChannelAlert &alert);
/// What the administrator can do about it; empty if nothing.
[[nodiscard]] QString alertAdvice(const ChannelAlert &alert);

} // namespace destek::words
