#include "core/text/fold.h"

#include "core/text/unicode_marks.h"

#include <algorithm>

namespace destek::text
{

namespace
{

QString withoutInvisible(QStringView text)
{
    QString out;
    out.reserve(text.size());
    forEachCodePoint(text, [&out](char32_t c) {
        if (!isUnread(c))
            append(out, c);
    });
    return out;
}

QString smallLetters(QStringView text)
{
    QString out;
    out.reserve(text.size());
    forEachCodePoint(text, [&out](char32_t c) {
        if (!isUnread(c))
            append(out, c == 0x0131 ? U'i' : QChar::toLower(c));
    });
    return out;
}

QString asciiFold(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (!isUnread(c.unicode()))
            out += c.toLower();
    }
    return out.simplified();
}

} // namespace

QString matchFold(QStringView text)
{
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (ascii)
        return asciiFold(text);
    // Invisible characters go before decomposition as well, because they may keep marks apart
    // that would otherwise be reordered; decomposing again settles the order for good.
    const auto form = QString::NormalizationForm_KD;
    const QString small = smallLetters(withoutInvisible(text).normalized(form));
    return small.normalized(form).simplified();
}

QStringList words(QStringView folded)
{
    QStringList found;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty())
            found += word;
        word.clear();
    };
    forEachCodePoint(folded, [&](char32_t c) {
        if (QChar::isLetterOrNumber(c) || QChar::category(c) == QChar::Mark_SpacingCombining)
            append(word, c);
        else
            finish();
    });
    finish();
    return found;
}

} // namespace destek::text
