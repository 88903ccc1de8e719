#include "httpd/target.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::httpd
{

namespace
{

constexpr qsizetype kMaximumQueryPairs = 100;

enum class Plus { Literal, Space };

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<QString> decoded(QByteArrayView raw, Plus plus)
{
    QByteArray bytes;
    bytes.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] == '+' && plus == Plus::Space) {
            bytes.append(' ');
        } else if (raw[i] != '%') {
            bytes.append(raw[i]);
        } else {
            if (i + 2 >= raw.size())
                return std::nullopt;
            const int high = hexDigit(raw[i + 1]);
            const int low = hexDigit(raw[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            bytes.append(static_cast<char>(high * 16 + low));
            i += 2;
        }
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = utf8(bytes);
    if (utf8.hasError() || text.contains(QChar::Null))
        return std::nullopt;
    return text;
}

bool safeSegment(const QString &segment)
{
    return segment != "."_L1 && segment != ".."_L1 &&
           std::none_of(segment.cbegin(), segment.cend(),
                        [](QChar c) { return c == u'/' || c.category() == QChar::Other_Control; });
}

bool parsePath(QByteArrayView raw, Target &target)
{
    qsizetype from = 1;
    while (from < raw.size() || (from == raw.size() && from > 1)) {
        const qsizetype slash = raw.indexOf('/', from);
        const qsizetype end = slash < 0 ? raw.size() : slash;
        std::optional<QString> segment = decoded(raw.sliced(from, end - from), Plus::Literal);
        if (!segment || !safeSegment(*segment) || (segment->isEmpty() && slash >= 0))
            return false;
        target.segments.append(*std::move(segment));
        from = end + 1;
    }
    target.path = u'/' + target.segments.join(u'/');
    return true;
}

bool parseQuery(QByteArrayView raw, Target &target)
{
    qsizetype from = 0;
    while (from < raw.size()) {
        const qsizetype ampersand = raw.indexOf('&', from);
        const qsizetype end = ampersand < 0 ? raw.size() : ampersand;
        const QByteArrayView pair = raw.sliced(from, end - from);
        from = end + 1;
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        auto key = decoded(equals < 0 ? pair : pair.first(equals), Plus::Space);
        auto value = decoded(equals < 0 ? QByteArrayView() : pair.sliced(equals + 1), Plus::Space);
        if (!key || !value || target.query.size() == kMaximumQueryPairs)
            return false;
        target.query.append({*std::move(key), *std::move(value)});
    }
    return true;
}

} // namespace

std::optional<Target> parseTarget(QByteArrayView raw)
{
    const auto visible = [](char c) { return c > ' ' && c < '\x7f' && c != '#'; };
    if (raw.isEmpty() || raw[0] != '/' || !std::all_of(raw.begin(), raw.end(), visible))
        return std::nullopt;
    Target target;
    const qsizetype question = raw.indexOf('?');
    if (!parsePath(question < 0 ? raw : raw.first(question), target))
        return std::nullopt;
    if (question >= 0 && !parseQuery(raw.sliced(question + 1), target))
        return std::nullopt;
    return target;
}

} // namespace destek::httpd
