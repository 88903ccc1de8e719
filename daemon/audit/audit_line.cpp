#include "daemon/audit/audit_line.h"

#include "daemon/store/statement.h"

namespace destek::daemon
{

namespace
{

QByteArray quoted(const QString &text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    const QByteArray utf8 = text.toUtf8();
    QByteArray json("\"");
    json.reserve(utf8.size() + 2);
    for (const char byte : utf8) {
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '"' || byte == '\\') {
            json += '\\';
            json += byte;
        } else if (code < 0x20) {
            json += "\\u00";
            json += kHex[code >> 4];
            json += kHex[code & 15];
        } else {
            json += byte;
        }
    }
    return json + '"';
}

} // namespace

QByteArray canonicalLine(const AuditEntry &entry)
{
    return "{\"action\":" + quoted(entry.action) + ",\"actor\":" + quoted(entry.actor) +
           ",\"at\":" + QByteArray::number(entry.at.ms) + ",\"device\":" + quoted(entry.device) +
           ",\"object\":" + quoted(entry.object) + ",\"reason\":" + quoted(entry.reason) +
           ",\"result\":" + quoted(entry.result) + ",\"seq\":" + QByteArray::number(entry.seq) +
           ",\"subject\":" + quoted(entry.subject) + '}';
}

AuditEntry auditEntryFrom(const Row &row)
{
    return {row.number(0), row.instant(1), row.text(2), row.text(3), row.text(4),
            row.text(5),   row.text(6),    row.text(7), row.text(8)};
}

} // namespace destek::daemon
