#pragma once

#include "core/domain/agent.h"
#include "core/domain/audit.h"
#include "core/domain/channel.h"
#include "core/domain/conversation.h"
#include "core/domain/message.h"
#include "core/domain/outbound.h"
#include "core/domain/subject_request.h"
#include "core/wire/api_error.h"

#include <QJsonObject>

#include <optional>

/// Codecs of the console protocol, used by both sides. Reading is strict about what must be
/// there (ids) and lenient about the rest; nullopt means "not this shape", never a crash.
/// Numbers beyond 2^53 do not occur: ids and milliseconds stay below.
namespace destek::wire
{

[[nodiscard]] QJsonObject toJson(const ConversationSummary &summary);
[[nodiscard]] QJsonObject toJson(const InboxPage &page);
[[nodiscard]] QJsonObject toJson(const MessageView &message);
[[nodiscard]] QJsonObject toJson(const ThreadPage &page);
[[nodiscard]] QJsonObject toJson(const MessageHistory &history);
[[nodiscard]] QJsonObject toJson(const PersonView &person);
[[nodiscard]] QJsonObject toJson(const TemplateView &view);
[[nodiscard]] QJsonObject toJson(const ChannelNumber &number);
[[nodiscard]] QJsonObject toJson(const ChannelAlert &alert);
[[nodiscard]] QJsonObject toJson(const ChannelView &channel);
[[nodiscard]] QJsonObject toJson(const AgentView &agent);
[[nodiscard]] QJsonObject toJson(const UploadView &upload);
[[nodiscard]] QJsonObject toJson(const ErasurePreview &preview);
[[nodiscard]] QJsonObject toJson(const DestructionRecord &record);
[[nodiscard]] QJsonObject toJson(const ErasureOrder &order);
[[nodiscard]] QJsonObject toJson(const ExportPackage &package);
[[nodiscard]] QJsonObject toJson(const AuditPage &page);
[[nodiscard]] QJsonObject toJson(const AuditState &state);
[[nodiscard]] QJsonObject toJson(const ApiError &error);

[[nodiscard]] std::optional<ConversationSummary> conversationFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<InboxPage> inboxFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<MessageView> messageFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<ThreadPage> threadFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<MessageHistory> historyFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<PersonView> personFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<TemplateView> templateFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<ChannelNumber> channelNumberFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<ChannelAlert> channelAlertFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<ChannelView> channelFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<UploadView> uploadFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<AgentView> agentFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<ErasurePreview> erasurePreviewFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<DestructionRecord> destructionRecordFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<ErasureOrder> erasureOrderFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<ExportPackage> exportPackageFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<AuditPage> auditPageFromJson(const QJsonObject &json);
[[nodiscard]] std::optional<AuditState> auditStateFromJson(const QJsonObject &json);
/// Always an error: an unreadable one is BadAnswer.
[[nodiscard]] ApiError apiErrorFromJson(const QJsonObject &json);

} // namespace destek::wire
