#include "core/text/masking.h"

#include "core/text/sensitive_scan.h"

#include <QStringBuilder>

#include <algorithm>

namespace destek::text
{

namespace
{

bool isCardData(const Found &found)
{
    return found.kind == Sensitive::Card || found.kind == Sensitive::SecurityCode;
}

/// Digits that stay readable at the end, so that people can tell two numbers apart.
size_t shownDigits(Sensitive kind)
{
    switch (kind) {
    case Sensitive::Card:
    case Sensitive::Iban:
        return 4;
    case Sensitive::NationalId:
    case Sensitive::Phone:
        return 2;
    case Sensitive::SecurityCode:
    case Sensitive::TrackingCode:
        return 0;
    }
    return 0;
}

void hide(std::vector<bool> &hidden, const Found &found)
{
    const size_t shown = std::min(shownDigits(found.kind), found.digitsAt.size());
    for (size_t at = 0; at < found.digitsAt.size() - shown; ++at)
        hidden[size_t(found.digitsAt[at])] = true;
}

QString withHidden(QStringView text, const std::vector<bool> &hidden)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!hidden[size_t(at)]) {
            out += text[at];
            continue;
        }
        out += u'*';
        if (text[at].isHighSurrogate())
            ++at; // a digit of two units
    }
    return out;
}

template <typename Wanted>
QString masked(QStringView text, Wanted wanted)
{
    std::vector<bool> hidden(size_t(text.size()), false);
    bool any = false;
    for (const Found &found : scanSensitive(text)) {
        if (wanted(found)) {
            hide(hidden, found);
            any = true;
        }
    }
    return any ? withHidden(text, hidden) : text.toString();
}

/// Only a card that lies on both sides counts; each side's own are maskCards()' work.
std::optional<SplitMask> maskAcross(QStringView previous, QStringView seam, QStringView current)
{
    const QString both = previous % seam % current;
    const qsizetype begins = previous.size();
    const qsizetype resumes = begins + seam.size();
    std::vector<bool> hidden(size_t(both.size()), false);
    bool split = false;
    for (const Found &found : scanSensitive(both)) {
        split =
            split || (found.kind == Sensitive::Card && found.start < begins && found.end > resumes);
        if (isCardData(found))
            hide(hidden, found);
    }
    if (!split)
        return std::nullopt;
    const std::vector<bool> tail(hidden.begin() + resumes, hidden.end());
    return SplitMask{withHidden(previous, hidden), withHidden(current, tail)};
}

} // namespace

std::vector<Finding> findSensitive(QStringView text)
{
    std::vector<Finding> findings;
    for (const Found &found : scanSensitive(text))
        findings.push_back({found.kind, found.start, found.end - found.start});
    return findings;
}

QString maskCards(QStringView text)
{
    return masked(text, isCardData);
}

QString maskSensitive(QStringView text)
{
    return masked(text, [](const Found &found) { return found.kind != Sensitive::TrackingCode; });
}

std::optional<SplitMask> maskSplitCard(QStringView previous, QStringView current)
{
    // Read as one text, with a line end between (a separator that cards may have inside) and
    // without, because the cut may fall inside a group of four.
    for (const QStringView seam : {QStringView(u"\n"), QStringView(u"")}) {
        if (auto split = maskAcross(previous, seam, current))
            return split;
    }
    return std::nullopt;
}

} // namespace destek::text
