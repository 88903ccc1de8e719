#include "daemon/service/template_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace destek::daemon
{

namespace
{

const QRegularExpression &placeholder()
{
    static const QRegularExpression pattern(
        QStringLiteral("\\{\\{\\s*([A-Za-z0-9_]{1,64})\\s*\\}\\}"));
    return pattern;
}

} // namespace

QString renderTemplate(const QString &body, const QStringList &names, const QStringList &values)
{
    QString text;
    qsizetype from = 0;
    auto matches = placeholder().globalMatch(body);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        text += QStringView(body).mid(from, match.capturedStart() - from);
        const qsizetype at = names.indexOf(match.captured(1));
        text += at >= 0 && at < values.size() ? values.at(at) : match.captured(0);
        from = match.capturedEnd();
    }
    text += QStringView(body).mid(from);
    return text;
}

QStringList templateVariables(const QString &body)
{
    QStringList names;
    auto matches = placeholder().globalMatch(body);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (!names.contains(name))
            names << name;
    }
    const auto isNumber = [](const QString &name) {
        return std::all_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); });
    };
    if (std::all_of(names.begin(), names.end(), isNumber)) {
        std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
            return a.size() != b.size() ? a.size() < b.size() : a < b;
        });
    }
    return names;
}

} // namespace destek::daemon
