#include "ui/thread/bubble.h"

#include "core/text/safe_text.h"
#include "models/format/words.h"
#include "models/thread/thread_model.h"
#include "models/work/team_book.h"
#include "ui/inbox/inbox_delegate.h"
#include "ui/kit/glyph.h"
#include "ui/kit/note_edge.h"

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
constexpr int kBetweenParts = 5;
constexpr int kNoteStrip = 5; ///< inside the padding

bool isProblem(SendState state)
{
    return state == SendState::Failed || state == SendState::Refused || state == SendState::Unknown;
}

QString say(const char *text)
{
    return QCoreApplication::translate("Bubble", text);
}

Glyph eventGlyph(EventKind event)
{
    switch (event) {
    case EventKind::OptedOut:
        return Glyph::OptedOut;
    case EventKind::OptOutQuestion:
        return Glyph::Question;
    case EventKind::CardMasked:
        return Glyph::Lock;
    case EventKind::IdentityKeyChanged:
    case EventKind::NumberRecycled:
        return Glyph::Warning;
    default:
        return Glyph::Record;
    }
}

QString kickerOf(const MessageView &message)
{
    QStringList words;
    if (message.kind == MessageKind::Template)
        words << QCoreApplication::translate("Bubble", "Template · %1")
                     .arg(text::visibleLine(message.templateName, 80).text);
    return (words + words::markWords(message.content)).join(u" · ");
}

/// Counts down in whole seconds: three, two, one.
QString undoWords(Duration left)
{
    return QCoreApplication::translate("Bubble", "Undo (%1 s)")
        .arg(QLocale().toString((left.count() + 999) / 1000));
}

QString noteWords(const MessageView &note, const models::TeamBook *team)
{
    if (team && note.mentions.contains(team->me()))
        return say(QT_TRANSLATE_NOOP("Bubble", "Internal note · mentions you"));
    return say(QT_TRANSLATE_NOOP("Bubble", "Internal note"));
}

} // namespace

QString bubbleActionWords(BubbleAction action)
{
    switch (action) {
    case BubbleAction::TakeBack:
        return say(QT_TRANSLATE_NOOP("Bubble", "Undo"));
    case BubbleAction::TryAgain:
    case BubbleAction::FetchAgain:
        return say(QT_TRANSLATE_NOOP("Bubble", "Try again"));
    case BubbleAction::Resend:
        return say(QT_TRANSLATE_NOOP("Bubble", "Resend"));
    case BubbleAction::GiveUp:
        return say(QT_TRANSLATE_NOOP("Bubble", "Mark as not sent"));
    case BubbleAction::Rewrite:
        return say(QT_TRANSLATE_NOOP("Bubble", "Edit"));
    case BubbleAction::Templates:
        return say(QT_TRANSLATE_NOOP("Bubble", "Templates"));
    case BubbleAction::Tell:
        return say(QT_TRANSLATE_NOOP("Bubble", "Tell a colleague"));
    case BubbleAction::CopyReason:
        return say(QT_TRANSLATE_NOOP("Bubble", "Copy reason"));
    case BubbleAction::ShowAll:
        return say(QT_TRANSLATE_NOOP("Bubble", "Show all"));
    case BubbleAction::PlayOrOpen:
        return say(QT_TRANSLATE_NOOP("Bubble", "Open or play"));
    case BubbleAction::Back:
        return say(QT_TRANSLATE_NOOP("Bubble", "5 seconds back"));
    case BubbleAction::Forward:
        return say(QT_TRANSLATE_NOOP("Bubble", "5 seconds forward"));
    case BubbleAction::Speed:
        return say(QT_TRANSLATE_NOOP("Bubble", "Change speed"));
    case BubbleAction::SaveAs:
        return say(QT_TRANSLATE_NOOP("Bubble", "Save as…"));
    case BubbleAction::JumpToQuote:
        return say(QT_TRANSLATE_NOOP("Bubble", "Go to the message it answers"));
    case BubbleAction::Quote:
        return say(QT_TRANSLATE_NOOP("Bubble", "Reply"));
    case BubbleAction::React:
        return say(QT_TRANSLATE_NOOP("Bubble", "React"));
    case BubbleAction::History:
        return say(QT_TRANSLATE_NOOP("Bubble", "What happened to it"));
    case BubbleAction::CopyLine:
        return say(QT_TRANSLATE_NOOP("Bubble", "Copy"));
    case BubbleAction::Seek:
    case BubbleAction::CopyText:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Bubble", "Copy text"));
}

namespace
{

/// Where nobody may write to the person any more there is nothing to change either.
bool mayWriteAgain(SendRefusal refusal)
{
    using R = SendRefusal;
    return refusal != R::OptedOut && refusal != R::PersonErased && refusal != R::NotPermitted &&
           refusal != R::Standby && refusal != R::NoRecipient && refusal != R::ConversationUnknown;
}

/// After our own policy said no when its turn came.
QList<BubbleAction> waysOn(const MessageView &message)
{
    QList<BubbleAction> actions;
    const auto refusal = fromWireName<SendRefusal>(message.refusal);
    if (refusal == SendRefusal::WindowClosed)
        actions << BubbleAction::Templates;
    if (refusal && mayWriteAgain(*refusal) && message.kind == MessageKind::Text &&
        !message.text.isEmpty())
        actions << BubbleAction::Rewrite;
    return actions;
}

} // namespace

QList<BubbleAction> bubbleActions(const MessageView &message, bool mayDecide)
{
    QList<BubbleAction> actions;
    if (message.state == SendState::Unknown && mayDecide)
        actions << BubbleAction::Resend << BubbleAction::GiveUp;
    else if (mayDecide && words::mayTryAgain(message))
        actions << BubbleAction::TryAgain;
    else if (message.state == SendState::Refused && mayDecide)
        actions = waysOn(message);
    if (!words::problemSentence(message).isEmpty())
        actions << BubbleAction::CopyReason;
    const bool lost = message.state == SendState::Failed || message.state == SendState::Refused;
    if (lost && mayDecide && message.direction == Direction::Outbound)
        actions << BubbleAction::Tell;
    return actions;
}

Bubble::Bubble(const Theme &theme, const QModelIndex &index, Options options)
    : m_theme(theme), m_options(options),
      m_message(index.data(ThreadModel::MessageRole).value<MessageView>())
{
    m_options.look.theme = &theme;
    m_note = m_message.kind == MessageKind::Note && m_message.direction == Direction::Event;
    m_event = m_message.direction == Direction::Event && !m_note;
    m_own = m_message.direction == Direction::Outbound || m_note;
    m_bare = m_message.kind == MessageKind::Sticker && m_message.content.media &&
             m_message.content.media->state == MediaState::Here && !m_message.content.revoked;
    m_time = index.data(ThreadModel::TimeRole).toString();
    if (m_message.content.edited && !m_message.content.revoked)
        m_time = QCoreApplication::translate("Bubble", "edited · %1").arg(m_time);
    m_problem = index.data(ThreadModel::ProblemRole).toString();
    if (!m_problem.isEmpty() && m_message.attempts > 1)
        m_problem +=
            u' ' +
            QCoreApplication::translate("Bubble", "Attempts so far: %1.").arg(m_message.attempts);
    qreal top = 0;
    if (index.data(ThreadModel::NeedsDayMarkRole).toBool()) {
        m_day = index.data(ThreadModel::DayWordsRole).toString();
        const qreal width = lineWidth(theme.font(TextRole::SmallStrong), m_day) + 24;
        const qreal height = theme.px(22);
        m_dayRect = QRectF((options.width - width) / 2, theme.px(10), width, height);
        top = m_dayRect.bottom() + theme.px(8);
    }
    if (index.data(ThreadModel::StartsUnreadRole).toBool()) {
        m_unread = say(QT_TRANSLATE_NOOP("Bubble", "Unread messages"));
        m_unreadRect = QRectF(0, top + theme.px(6), options.width, theme.px(22));
        top = m_unreadRect.bottom() + theme.px(4);
    }
    const bool starts = index.data(ThreadModel::StartsGroupRole).toBool();
    top += starts ? theme.px(8) : theme.px(2);
    if (m_own && starts)
        m_author = isolatedName(m_message.author);
    m_kicker = m_note ? noteWords(m_message, options.look.team) : kickerOf(m_message);
    m_event ? layOutEvent(top) : layOutBubble(top);
    if (const Letters letters = chosenLetters(); letters.from < letters.to)
        m_parts.at(std::size_t(m_options.from->part)).part->choose(letters);
}

Letters Bubble::chosenLetters() const
{
    const auto &from = m_options.from;
    const auto &to = m_options.to;
    if (!from || !to || from->part != to->part || from->part < 0 ||
        from->part >= int(m_parts.size()))
        return {};
    return {qMin(from->letter, to->letter), qMax(from->letter, to->letter)};
}

QString Bubble::chosenWords() const
{
    const Letters letters = chosenLetters();
    return letters.from < letters.to
               ? m_parts.at(std::size_t(m_options.from->part)).part->copied(letters)
               : QString();
}

std::optional<WordsPlace> Bubble::wordsAt(QPointF inRow, std::optional<int> part) const
{
    for (int i = 0; i < int(m_parts.size()); ++i) {
        if (part && *part != i)
            continue;
        const Placed &placed = m_parts.at(std::size_t(i));
        if (const auto letter = placed.part->letterAt(inRow - placed.at, part.has_value()))
            return WordsPlace{i, *letter};
    }
    return std::nullopt;
}

std::pair<WordsPlace, WordsPlace> Bubble::wordAround(WordsPlace place) const
{
    const Letters word = m_parts.at(std::size_t(place.part)).part->wordAt(place.letter);
    return {{place.part, word.from}, {place.part, word.to}};
}

QString Bubble::paintedText() const
{
    if (m_layout)
        return m_layout->text();
    QStringList words;
    for (const Placed &placed : m_parts)
        words << placed.part->words();
    return words.join(u'\n');
}

void Bubble::layOutEvent(qreal top)
{
    m_layout = std::make_unique<QTextLayout>();
    const auto shown = text::visible(words::eventSentence(m_message), kClip);
    const qreal most = qMin<qreal>(m_options.width - 2 * kSideMargin, 600) - 60;
    const QSizeF size = layOut(*m_layout, prepared(shown.text, m_theme),
                               m_theme.font(TextRole::Small), qMax<qreal>(most, 40));
    const qreal timeWidth = lineWidth(m_theme.font(TextRole::Small), m_time);
    const qreal width = size.width() + m_theme.px(52) + timeWidth;
    m_box = QRectF((m_options.width - width) / 2, top + 2, width, size.height() + 10);
    m_textAt = QPointF(m_box.x() + m_theme.px(30), m_box.y() + 5);
    m_metaRect = QRectF(m_box.right() - timeWidth - 11, m_box.bottom() - 5 - m_theme.px(18),
                        timeWidth, m_theme.px(18));
    m_height = int(std::ceil(m_box.bottom() + 4));
}

/// Sizes of the parts, their places relative to the first, and the widest.
void Bubble::layOutParts(qreal inner, qreal &content, qreal &height)
{
    const qsizetype clip = m_options.showAll ? text::kNoClip : kClip;
    for (auto &part : bubbleParts(m_options.look, m_message, clip, &m_clipped)) {
        Placed placed;
        placed.part = std::move(part);
        placed.size = placed.part->layOut(inner);
        if (!m_parts.empty())
            height += kBetweenParts;
        placed.at = QPointF(0, height);
        height += placed.size.height();
        content = qMax(content, placed.size.width());
        m_parts.push_back(std::move(placed));
    }
}

void Bubble::layOutBubble(qreal top)
{
    const qreal most = qMin<qreal>(m_theme.px(kWidest), (m_options.width - 2 * kSideMargin) * 0.76);
    const qreal inner = qMax<qreal>(most - 2 * kPadX, 60);
    qreal content = 0;
    qreal partsHeight = 0;
    layOutParts(inner, content, partsHeight);

    const qreal small = m_theme.px(18);
    const QFont strong = m_theme.font(TextRole::SmallStrong);
    if (!m_author.isEmpty())
        content = qMax(content, qMin(inner, lineWidth(strong, m_author)));
    if (!m_kicker.isEmpty())
        content = qMax(content, qMin(inner, lineWidth(strong, m_kicker)));
    QSizeF problem;
    if (!m_problem.isEmpty()) {
        m_problemLayout = std::make_unique<QTextLayout>();
        problem = layOut(*m_problemLayout, {m_problem, {}}, m_theme.font(TextRole::Small), inner);
        content = qMax(content, problem.width());
    }
    // Time and state stand on the last line if there is room, else on one of their own.
    const bool mark = !m_note && markOf(m_message.state).glyph != Glyph::None;
    const qreal meta =
        lineWidth(m_theme.font(TextRole::Small), m_time) + (m_own && mark ? m_theme.px(19) : 0);
    const qreal lastLine = m_parts.empty() ? -1 : m_parts.back().part->lastLine();
    const bool fits = lastLine >= 0 && lastLine + 14 + meta <= inner;
    content = qMax(content, fits ? lastLine + 14 + meta : meta);
    for (Placed &placed : m_parts)
        placed.part->stretch(content);

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
    for (Placed &placed : m_parts)
        placed.at += QPointF(left + kPadX, y);
    y += partsHeight;
    const qreal metaTop = fits ? y - small : y + (m_parts.empty() || lastLine >= 0 ? 0 : 2);
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
    layOutReactions();
}

/// A pill over the lower edge of the bubble.
void Bubble::layOutReactions()
{
    QStringList emoji;
    for (const ReactionView &reaction : m_message.content.reactions) {
        const QString shown = text::visibleLine(reaction.emoji, 2).text;
        if (!emoji.contains(shown))
            emoji << shown;
    }
    if (emoji.isEmpty())
        return;
    m_reactionWords = emoji.join(u' ');
    if (m_message.content.reactions.size() > 1)
        m_reactionWords += u' ' + QLocale().toString(m_message.content.reactions.size());
    // An emoji takes more room in its own font than the text font says.
    const qreal wide = lineWidth(m_theme.font(TextRole::Small), m_reactionWords) + m_theme.px(10) +
                       m_theme.px(8) * qreal(emoji.size());
    const qreal tall = m_theme.px(22);
    const qreal left = m_own ? m_box.right() - wide - 10 : m_box.left() + 10;
    m_reactions = QRectF(left, m_box.bottom() - 5, wide, tall);
    m_height = int(std::ceil(m_reactions.bottom())) + 2;
}

QString Bubble::toolTipAt(QPointF inRow) const
{
    if (m_reactionWords.isEmpty() || !m_reactions.contains(inRow))
        return {};
    QStringList lines;
    for (const ReactionView &reaction : m_message.content.reactions) {
        const QString who = reaction.fromUs ? isolatedName(reaction.author)
                                            : QCoreApplication::translate("Bubble", "Customer");
        lines << QCoreApplication::translate("Bubble", "%1 %2, %3", "emoji, who, when")
                     .arg(text::visibleLine(reaction.emoji, 2).text, who,
                          words::fullTime(reaction.at));
    }
    return lines.join(u'\n');
}

void Bubble::layOutLinks(qreal left, qreal y, qreal width)
{
    QList<BubbleAction> actions = bubbleActions(m_message, m_options.mayDecide);
    if (m_clipped)
        actions.prepend(BubbleAction::ShowAll);
    if (m_options.held.count() > 0)
        actions.prepend(BubbleAction::TakeBack);
    const QFont face = m_theme.font(TextRole::SmallStrong);
    const qreal height = m_theme.px(24);
    qreal x = left;
    for (const BubbleAction action : actions) {
        const QString words = action == BubbleAction::TakeBack ? undoWords(m_options.held)
                                                               : bubbleActionWords(action);
        const qreal wide = lineWidth(face, words) + 14;
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
            for (Placed &placed : m_parts)
                placed.at.rx() -= wider;
            m_problemAt.rx() -= wider;
            for (Link &each : m_links)
                each.rect.translate(-wider, 0);
        } else {
            m_metaRect.translate(wider, 0);
        }
    }
}

QList<BubbleHit> Bubble::lines() const
{
    QList<BubbleHit> lines;
    for (const Placed &placed : m_parts)
        lines << placed.part->lines();
    return lines;
}

std::optional<BubbleHit> Bubble::hitAt(QPointF inRow) const
{
    for (const Link &link : m_links) {
        if (link.rect.contains(inRow))
            return BubbleHit{link.action, {}, 0};
    }
    for (const Placed &placed : m_parts) {
        if (auto hit = placed.part->hitAt(inRow - placed.at))
            return hit;
    }
    return std::nullopt;
}

void Bubble::paint(QPainter &painter, QPointF at, bool selected, bool focused) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_day.isEmpty())
        paintDayMark(painter, at);
    if (!m_unread.isEmpty())
        paintUnreadMark(painter, at);
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

/// A band from edge to edge: not a line of the conversation, and seen while one scrolls.
void Bubble::paintUnreadMark(QPainter &painter, QPointF at) const
{
    const QRectF band = m_unreadRect.translated(at);
    painter.fillRect(band, m_theme.color(Token::AccentSoft));
    drawLine(painter, m_theme, m_unread, m_theme.font(TextRole::SmallStrong),
             m_theme.color(Token::Accent), band, Qt::AlignHCenter);
}

void Bubble::paintEventLine(QPainter &painter, QPointF at) const
{
    // Square corners, a bar and a mark: nothing a customer types looks like this.
    const QRectF box = m_box.translated(at);
    painter.fillRect(box, m_theme.color(Token::EventBack));
    painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), m_theme.color(Token::EventLine));
    const qreal side = m_theme.px(14);
    paintGlyph(
        painter, eventGlyph(m_message.event),
        QRectF(box.x() + m_theme.px(11), box.y() + 5 + (m_theme.px(18) - side) / 2, side, side),
        m_theme.color(Token::EventText));
    painter.setPen(m_theme.color(Token::EventText));
    m_layout->draw(&painter, at + m_textAt);
    drawLine(painter, m_theme, m_time, m_theme.font(TextRole::Small),
             m_theme.color(Token::EventText), m_metaRect.translated(at));
}

void Bubble::paintBody(QPainter &painter, QPointF at, bool selected, bool focused) const
{
    const QRectF box = m_box.translated(at).adjusted(0.5, 0.5, -0.5, -0.5);
    const SendState state = m_message.state;
    const bool bad = state == SendState::Failed || state == SendState::Refused;
    Token back = m_note ? Token::NoteBack : m_own ? Token::BubbleOut : Token::BubbleIn;
    Token line = m_note ? Token::NoteLine : m_own ? Token::BubbleOutLine : Token::BubbleInLine;
    if (m_note) {
        // never sent, so nothing can have gone wrong
    } else if (bad) {
        back = Token::BadSoft;
        line = Token::BadLine;
    } else if (state == SendState::Unknown) {
        back = Token::WarnSoft;
        line = Token::WarnLine;
    }
    const bool framed = (selected && focused) || m_options.flash;
    if (!m_bare || framed) {
        painter.setBrush(m_bare ? QBrush(Qt::NoBrush) : QBrush(m_theme.color(back)));
        painter.setPen(framed ? QPen(m_theme.color(Token::Focus), 2)
                              : QPen(m_theme.color(line), 1));
        painter.drawRoundedRect(box, 8, 8);
    }
    if (m_note)
        paintNoteEdge(painter, m_theme,
                      QRectF(box.x() + 1, box.y() + 3, kNoteStrip, box.height() - 6));
    const QFont strong = m_theme.font(TextRole::SmallStrong);
    if (!m_author.isEmpty())
        drawLine(painter, m_theme, m_author, strong, m_theme.color(Token::TextMuted),
                 m_authorRect.translated(at));
    if (!m_kicker.isEmpty())
        drawLine(painter, m_theme, m_kicker, strong,
                 m_theme.color(m_note ? Token::NoteText : Token::Accent),
                 m_kickerRect.translated(at));
    for (const Placed &placed : m_parts)
        placed.part->paint(painter, at + placed.at);
    if (m_problemLayout) {
        painter.setPen(m_theme.color(bad                ? Token::Bad
                                     : isProblem(state) ? Token::Warn
                                                        : Token::TextMuted));
        m_problemLayout->draw(&painter, at + m_problemAt);
    }
    for (const Link &link : m_links)
        drawLine(painter, m_theme, link.words, m_theme.font(TextRole::SmallStrong),
                 m_theme.color(Token::Link), link.rect.translated(at));
    paintHeld(painter, at);
    paintMeta(painter, at);
    paintReactions(painter, at);
}

/// A thin bar along the lower edge that runs out.
void Bubble::paintHeld(QPainter &painter, QPointF at) const
{
    if (m_options.held.count() <= 0)
        return;
    const qreal tall = m_theme.px(3);
    const QRectF box = m_box.translated(at).adjusted(kPadX, 0, -kPadX, -2);
    const QRectF whole(box.x(), box.bottom() - tall, box.width(), tall);
    painter.fillRect(whole, m_theme.color(Token::BubbleOutLine));
    painter.fillRect(QRectF(whole.x(), whole.y(), whole.width() * m_options.heldShare, tall),
                     m_theme.color(Token::Accent));
}

void Bubble::paintReactions(QPainter &painter, QPointF at) const
{
    if (m_reactionWords.isEmpty())
        return;
    const QRectF pill = m_reactions.translated(at).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(m_theme.color(Token::Surface));
    painter.setPen(QPen(m_theme.color(Token::Line), 1));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    drawLine(painter, m_theme, m_reactionWords, m_theme.font(TextRole::Small),
             m_theme.color(Token::Text), pill, Qt::AlignHCenter);
}

void Bubble::paintMeta(QPainter &painter, QPointF at) const
{
    const QRectF meta = m_metaRect.translated(at);
    drawLine(painter, m_theme, m_time, m_theme.font(TextRole::Small),
             m_theme.color(m_bare ? Token::TextMuted : Token::TextFaint), meta);
    if (!m_own || m_note)
        return;
    const StateMark mark = markOf(m_message.state);
    const qreal side = m_theme.px(15);
    paintGlyph(painter, mark.glyph,
               QRectF(meta.right() - side, meta.y() + (meta.height() - side) / 2, side, side),
               m_theme.color(mark.color));
}

} // namespace destek::ui
