#include "core/wire/json.h"
#include "core/wire/json_fields.h"

using namespace Qt::StringLiterals;

namespace destek::wire
{

using namespace fields;

QJsonObject toJson(const AgentView &agent)
{
    return {{"id"_L1, agent.id.value},
            {"userName"_L1, agent.userName},
            {"displayName"_L1, agent.displayName},
            {"roles"_L1, agent.roles.toString()}};
}

std::optional<AgentView> agentFromJson(const QJsonObject &json)
{
    AgentView agent;
    agent.id = AgentId(integer(json, "id"_L1));
    if (!agent.id.isValid())
        return std::nullopt;
    agent.userName = string(json, "userName"_L1);
    agent.displayName = string(json, "displayName"_L1);
    agent.roles = RoleSet::fromString(string(json, "roles"_L1));
    return agent;
}

QJsonObject toJson(const ErasurePreview &preview)
{
    return {{"contact"_L1, preview.contact.value},
            {"name"_L1, preview.name},
            {"number"_L1, preview.number},
            {"messages"_L1, preview.messages},
            {"statuses"_L1, preview.statuses},
            {"attempts"_L1, preview.attempts},
            {"identities"_L1, preview.identities},
            {"searchEntries"_L1, preview.searchEntries},
            {"keys"_L1, preview.keys},
            {"pendingSends"_L1, preview.pendingSends},
            {"consoles"_L1, preview.consoles},
            {"files"_L1, preview.files}};
}

std::optional<ErasurePreview> erasurePreviewFromJson(const QJsonObject &json)
{
    ErasurePreview preview;
    preview.contact = ContactId(integer(json, "contact"_L1));
    if (!preview.contact.isValid())
        return std::nullopt;
    preview.name = string(json, "name"_L1);
    preview.number = string(json, "number"_L1);
    preview.messages = int(integer(json, "messages"_L1));
    preview.statuses = int(integer(json, "statuses"_L1));
    preview.attempts = int(integer(json, "attempts"_L1));
    preview.identities = int(integer(json, "identities"_L1));
    preview.searchEntries = int(integer(json, "searchEntries"_L1));
    preview.keys = int(integer(json, "keys"_L1));
    preview.pendingSends = int(integer(json, "pendingSends"_L1));
    preview.consoles = int(integer(json, "consoles"_L1));
    preview.files = int(integer(json, "files"_L1));
    return preview;
}

QJsonObject toJson(const DestructionRecord &record)
{
    return {{"order"_L1, record.order.value},
            {"orderedAt"_L1, record.orderedAt.ms},
            {"completedAt"_L1, record.completedAt.ms},
            {"orderedBy"_L1, record.orderedBy},
            {"reason"_L1, record.reason},
            {"subjectRef"_L1, record.subjectRef},
            {"method"_L1, record.method},
            {"messages"_L1, record.messages},
            {"identities"_L1, record.identities},
            {"keys"_L1, record.keys},
            {"searchEntries"_L1, record.searchEntries},
            {"consolesTold"_L1, record.consolesTold},
            {"consolesConfirmed"_L1, record.consolesConfirmed},
            {"files"_L1, record.files},
            {"document"_L1, base64(record.document)},
            {"signature"_L1, base64(record.signature)}};
}

std::optional<DestructionRecord> destructionRecordFromJson(const QJsonObject &json)
{
    DestructionRecord record;
    record.order = OrderId(integer(json, "order"_L1));
    if (!record.order.isValid())
        return std::nullopt;
    record.orderedAt = instant(json, "orderedAt"_L1);
    record.completedAt = instant(json, "completedAt"_L1);
    record.orderedBy = string(json, "orderedBy"_L1);
    record.reason = string(json, "reason"_L1);
    record.subjectRef = string(json, "subjectRef"_L1);
    record.method = string(json, "method"_L1);
    record.messages = int(integer(json, "messages"_L1));
    record.identities = int(integer(json, "identities"_L1));
    record.keys = int(integer(json, "keys"_L1));
    record.searchEntries = int(integer(json, "searchEntries"_L1));
    record.consolesTold = int(integer(json, "consolesTold"_L1));
    record.consolesConfirmed = int(integer(json, "consolesConfirmed"_L1));
    record.files = int(integer(json, "files"_L1));
    record.document = bytes(json, "document"_L1);
    record.signature = bytes(json, "signature"_L1);
    return record;
}

QJsonObject toJson(const ErasureOrder &order)
{
    QJsonArray conversations;
    for (ConversationId id : order.conversations)
        conversations << id.value;
    return {{"order"_L1, order.order.value},
            {"contact"_L1, order.contact.value},
            {"conversations"_L1, conversations}};
}

std::optional<ErasureOrder> erasureOrderFromJson(const QJsonObject &json)
{
    ErasureOrder order;
    order.order = OrderId(integer(json, "order"_L1));
    order.contact = ContactId(integer(json, "contact"_L1));
    if (!order.order.isValid() || !order.contact.isValid())
        return std::nullopt;
    const QJsonArray conversations = json.value("conversations"_L1).toArray();
    for (const QJsonValue &id : conversations)
        order.conversations << ConversationId(id.toInteger());
    return order;
}

QJsonObject toJson(const ExportPackage &package)
{
    QJsonArray files;
    for (const auto &file : package.files)
        files << QJsonObject{{"path"_L1, file.path}, {"base64"_L1, base64(file.bytes)}};
    return {{"folderName"_L1, package.folderName}, {"files"_L1, files}};
}

std::optional<ExportPackage> exportPackageFromJson(const QJsonObject &json)
{
    ExportPackage package;
    package.folderName = string(json, "folderName"_L1);
    const QJsonArray files = json.value("files"_L1).toArray();
    for (const QJsonValue &value : files) {
        const QJsonObject file = value.toObject();
        package.files << ExportPackage::File{string(file, "path"_L1), bytes(file, "base64"_L1)};
    }
    if (package.folderName.isEmpty() || package.files.isEmpty())
        return std::nullopt;
    return package;
}

QJsonObject toJson(const ApiError &error)
{
    QJsonObject body{{"code"_L1, QString(wireName(error.code))}, {"message"_L1, error.detail}};
    putMaybe(body, "refusal"_L1, error.refusal);
    return {{"error"_L1, body}};
}

ApiError apiErrorFromJson(const QJsonObject &json)
{
    const QJsonObject body = json.value("error"_L1).toObject();
    ApiError error;
    error.code = enumerator(body, "code"_L1, ApiErrorCode::BadAnswer);
    error.refusal = fromWireName<SendRefusal>(string(body, "refusal"_L1));
    error.detail = string(body, "message"_L1);
    return error;
}

} // namespace destek::wire
