#include "sandbox/wire_json.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

namespace destek::sandbox
{
namespace
{

// Meta's samples list these first, in this order; all other keys follow alphabetically.
constexpr std::array<QStringView, 24> kOrder{u"object",       u"messaging_product",
                                             u"entry",        u"metadata",
                                             u"contacts",     u"profile",
                                             u"wa_id",        u"user_id",
                                             u"context",      u"from",
                                             u"from_user_id", u"id",
                                             u"status",       u"timestamp",
                                             u"type",         u"text",
                                             u"messages",     u"statuses",
                                             u"changes",      u"value",
                                             u"field",        u"recipient_id",
                                             u"data",         u"paging"};

int rank(QStringView key)
{
    const auto place = std::find(kOrder.begin(), kOrder.end(), key);
    return int(place - kOrder.begin());
}

void writeString(QByteArray &out, const QString &text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    for (const QChar c : text) {
        const ushort u = c.unicode();
        switch (u) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '/':
            out += "\\/";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (u >= 0x20 && u < 0x7f) {
                out += char(u);
            } else {
                out += "\\u";
                for (int shift = 12; shift >= 0; shift -= 4)
                    out += kHex[(u >> shift) & 0xf];
            }
        }
    }
    out += '"';
}

void write(QByteArray &out, const QJsonValue &value);

void writeObject(QByteArray &out, const QJsonObject &object)
{
    QStringList keys = object.keys();
    std::stable_sort(keys.begin(), keys.end(),
                     [](const QString &a, const QString &b) { return rank(a) < rank(b); });
    out += '{';
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (i > 0)
            out += ',';
        writeString(out, keys.at(i));
        out += ':';
        write(out, object.value(keys.at(i)));
    }
    out += '}';
}

void writeArray(QByteArray &out, const QJsonArray &array)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        write(out, array.at(i));
    }
    out += ']';
}

void writeNumber(QByteArray &out, double number)
{
    if (number == std::floor(number) && std::abs(number) < 9e15)
        out += QByteArray::number(qint64(number));
    else
        out += QByteArray::number(number, 'g', 15);
}

void write(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double:
        writeNumber(out, value.toDouble());
        break;
    case QJsonValue::String:
        writeString(out, value.toString());
        break;
    case QJsonValue::Array:
        writeArray(out, value.toArray());
        break;
    case QJsonValue::Object:
        writeObject(out, value.toObject());
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        break;
    }
}

} // namespace

QByteArray toWire(const QJsonValue &value)
{
    QByteArray out;
    write(out, value);
    return out;
}

} // namespace destek::sandbox
