#pragma once

#include <QString>

#include <limits>

/// Message text is hostile (facts/trust.md 2.3, 4.10): what a customer typed is made safe before
/// it is painted as plain text. Stored text stays as it came. Pure, safe from any thread.
namespace destek::text
{

constexpr qsizetype kNoClip = std::numeric_limits<qsizetype>::max();
/// More combining marks than this on one base are dropped: they would paint over other lines.
constexpr int kMarksPerBase = 8;

/// What may be painted; when clipped, the view offers "show all".
struct VisibleText {
    QString text;
    bool clipped = false;

    bool operator==(const VisibleText &) const = default;
};

/// Text for painting: control characters become control pictures, NUL and broken surrogates
/// become U+FFFD, bidi overrides and unbalanced isolates become U+FFFD, zero-width characters
/// become one U+2423 (joiners stay where emoji and scripts need them), line ends become \n,
/// combining marks are limited, and at most maxGraphemes user-perceived characters remain.
/// Idempotent for equal limits.
[[nodiscard]] VisibleText visible(QStringView raw, qsizetype maxGraphemes = kNoClip);

/// The same for a single line (names, list rows): line ends and tabs become spaces.
[[nodiscard]] VisibleText visibleLine(QStringView raw, qsizetype maxGraphemes = kNoClip);

/// A name between U+2068 and U+2069, without bidi controls or line ends inside, so that it cannot
/// turn the words around it. Put it into sentences; combine with visibleLine() first.
[[nodiscard]] QString isolate(QStringView name);

/// A file name every supported system accepts and that shows what it is: no folders, controls,
/// bidi tricks, reserved device names, leading dots or trailing dots and spaces; at most 120
/// UTF-16 units and 200 bytes of UTF-8, extension kept. Never empty ("file").
[[nodiscard]] QString safeFileName(QStringView name);

} // namespace destek::text
