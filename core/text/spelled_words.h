#pragma once

#include <QList>
#include <QStringView>

/// Which words of a text a spelling dictionary should be asked about. Pure functions, safe from
/// any thread.
namespace destek::text
{

struct WordPlace {
    qsizetype start = 0; ///< UTF-16 units
    qsizetype length = 0;
    bool operator==(const WordPlace &) const = default;
};

/// Words of Latin letters, with an apostrophe inside ("İstanbul'da"). Left out: addresses of the
/// web and of mail, numbers, codes that hold a digit or an underscore, what stands between
/// backticks, places to fill in ({first_name|…}), mentions (@…), single letters.
[[nodiscard]] QList<WordPlace> spelledWords(QStringView line);

} // namespace destek::text
