#include "ui/kit/painted_text.h"

#include "core/text/fold.h"
#include "core/text/safe_text.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace destek::ui
{

namespace
{

constexpr char32_t kVariation16 = 0xFE0F;
constexpr int kLongestName = 80;

/// Basic-plane characters that are emoji without being asked (Emoji_Presentation).
bool isEmojiByDefault(char32_t c)
{
    static constexpr std::array<std::pair<char32_t, char32_t>, 31> kRanges{
        {{0x231A, 0x231B}, {0x23E9, 0x23EC}, {0x23F0, 0x23F0}, {0x23F3, 0x23F3}, {0x25FD, 0x25FE},
         {0x2614, 0x2615}, {0x2648, 0x2653}, {0x267F, 0x267F}, {0x2693, 0x2693}, {0x26A1, 0x26A1},
         {0x26AA, 0x26AB}, {0x26BD, 0x26BE}, {0x26C4, 0x26C5}, {0x26CE, 0x26CE}, {0x26D4, 0x26D4},
         {0x26EA, 0x26EA}, {0x26F2, 0x26F3}, {0x26F5, 0x26F5}, {0x26FA, 0x26FA}, {0x26FD, 0x26FD},
         {0x2705, 0x2705}, {0x270A, 0x270B}, {0x2728, 0x2728}, {0x274C, 0x274C}, {0x274E, 0x274E},
         {0x2753, 0x2755}, {0x2757, 0x2757}, {0x2795, 0x2797}, {0x27B0, 0x27B0}, {0x2B1B, 0x2B1C},
         {0x2B50, 0x2B55}}};
    return std::any_of(kRanges.begin(), kRanges.end(),
                       [c](const auto &range) { return c >= range.first && c <= range.second; });
}

bool isEmoji(const QList<uint> &cluster)
{
    return std::any_of(cluster.begin(), cluster.end(), [](char32_t c) {
        return c == kVariation16 || c == 0x20E3 || (c >= 0x1F000 && c <= 0x1FAFF) ||
               isEmojiByDefault(c);
    });
}

bool mayHoldEmoji(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isSurrogate() || c.unicode() == kVariation16 || c.unicode() == 0x20E3 ||
               (c.unicode() >= 0x231A && isEmojiByDefault(c.unicode()));
    });
}

} // namespace

QString isolatedName(const QString &name)
{
    return text::isolate(text::visibleLine(name, kLongestName).text);
}

PaintedText prepared(const QString &text, const Theme &theme)
{
    PaintedText result;
    if (theme.emojiFamily().isEmpty() || !mayHoldEmoji(text)) {
        result.text = text;
        return result;
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end != -1; end = finder.toNextBoundary()) {
        QString cluster = text.sliced(start, end - start);
        start = end;
        if (!isEmoji(cluster.toUcs4())) {
            result.text += cluster;
            continue;
        }
        cluster.remove(QChar(ushort(kVariation16)));
        QTextLayout::FormatRange range;
        range.start = int(result.text.size());
        range.length = int(cluster.size());
        range.format.setFontFamilies({theme.emojiFamily()});
        range.format.setFontWeight(QFont::Normal);
        result.formats << range;
        result.text += cluster;
    }
    return result;
}

QSizeF layOut(QTextLayout &layout, const PaintedText &text, const QFont &font, qreal width,
              int maxLines)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFont(font);
    QString lines = text.text;
    lines.replace(u'\n', QChar::LineSeparator);
    layout.setText(lines);
    layout.setFormats(text.formats);
    layout.setCacheEnabled(true);
    const qreal lineHeight = std::ceil(QFontMetricsF(font).height() * 1.12);
    qreal y = 0;
    qreal widest = 0;
    layout.beginLayout();
    for (int count = 0; maxLines == 0 || count < maxLines; ++count) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        // A tall emoji must not push the lines apart: every line has the height of the text.
        line.setPosition(QPointF(0, y + (lineHeight - line.height()) / 2));
        y += lineHeight;
        widest = qMax(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return {std::ceil(widest), y};
}

QList<QTextLayout::FormatRange> foundFormats(const QString &line, const QStringList &words,
                                             const Theme &theme)
{
    QList<QTextLayout::FormatRange> formats;
    if (words.isEmpty())
        return formats;
    QTextCharFormat mark;
    mark.setBackground(theme.color(Token::WarnSoft));
    mark.setFontUnderline(true);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, line);
    for (qsizetype start = 0; start >= 0 && start < line.size();) {
        const qsizetype next = finder.toNextBoundary();
        const qsizetype end = next < 0 ? line.size() : next;
        const QStringList here =
            text::words(text::matchFold(QStringView(line).sliced(start, end - start).toString()));
        const bool found = std::any_of(here.begin(), here.end(), [&words](const QString &word) {
            return words.contains(word) || word.startsWith(words.constLast());
        });
        if (found)
            formats << QTextLayout::FormatRange{int(start), int(end - start), mark};
        start = end;
    }
    return formats;
}

qreal drawLine(QPainter &painter, const Theme &theme, const QString &words, const QFont &font,
               const QColor &color, const QRectF &rect, Qt::Alignment align,
               const QStringList &found)
{
    if (words.isEmpty() || rect.width() <= 0)
        return 0;
    // Long lines are cut before they are measured: a hostile one may hold 65,000 characters.
    QString shown = text::visibleLine(words, 300).text;
    const QFontMetricsF metrics(font);
    shown = metrics.elidedText(shown, Qt::ElideRight, rect.width());
    PaintedText ready = prepared(shown, theme);
    ready.formats += foundFormats(ready.text, found, theme);
    QTextLayout layout;
    const QSizeF size = layOut(layout, ready, font, 100000, 1);
    qreal x = rect.x();
    if (align & Qt::AlignRight)
        x = rect.right() - size.width();
    else if (align & Qt::AlignHCenter)
        x = rect.x() + (rect.width() - size.width()) / 2;
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(color);
    layout.draw(&painter, QPointF(x, rect.y() + (rect.height() - size.height()) / 2));
    painter.restore();
    return qMin(size.width(), rect.width());
}

} // namespace destek::ui
