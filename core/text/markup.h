#pragma once

#include <QFlags>
#include <QList>
#include <QString>

/// WhatsApp's own formatting: *bold*, _italic_, ~struck out~, `mono`, ```mono over lines```,
/// lines that begin with "- ", "* ", "1. " or "> ". Plain text in, places out; never HTML, never
/// a link. The text is not made safe here: call visible() first for what is painted. Pure, linear
/// in the length of the text, safe from any thread.
namespace destek::text
{

enum class Style : quint8 { Bold = 1, Italic = 2, Strike = 4, Mono = 8 };
Q_DECLARE_FLAGS(Styles, Style)
Q_DECLARE_OPERATORS_FOR_FLAGS(Styles)

/// A stretch of the text that looks different from plain. UTF-16 units.
struct MarkupRun {
    qsizetype start = 0;
    qsizetype length = 0;
    Styles styles;
    /// The signs themselves: what is being typed shows them pale, a bubble leaves them out.
    bool isMark = false;
    bool operator==(const MarkupRun &) const = default;
};

enum class BlockKind : quint8 { Plain, Bullet, Numbered, Quote };

/// One line. `length` is without its line end; `prefix` counts what stands before the words
/// ("- ", "12. ", "> ").
struct MarkupBlock {
    BlockKind kind = BlockKind::Plain;
    qsizetype start = 0;
    qsizetype length = 0;
    qsizetype prefix = 0;
    bool operator==(const MarkupBlock &) const = default;
};

/// Runs are in order, do not overlap and never cross a line; plain stretches have none. There is
/// one block per line, so one even for empty text.
struct Markup {
    QString text;
    QList<MarkupRun> runs;
    QList<MarkupBlock> blocks;
    bool operator==(const Markup &) const = default;
};

/// The text as it came, with the places of its signs: for an editor.
[[nodiscard]] Markup markup(const QString &text);

/// The text without the signs: for a bubble. Bullets become "• ", the "> " of a quote is left
/// out (its block says that it is one), numbers stay.
[[nodiscard]] Markup withoutMarks(const QString &text);

} // namespace destek::text
