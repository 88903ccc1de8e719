#include "core/text/safe_text.h"
#include "core/text/unicode_marks.h"

#include <QStringBuilder>

using namespace Qt::StringLiterals;

namespace destek::text
{

namespace
{

constexpr qsizetype kMaxUnits = 120;
constexpr qsizetype kMaxBytes = 200; // ext4 and APFS allow 255; leaves room for " (2)"
constexpr qsizetype kMaxExtension = 16;

QString printable(QStringView name)
{
    QString out;
    forEachCodePoint(name, [&out](char32_t c) {
        const auto category = QChar::category(c);
        if (isFormat(c) || isFiller(c) || category == QChar::Other_Control || c == 0x2028 ||
            c == 0x2029)
            return;
        if (QChar::isSpace(c))
            out += u' ';
        else if (c < 0x80 && u"<>:\"|?*"_s.contains(QChar(char16_t(c))))
            out += u'_';
        else if (c == QChar::ReplacementCharacter || category == QChar::Other_PrivateUse ||
                 category == QChar::Other_NotAssigned)
            out += u'_';
        else
            append(out, c);
    });
    return out.normalized(QString::NormalizationForm_C);
}

QStringView trimmedEnds(QStringView name)
{
    while (!name.isEmpty() && (name.front() == u'.' || name.front() == u' '))
        name = name.sliced(1);
    while (!name.isEmpty() && (name.back() == u'.' || name.back() == u' '))
        name.chop(1);
    return name;
}

/// Windows keeps these names for devices, with any extension.
bool isDevice(QStringView name)
{
    const qsizetype dot = name.indexOf(u'.');
    const QString base = (dot < 0 ? name : name.first(dot)).trimmed().toString().toLower();
    for (const QStringView device :
         {u"con", u"prn", u"aux", u"nul", u"conin$", u"conout$", u"clock$"}) {
        if (base == device)
            return true;
    }
    return base.size() == 4 && (base.startsWith(u"com"_s) || base.startsWith(u"lpt"_s)) &&
           u"0123456789\u00B9\u00B2\u00B3"_s.contains(base[3]);
}

/// Cuts the stem, never a surrogate pair, and keeps the extension.
QString shortened(QStringView name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const bool hasExtension = dot > 0 && name.size() - dot <= kMaxExtension;
    const QStringView extension = hasExtension ? name.sliced(dot) : QStringView();
    QStringView stem = hasExtension ? name.first(dot) : name;
    const qsizetype extensionBytes = extension.toUtf8().size();
    stem.truncate(qMin(stem.size(), kMaxUnits - extension.size()));
    while (!stem.isEmpty() &&
           (stem.back().isHighSurrogate() || stem.toUtf8().size() + extensionBytes > kMaxBytes))
        stem.chop(1);
    return stem % extension;
}

} // namespace

QString safeFileName(QStringView name)
{
    // Both separators, whatever the system: the name came from somebody else's.
    const qsizetype cut = qMax(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    const QString clean = printable(name.sliced(cut + 1));
    QString safe = trimmedEnds(shortened(trimmedEnds(clean))).toString();
    if (safe.startsWith(u'-'))
        safe[0] = u'_'; // would read as an option on a command line
    if (isDevice(safe))
        safe = trimmedEnds(shortened(QString(u'_' + safe))).toString();
    return safe.isEmpty() ? u"file"_s : safe;
}

} // namespace destek::text
