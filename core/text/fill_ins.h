#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <optional>

/// The places in a quick reply that are filled in for each person: {name}, {first_name}, {agent},
/// {business} and {field:Name of a field}, each with a fallback after a bar:
/// "Merhaba {first_name|değerli müşterimiz}". Pure functions, safe from any thread.
namespace destek::text
{

struct FillIn {
    qsizetype start = 0; ///< UTF-16 units, the opening brace
    qsizetype length = 0;
    QString name;     ///< "first_name"
    QString argument; ///< {field:…}: the field's name
    std::optional<QString> fallback;
    bool operator==(const FillIn &) const = default;
};

/// Small Latin letters and underscores, at least three, between braces; anything else in braces
/// is text. Names that nobody knows are found as well, so that a slip is noticed.
[[nodiscard]] QList<FillIn> fillIns(QStringView text);
/// Something fills it in if there is a value for it.
[[nodiscard]] bool isKnown(const FillIn &place);

/// nullopt: nothing is known.
using ValueOf = std::function<std::optional<QString>(const FillIn &place)>;

struct FilledText {
    QString text;
    QList<FillIn> open; ///< in `text`: neither a value nor a fallback
};

/// In one pass: what a value contains is not read again.
[[nodiscard]] FilledText filledIn(QStringView text, const ValueOf &valueOf);

} // namespace destek::text
