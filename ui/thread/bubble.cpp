#include "ui/thread/bubble.h"

#include "core/text/safe_text.h"
#include "models/thread/thread_model.h"
#include "ui/inbox/inbox_delegate.h"
#include "ui/kit/glyph.h"

#include <QCoreApplication>

namespace destek::ui
{

using models::ThreadModel;

namespace
{

constexpr int kSideMargin = 16;
constexpr int kPadX = 10;
constexpr int kPadY = 7;
constexpr int kWidest = 560;

Glyph glyphOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Image:
        return Glyph::Image;
    case MessageKind::Video:
        return Glyph::Video;
    case MessageKind::Audio:
    case MessageKind::Voice:
        return Glyph::Voice;
    case MessageKind::Document:
        return Glyph::Document;
    case MessageKind::Sticker:
        return Glyph::Sticker;
    case MessageKind::Location:
        return Glyph::Location;
    case MessageKind::Contacts:
        return Glyph::Contacts;
    case MessageKind::Text:
    case MessageKind::Template:
    case MessageKind::Button:
    case MessageKind::Interactive:
        return Glyph::None;
    default:
        return Glyph::Question;
    }
}

bool isProblem(SendState state)
{
    return state == SendState::Failed || state == SendState::Refused || state == SendState::Unknown;
}

qreal widthOf(const QFont &font, const QString &text)
{
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 1;
}

} // namespace

QString bubbleActionWords(BubbleAction action)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Bubble", text); };
    switch (action) {
    case BubbleAction::TryAgain:
        return say(QT_TRANSLATE_NOOP("Bubble", "Try again"));
    case BubbleAction::Resend:
        return say(QT_TRANSLATE_NOOP("Bubble", "Resend"));
    case BubbleAction::GiveUp:
        return say(QT_TRANSLATE_NOOP("Bubble", "Give up"));
    case BubbleAction::CopyReason:
        return say(QT_TRANSLATE_NOOP("Bubble", "Copy reason"));
    case BubbleAction::ShowAll:
        return say(QT_TRANSLATE_NOOP("Bubble", "Show all"));
    case BubbleAction::Quote:
        return say(QT_TRANSLATE_NOOP("Bubble", "Reply"));
    case BubbleAction::React:
        return say(QT_TRANSLATE_NOOP("Bubble", "React"));
    case BubbleAction::CopyText:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Bubble", "Copy text"));
}

QList<BubbleAction> bubbleActions(const QModelIndex &index, bool mayDecide)
{
    const auto state = SendState(index.data(ThreadModel::StateRole).toInt());
    QList<BubbleAction> actions;
    if (state == SendState::Unknown && mayDecide)
        actions << BubbleAction::Resend << BubbleAction::GiveUp;
    else if (state == SendState::Failed && mayDecide &&
             index.data(ThreadModel::RetryAllowedRole).toBool())
        actions << BubbleAction::TryAgain;
    if (!index.data(ThreadModel::ProblemRole).toString().isEmpty())
        actions << BubbleAction::CopyReason;
    return actions;
}

Bubble::Bubble(const Theme &theme, const QModelIndex &index, Options options)
    : m_theme(theme), m_index(index), m_options(options), m_layout(std::make_unique<QTextLayout>())
{
    const auto message = index.data(ThreadModel::MessageRole).value<MessageView>();
    m_event = message.direction == Direction::Event;
    m_own = message.direction == Direction::Outbound;
    m_placeholder = glyphOf(message.kind) != Glyph::None && !m_event;
    m_time = index.data(ThreadModel::TimeRole).toString();
    m_problem = index.data(ThreadModel::ProblemRole).toString();
    qreal top = 0;
    if (index.data(ThreadModel::NeedsDayMarkRole).toBool()) {
        m_day = index.data(ThreadModel::DayWordsRole).toString();
        const qreal width = widthOf(theme.font(TextRole::SmallStrong), m_day) + 24;
        const qreal height = theme.px(22);
        m_dayRect = QRectF((options.width - width) / 2, theme.px(10), width, height);
        top = m_dayRect.bottom() + theme.px(8);
    }
    const bool starts = index.data(ThreadModel::StartsGroupRole).toBool();
    top += starts ? theme.px(8) : theme.px(2);
    if (m_own && starts)
        m_author = isolatedName(message.author);
    if (message.kind == MessageKind::Template)
        m_kicker = QCoreApplication::translate("Bubble", "Template · %1")
                       .arg(text::visibleLine(message.templateName, 80).text);
    m_event ? layOutEvent(top) : layOutBubble(top);
}

void Bubble::layOutEvent(qreal top)
{
    const auto shown = text::visible(m_index.data(ThreadModel::TextRole).toString(), kClip);
    const qreal most = qMin<qreal>(m_options.width - 2 * kSideMargin, 600) - 60;
    const QSizeF size = layOut(*m_layout, prepared(shown.text, m_theme),
                               m_theme.font(TextRole::Small), qMax<qreal>(most, 40));
    const qreal timeWidth = widthOf(m_theme.font(TextRole::Small), m_time);
    const qreal width = size.width() + 52 + timeWidth;
    m_box = QRectF((m_options.width - width) / 2, top + 2, width, size.height() + 10);
    m_textAt = QPointF(m_box.x() + 30, m_box.y() + 5);
    m_metaRect = QRectF(m_box.right() - timeWidth - 11, m_box.bottom() - 5 - m_theme.px(18),
                        timeWidth, m_theme.px(18));
    m_height = int(std::ceil(m_box.bottom() + 4));
}

void Bubble::layOutBubble(qreal top)
{
    const qreal most = qMin<qreal>(m_theme.px(kWidest), (m_options.width - 2 * kSideMargin) * 0.76);
    const qreal inner = qMax<qreal>(most - 2 * kPadX, 60);
    const qreal glyphRoom = m_placeholder ? m_theme.px(22) : 0;
    const QFont body = m_theme.font(TextRole::Body);
    const auto shown = text::visible(m_index.data(ThreadModel::TextRole).toString(),
                                     m_options.showAll ? text::kNoClip : kClip);
    m_clipped = shown.clipped;
    const QString words = m_clipped ? shown.text + u'…' : shown.text;
    const QSizeF textSize =
        layOut(*m_layout, prepared(words, m_theme), body, qMax<qreal>(inner - glyphRoom, 40));

    const qreal small = m_theme.px(18);
    qreal content = textSize.width() + glyphRoom;
    const QFont strong = m_theme.font(TextRole::SmallStrong);
    if (!m_author.isEmpty())
        content = qMax(content, qMin(inner, widthOf(strong, m_author)));
    if (!m_kicker.isEmpty())
        content = qMax(content, qMin(inner, widthOf(strong, m_kicker)));
    QSizeF problem;
    if (!m_problem.isEmpty()) {
        m_problemLayout = std::make_unique<QTextLayout>();
        problem = layOut(*m_problemLayout, {m_problem, {}}, m_theme.font(TextRole::Small), inner);
        content = qMax(content, problem.width());
    }
    // Time and state stand on the last line if there is room, else on one of their own.
    const bool mark =
        markOf(SendState(m_index.data(ThreadModel::StateRole).toInt())).glyph != Glyph::None;
    const qreal meta =
        widthOf(m_theme.font(TextRole::Small), m_time) + (m_own && mark ? m_theme.px(19) : 0);
    const int lines = m_layout->lineCount();
    const qreal lastLine = lines ? m_layout->lineAt(lines - 1).naturalTextWidth() + glyphRoom : 0;
    const bool fits = lastLine + 14 + meta <= inner;
    content = qMax(content, fits ? lastLine + 14 + meta : meta);

    const qreal width = content + 2 * kPadX;
    const qreal left = m_own ? m_options.width - kSideMargin - width : kSideMargin;
    qreal y = top + kPadY;
    if (!m_author.isEmpty()) {
        m_authorRect = QRectF(left + kPadX, y, content, small);
        y += small + 1;
    }
    if (!m_kicker.isEmpty()) {
        m_kickerRect = QRectF(left + kPadX, y, content, small);
        y += small + 1;
    }
    m_textAt = QPointF(left + kPadX + glyphRoom, y);
    y += textSize.height();
    const qreal metaTop = fits ? y - small : y;
    m_metaRect = QRectF(left + width - kPadX - meta, metaTop, meta, small);
    y = qMax(y, m_metaRect.bottom());
    if (m_problemLayout) {
        y += 8;
        m_problemAt = QPointF(left + kPadX, y);
        y += problem.height();
    }
    m_box = QRectF(left, top, width, 0);
    layOutLinks(left + kPadX, y + 2, content);
    if (!m_links.empty())
        y = m_links.back().rect.bottom() - 3;
    m_box.setHeight(y + kPadY - top);
    m_height = int(std::ceil(m_box.bottom())) + 1;
}

void Bubble::layOutLinks(qreal left, qreal y, qreal width)
{
    QList<BubbleAction> actions = bubbleActions(m_index, m_options.mayDecide);
    if (m_clipped)
        actions.prepend(BubbleAction::ShowAll);
    const QFont face = m_theme.font(TextRole::SmallStrong);
    const qreal height = m_theme.px(24);
    qreal x = left;
    for (const BubbleAction action : actions) {
        const QString words = bubbleActionWords(action);
        const qreal wide = widthOf(face, words) + 14;
        if (x > left && x + wide > left + qMax<qreal>(width, 160)) {
            x = left;
            y += height;
        }
        m_links.push_back({action, words, QRectF(x, y, wide, height)});
        x += wide;
    }
    // The bubble is as wide as its longest row of actions.
    for (const Link &link : m_links) {
        const qreal wider = link.rect.right() + kPadX - m_box.right();
        if (wider <= 0)
            continue;
        m_box.setWidth(m_box.width() + wider);
        if (m_own) {
            m_box.translate(-wider, 0);
            m_authorRect.translate(-wider, 0);
            m_kickerRect.translate(-wider, 0);
            m_textAt.rx() -= wider;
            m_problemAt.rx() -= wider;
            for (Link &each : m_links)
                each.rect.translate(-wider, 0);
        } else {
            m_metaRect.translate(wider, 0);
        }
    }
}

std::optional<BubbleAction> Bubble::actionAt(QPointF inRow) const
{
    for (const Link &link : m_links) {
        if (link.rect.contains(inRow))
            return link.action;
    }
    return std::nullopt;
}

void Bubble::paint(QPainter &painter, QPointF at, bool selected, bool focused) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_day.isEmpty())
        paintDayMark(painter, at);
    m_event ? paintEventLine(painter, at) : paintBody(painter, at, selected, focused);
    if (m_event && selected && focused) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Token::Focus), 1.5));
        painter.drawRect(m_box.translated(at));
    }
    painter.restore();
}

void Bubble::paintDayMark(QPainter &painter, QPointF at) const
{
    const QRectF pill = m_dayRect.translated(at);
    painter.setPen(m_theme.color(Token::Line));
    const qreal middle = std::floor(pill.center().y()) + 0.5;
    painter.drawLine(QPointF(at.x() + kSideMargin, middle), QPointF(pill.left(), middle));
    painter.drawLine(QPointF(pill.right(), middle),
                     QPointF(at.x() + m_options.width - kSideMargin, middle));
    drawLine(painter, m_theme, m_day, m_theme.font(TextRole::SmallStrong),
             m_theme.color(Token::TextMuted), pill.adjusted(12, 0, -10, 0));
}

void Bubble::paintEventLine(QPainter &painter, QPointF at) const
{
    // Square corners, a bar and a mark: nothing a customer types looks like this.
    const QRectF box = m_box.translated(at);
    painter.fillRect(box, m_theme.color(Token::EventBack));
    painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), m_theme.color(Token::EventLine));
    const auto message = m_index.data(ThreadModel::MessageRole).value<MessageView>();
    Glyph glyph = Glyph::Record;
    if (message.event == EventKind::OptedOut)
        glyph = Glyph::OptedOut;
    else if (message.event == EventKind::OptOutQuestion)
        glyph = Glyph::Question;
    else if (message.event == EventKind::CardMasked)
        glyph = Glyph::Lock;
    const qreal side = m_theme.px(14);
    paintGlyph(painter, glyph,
               QRectF(box.x() + 11, box.y() + 5 + (m_theme.px(18) - side) / 2, side, side),
               m_theme.color(Token::EventText));
    painter.setPen(m_theme.color(Token::EventText));
    m_layout->draw(&painter, at + m_textAt);
    drawLine(painter, m_theme, m_time, m_theme.font(TextRole::Small),
             m_theme.color(Token::EventText), m_metaRect.translated(at));
}

void Bubble::paintBody(QPainter &painter, QPointF at, bool selected, bool focused) const
{
    const QRectF box = m_box.translated(at).adjusted(0.5, 0.5, -0.5, -0.5);
    const auto state = SendState(m_index.data(ThreadModel::StateRole).toInt());
    const bool bad = state == SendState::Failed || state == SendState::Refused;
    Token back = m_own ? Token::BubbleOut : Token::BubbleIn;
    Token line = m_own ? Token::BubbleOutLine : Token::BubbleInLine;
    if (bad) {
        back = Token::BadSoft;
        line = Token::BadLine;
    } else if (state == SendState::Unknown) {
        back = Token::WarnSoft;
        line = Token::WarnLine;
    }
    painter.setBrush(m_theme.color(back));
    painter.setPen(selected && focused ? QPen(m_theme.color(Token::Focus), 2)
                                       : QPen(m_theme.color(line), 1));
    painter.drawRoundedRect(box, 8, 8);
    const QFont strong = m_theme.font(TextRole::SmallStrong);
    if (!m_author.isEmpty())
        drawLine(painter, m_theme, m_author, strong, m_theme.color(Token::TextMuted),
                 m_authorRect.translated(at));
    if (!m_kicker.isEmpty())
        drawLine(painter, m_theme, m_kicker, strong, m_theme.color(Token::Accent),
                 m_kickerRect.translated(at));
    if (m_placeholder) {
        const auto message = m_index.data(ThreadModel::MessageRole).value<MessageView>();
        const qreal side = m_theme.px(16);
        paintGlyph(painter, glyphOf(message.kind),
                   QRectF(at + m_textAt - QPointF(m_theme.px(22), -1), QSizeF(side, side)),
                   m_theme.color(Token::TextMuted));
    }
    painter.setPen(m_theme.color(m_placeholder ? Token::TextMuted : Token::Text));
    m_layout->draw(&painter, at + m_textAt);
    if (m_problemLayout) {
        painter.setPen(m_theme.color(bad                ? Token::Bad
                                     : isProblem(state) ? Token::Warn
                                                        : Token::TextMuted));
        m_problemLayout->draw(&painter, at + m_problemAt);
    }
    for (const Link &link : m_links)
        drawLine(painter, m_theme, link.words, m_theme.font(TextRole::SmallStrong),
                 m_theme.color(Token::Link), link.rect.translated(at));
    paintMeta(painter, at);
}

void Bubble::paintMeta(QPainter &painter, QPointF at) const
{
    const QRectF meta = m_metaRect.translated(at);
    drawLine(painter, m_theme, m_time, m_theme.font(TextRole::Small),
             m_theme.color(Token::TextFaint), meta);
    if (!m_own)
        return;
    const StateMark mark = markOf(SendState(m_index.data(ThreadModel::StateRole).toInt()));
    const qreal side = m_theme.px(15);
    paintGlyph(painter, mark.glyph,
               QRectF(meta.right() - side, meta.y() + (meta.height() - side) / 2, side, side),
               m_theme.color(mark.color));
}

} // namespace destek::ui
