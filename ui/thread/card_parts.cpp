// Notices, quotes, cards and buttons.
#include "core/text/safe_text.h"
#include "ui/thread/bubble_part.h"

#include <QCoreApplication>

namespace destek::ui
{

namespace
{

constexpr int kPad = 8;
constexpr int kBar = 3;

QString say(const char *text)
{
    return QCoreApplication::translate("Bubble", text);
}

void paintGround(QPainter &painter, const Theme &theme, const QRectF &box)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Sunken));
    painter.drawRoundedRect(box, 5, 5);
}

QString authorOf(const QuoteView &quote)
{
    if (!quote.id.isValid())
        return {};
    if (!quote.fromUs)
        return say(QT_TRANSLATE_NOOP("Bubble", "Customer"));
    return quote.author.isEmpty() ? say(QT_TRANSLATE_NOOP("Bubble", "Us"))
                                  : isolatedName(quote.author);
}

QString quoted(const QuoteView &quote)
{
    if (!quote.id.isValid() && quote.text.isEmpty())
        return say(QT_TRANSLATE_NOOP("Bubble", "The message this answers is not available."));
    return quote.text;
}

} // namespace

NoticePart::NoticePart(const Theme &theme, Glyph glyph, const QString &sentence, bool withSave)
    : m_theme(theme), m_glyph(glyph),
      m_text(theme, sentence, {TextRole::Body, Token::TextMuted, false, 3000, 0, {}}),
      m_withSave(withSave)
{
}

QSizeF NoticePart::layOut(qreal width)
{
    const qreal room = m_theme.px(22);
    QSizeF size = m_text.layOut(width - room);
    size.rwidth() += room;
    if (m_withSave) {
        const QString words = say(QT_TRANSLATE_NOOP("Bubble", "Save as…"));
        m_save = QRectF(room, size.height(), lineWidth(m_theme.font(TextRole::SmallStrong), words),
                        m_theme.px(22));
        size = QSizeF(qMax(size.width(), m_save.right()), m_save.bottom());
    }
    return size;
}

void NoticePart::paint(QPainter &painter, QPointF at) const
{
    const qreal side = m_theme.px(16);
    paintGlyph(painter, m_glyph, QRectF(at + QPointF(0, 1), QSizeF(side, side)),
               m_theme.color(Token::TextMuted));
    m_text.paint(painter, at + QPointF(m_theme.px(22), 0));
    if (m_withSave)
        drawLine(painter, m_theme, say("Save as…"), m_theme.font(TextRole::SmallStrong),
                 m_theme.color(Token::Link), m_save.translated(at));
}

std::optional<BubbleHit> NoticePart::hitAt(QPointF inPart) const
{
    if (m_withSave && m_save.contains(inPart))
        return BubbleHit{BubbleAction::SaveAs, {}, 0};
    return std::nullopt;
}

QuotePart::QuotePart(const Theme &theme, const QuoteView &quote)
    : m_theme(theme), m_author(authorOf(quote)), m_known(quote.id.isValid()),
      m_text(theme, quoted(quote), {TextRole::Small, Token::TextMuted, true, 300, 3, {}})
{
}

QSizeF QuotePart::layOut(qreal width)
{
    QSizeF size = m_text.layOut(width - kBar - 2 * kPad);
    if (!m_author.isEmpty()) {
        size.rheight() += m_theme.px(18);
        size.setWidth(
            qMax(size.width(), qMin(lineWidth(m_theme.font(TextRole::SmallStrong), m_author),
                                    width - kBar - 2 * kPad)));
    }
    m_size = QSizeF(size.width() + kBar + 2 * kPad, size.height() + 8);
    return m_size;
}

void QuotePart::paint(QPainter &painter, QPointF at) const
{
    paintGround(painter, m_theme, QRectF(at, m_size));
    painter.fillRect(QRectF(at.x(), at.y() + 2, kBar, m_size.height() - 4),
                     m_theme.color(m_known ? Token::Accent : Token::LineStrong));
    qreal y = at.y() + 4;
    if (!m_author.isEmpty()) {
        drawLine(painter, m_theme, m_author, m_theme.font(TextRole::SmallStrong),
                 m_theme.color(Token::Accent),
                 QRectF(at.x() + kBar + kPad, y, m_size.width() - kBar - 2 * kPad, m_theme.px(18)));
        y += m_theme.px(18);
    }
    m_text.paint(painter, QPointF(at.x() + kBar + kPad, y));
}

std::optional<BubbleHit> QuotePart::hitAt(QPointF inPart) const
{
    if (QRectF(QPointF(), m_size).contains(inPart))
        return BubbleHit{BubbleAction::JumpToQuote, {}, 0};
    return std::nullopt;
}

CardPart::CardPart(const Theme &theme, Glyph glyph, const QString &title, QList<Row> rows)
    : m_theme(theme), m_glyph(glyph), m_title(text::visibleLine(title, 120).text)
{
    const qsizetype surplus = rows.size() - kMostRows;
    if (surplus > 0) {
        rows.resize(kMostRows);
        rows << Row{{},
                    QCoreApplication::translate("Bubble", "%n more; copying takes all of them",
                                                nullptr, int(surplus)),
                    {},
                    {},
                    false};
    }
    for (Row &row : rows) {
        Placed placed;
        placed.text = std::make_unique<TextPart>(
            theme, row.value,
            TextPart::Options{
                row.strong ? TextRole::Strong : TextRole::Body, Token::Text, false, 600, 0, {}});
        placed.row = std::move(row);
        m_rows.push_back(std::move(placed));
    }
}

QSizeF CardPart::layOut(qreal width)
{
    const qreal inner = qMax<qreal>(width - 2 * kPad, 40);
    const QFont strong = m_theme.font(TextRole::SmallStrong);
    qreal y = kPad;
    qreal widest = 0;
    if (!m_title.isEmpty()) {
        widest = qMin(inner, lineWidth(strong, m_title) + m_theme.px(22));
        y += m_theme.px(20);
    }
    for (Placed &placed : m_rows) {
        const qreal link =
            placed.row.link.isEmpty() ? 0 : lineWidth(strong, placed.row.link) + m_theme.px(14);
        placed.top = y;
        if (!placed.row.caption.isEmpty()) {
            y += m_theme.px(17);
            widest = qMax(
                widest, qMin(inner, lineWidth(m_theme.font(TextRole::Small), placed.row.caption)));
        }
        placed.textTop = y;
        const QSizeF size = placed.text->layOut(qMax<qreal>(inner - link, 40));
        placed.link = QRectF(0, y, link, m_theme.px(20));
        y += qMax(size.height(), link > 0 ? placed.link.height() : 0) + 3;
        widest = qMax(widest, size.width() + link);
    }
    m_size = QSizeF(widest + 2 * kPad, y + kPad - 3);
    return m_size;
}

void CardPart::stretch(qreal width)
{
    m_size.setWidth(width);
    for (Placed &placed : m_rows)
        placed.link.moveRight(width - kPad);
}

void CardPart::paint(QPainter &painter, QPointF at) const
{
    paintGround(painter, m_theme, QRectF(at, m_size));
    const qreal inner = m_size.width() - 2 * kPad;
    const QFont strong = m_theme.font(TextRole::SmallStrong);
    if (!m_title.isEmpty()) {
        const qreal side = m_theme.px(15);
        paintGlyph(painter, m_glyph, QRectF(at + QPointF(kPad, kPad + 1), QSizeF(side, side)),
                   m_theme.color(Token::TextMuted));
        drawLine(painter, m_theme, m_title, strong, m_theme.color(Token::TextMuted),
                 QRectF(at.x() + kPad + m_theme.px(22), at.y() + kPad, inner - m_theme.px(22),
                        m_theme.px(18)));
    }
    for (const Placed &placed : m_rows) {
        drawLine(painter, m_theme, placed.row.caption, m_theme.font(TextRole::Small),
                 m_theme.color(Token::TextMuted),
                 QRectF(at.x() + kPad, at.y() + placed.top, inner, m_theme.px(17)));
        placed.text->paint(painter, at + QPointF(kPad, placed.textTop));
        drawLine(painter, m_theme, placed.row.link, strong, m_theme.color(Token::Link),
                 placed.link.translated(at), Qt::AlignRight);
    }
}

std::optional<BubbleHit> CardPart::hitAt(QPointF inPart) const
{
    for (const Placed &placed : m_rows) {
        if (!placed.row.link.isEmpty() && placed.link.contains(inPart))
            return BubbleHit{BubbleAction::CopyLine, placed.row.copied, 0};
    }
    return std::nullopt;
}

QList<BubbleHit> CardPart::lines() const
{
    QList<BubbleHit> lines;
    for (const Placed &placed : m_rows) {
        if (!placed.row.link.isEmpty())
            lines << BubbleHit{BubbleAction::CopyLine, placed.row.copied, 0};
    }
    return lines;
}

QString CardPart::words() const
{
    QStringList lines{m_title};
    for (const Placed &placed : m_rows)
        lines << placed.row.caption << placed.text->words() << placed.row.link;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

ButtonsPart::ButtonsPart(const Theme &theme, const QList<ButtonView> &buttons,
                         const std::optional<ListView> &list)
    : m_theme(theme)
{
    for (const ButtonView &button : buttons) {
        m_lines << Line{button.label,
                        TextRole::SmallStrong,
                        Token::TextMuted,
                        button.kind == ButtonKind::Url        ? Glyph::Link
                        : button.kind == ButtonKind::CopyCode ? Glyph::Copy
                                                              : Glyph::Reply,
                        true,
                        true};
        if (!button.value.isEmpty())
            m_lines << Line{button.value, TextRole::Small, Token::TextFaint,
                            Glyph::None,  false,           true};
    }
    if (!list)
        return;
    m_lines << Line{list->button, TextRole::SmallStrong, Token::TextMuted, Glyph::Log, true, true};
    for (const ListView::Section &section : list->sections) {
        if (!section.title.isEmpty())
            m_lines << Line{
                section.title, TextRole::SmallStrong, Token::TextMuted, Glyph::None, true, false};
        for (const ListView::Row &row : section.rows) {
            m_lines << Line{row.title, TextRole::Body, Token::Text, Glyph::None, false, false};
            if (!row.description.isEmpty())
                m_lines << Line{row.description, TextRole::Small, Token::TextMuted,
                                Glyph::None,     false,           false};
        }
    }
}

QSizeF ButtonsPart::layOut(qreal width)
{
    qreal widest = 0;
    for (const Line &line : std::as_const(m_lines))
        widest = qMax(widest, lineWidth(m_theme.font(line.role), line.text) +
                                  (line.glyph == Glyph::None ? 0 : m_theme.px(22)));
    m_size = QSizeF(qMin(widest, width), 0);
    for (const Line &line : std::as_const(m_lines))
        m_size.rheight() += m_theme.px(line.rule ? 26 : 19);
    return m_size;
}

void ButtonsPart::paint(QPainter &painter, QPointF at) const
{
    qreal y = at.y();
    for (const Line &line : m_lines) {
        const qreal height = m_theme.px(line.rule ? 26 : 19);
        if (line.rule) {
            painter.setPen(QPen(m_theme.color(Token::Line), 1));
            painter.drawLine(QPointF(at.x(), y + 2.5), QPointF(at.x() + m_size.width(), y + 2.5));
        }
        QRectF rect(at.x(), y + (line.rule ? 4 : 0), m_size.width(), height - (line.rule ? 4 : 0));
        if (line.glyph != Glyph::None) {
            const qreal side = m_theme.px(14);
            const qreal words =
                qMin(rect.width() - m_theme.px(22), lineWidth(m_theme.font(line.role), line.text));
            const qreal left = rect.x() + (rect.width() - words - m_theme.px(20)) / 2;
            paintGlyph(painter, line.glyph,
                       QRectF(left, rect.y() + (rect.height() - side) / 2, side, side),
                       m_theme.color(line.ink));
            rect.setLeft(left + m_theme.px(20));
        }
        drawLine(painter, m_theme, line.text, m_theme.font(line.role), m_theme.color(line.ink),
                 rect,
                 line.centred && line.glyph == Glyph::None ? Qt::AlignHCenter : Qt::AlignLeft);
        y += height;
    }
}

QString ButtonsPart::words() const
{
    QStringList lines;
    for (const Line &line : m_lines)
        lines << line.text;
    return lines.join(u'\n');
}

} // namespace destek::ui
