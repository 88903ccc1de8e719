#include "core/wire/json.h"
#include "core/wire/json_fields.h"

using namespace Qt::StringLiterals;

namespace destek::wire
{

using namespace fields;

namespace
{

QJsonObject toJson(const AuditLine &line)
{
    return {{"seq"_L1, line.seq},         {"at"_L1, line.at.ms},
            {"actor"_L1, line.actor},     {"device"_L1, line.device},
            {"action"_L1, line.action},   {"contact"_L1, line.contact.value},
            {"subject"_L1, line.subject}, {"subjectName"_L1, line.subjectName},
            {"object"_L1, line.object},   {"reason"_L1, line.reason},
            {"result"_L1, line.result}};
}

std::optional<AuditLine> auditLineFromJson(const QJsonObject &json)
{
    if (!json.value("seq"_L1).isDouble())
        return std::nullopt;
    AuditLine line;
    line.seq = integer(json, "seq"_L1);
    line.at = instant(json, "at"_L1);
    line.actor = string(json, "actor"_L1);
    line.device = string(json, "device"_L1);
    line.action = string(json, "action"_L1);
    line.contact = ContactId(integer(json, "contact"_L1));
    line.subject = string(json, "subject"_L1);
    line.subjectName = string(json, "subjectName"_L1);
    line.object = string(json, "object"_L1);
    line.reason = string(json, "reason"_L1);
    line.result = string(json, "result"_L1);
    return line;
}

} // namespace

QJsonObject toJson(const AuditPage &page)
{
    QJsonArray lines;
    for (const AuditLine &line : page.lines)
        lines << toJson(line);
    return {{"lines"_L1, lines}, {"next"_L1, page.next}};
}

std::optional<AuditPage> auditPageFromJson(const QJsonObject &json)
{
    auto lines = list<AuditLine>(json, "lines"_L1, auditLineFromJson);
    if (!lines)
        return std::nullopt;
    return AuditPage{std::move(*lines), string(json, "next"_L1)};
}

QJsonObject toJson(const AuditState &state)
{
    QJsonArray proof;
    for (const QByteArray &node : state.consistency)
        proof << base64(node);
    return {{"verified"_L1, state.verified},
            {"size"_L1, state.size},
            {"firstBad"_L1, state.firstBad},
            {"sealedAt"_L1, state.sealedAt.ms},
            {"checkpoint"_L1, QString::fromUtf8(state.checkpoint)},
            {"publicKey"_L1, QString::fromUtf8(state.publicKeyPem)},
            {"consistency"_L1, proof}};
}

std::optional<AuditState> auditStateFromJson(const QJsonObject &json)
{
    if (!json.value("verified"_L1).isBool() || !json.value("size"_L1).isDouble())
        return std::nullopt;
    AuditState state;
    state.verified = json.value("verified"_L1).toBool();
    state.size = integer(json, "size"_L1);
    state.firstBad = json.value("firstBad"_L1).toInteger(-1);
    state.sealedAt = instant(json, "sealedAt"_L1);
    state.checkpoint = string(json, "checkpoint"_L1).toUtf8();
    state.publicKeyPem = string(json, "publicKey"_L1).toUtf8();
    const QJsonArray proof = json.value("consistency"_L1).toArray();
    for (const QJsonValue &node : proof)
        state.consistency << QByteArray::fromBase64(node.toString().toLatin1());
    return state;
}

} // namespace destek::wire
