// Pictures, recordings and files in a bubble. Painting asks for the bytes, so that only what was
// looked at is fetched.
#include "core/text/safe_text.h"
#include "models/format/words.h"
#include "ui/media/media_store.h"
#include "ui/media/player.h"
#include "ui/thread/bubble_part.h"

#include <QCoreApplication>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr qint64 kFetchedUnasked = 16LL * 1024 * 1024; ///< larger ones wait for a click
constexpr int kStickerSide = 128;

QString say(const char *text)
{
    return QCoreApplication::translate("Bubble", text);
}

Glyph glyphOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Video:
        return Glyph::Video;
    case MessageKind::Sticker:
        return Glyph::Sticker;
    default:
        return Glyph::Image;
    }
}

void paintPlay(QPainter &painter, const QRectF &circle, const QColor &ground, const QColor &ink,
               bool pause)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(circle);
    painter.setBrush(ink);
    const qreal unit = circle.width() / 16;
    const QPointF middle = circle.center();
    if (pause) {
        painter.drawRect(
            QRectF(middle.x() - 3 * unit, middle.y() - 3.5 * unit, 2 * unit, 7 * unit));
        painter.drawRect(
            QRectF(middle.x() + 1 * unit, middle.y() - 3.5 * unit, 2 * unit, 7 * unit));
        return;
    }
    QPainterPath path(middle + QPointF(-2.5, -4) * unit);
    path.lineTo(middle + QPointF(4, 0) * unit);
    path.lineTo(middle + QPointF(-2.5, 4) * unit);
    path.closeSubpath();
    painter.drawPath(path);
}

MediaStore::State stateOf(const PartLook &look, const MessageView &message)
{
    return look.store ? look.store->state(message.id) : MediaStore::State::None;
}

/// "JPG", "PDF": what the name or the announced type says; at most five characters.
QString kindWords(const MediaView &media)
{
    const qsizetype dot = media.fileName.lastIndexOf(u'.');
    QString kind = dot >= 0 ? media.fileName.mid(dot + 1) : media.mimeType.section(u'/', 1);
    QString plain;
    for (const QChar c : std::as_const(kind)) {
        if (c.unicode() < 128 && c.isLetterOrNumber() && plain.size() < 5)
            plain += c.unicode() >= 'a' && c.unicode() <= 'z' ? QChar(c.unicode() - 32) : c;
    }
    return plain;
}

} // namespace

PicturePart::PicturePart(const PartLook &look, const MessageView &message)
    : m_look(look), m_message(message)
{
}

QSizeF PicturePart::layOut(qreal width)
{
    const Theme &theme = *m_look.theme;
    const bool sticker = m_message.kind == MessageKind::Sticker;
    const QSizeF most = sticker ? QSizeF(theme.px(kStickerSide), theme.px(kStickerSide))
                                : QSizeF(qMin<qreal>(width, theme.px(280)), theme.px(300));
    m_size = sticker ? most : QSizeF(qMin<qreal>(width, theme.px(240)), theme.px(150));
    const bool here = stateOf(m_look, m_message) == MediaStore::State::Here;
    const Picture *picture = here && m_message.kind != MessageKind::Video
                                 ? m_look.store->thumbnail(m_message.id)
                                 : nullptr;
    if (picture && !sticker) {
        QSizeF size = QSizeF(picture->natural);
        if (size.width() > most.width() || size.height() > most.height())
            size.scale(most, Qt::KeepAspectRatio);
        m_size = size.expandedTo(QSizeF(qMin<qreal>(width, theme.px(72)), theme.px(48)));
    }
    return m_size;
}

QString PicturePart::stateWords() const
{
    if (!m_look.store)
        return {};
    if (m_look.store->pictureTrouble(m_message.id))
        return say(QT_TRANSLATE_NOOP("Bubble", "This picture cannot be shown"));
    switch (m_look.store->state(m_message.id)) {
    case MediaStore::State::Failed:
        return say(QT_TRANSLATE_NOOP("Bubble", "Could not be loaded"));
    case MediaStore::State::Loading: {
        const double part = m_look.store->progress(m_message.id);
        return part < 0 ? say(QT_TRANSLATE_NOOP("Bubble", "Loading…"))
                        : QLocale().toString(int(part * 100)) + u'%';
    }
    case MediaStore::State::None:
    case MediaStore::State::Here:
        break;
    }
    return m_message.content.media ? words::sizeWords(m_message.content.media->size) : QString();
}

QString PicturePart::words() const
{
    return stateWords();
}

void PicturePart::paintBox(QPainter &painter, const QRectF &box) const
{
    const Theme &theme = *m_look.theme;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Sunken));
    painter.drawRoundedRect(box, 6, 6);
    const bool video = m_message.kind == MessageKind::Video;
    const qreal side = theme.px(video ? 40 : 24);
    const QRectF middle(box.center() - QPointF(side / 2, side / 2 + theme.px(14)),
                        QSizeF(side, side));
    if (video && stateOf(m_look, m_message) != MediaStore::State::Failed)
        paintPlay(painter, middle, theme.color(Token::Accent), theme.color(Token::AccentText),
                  false);
    else
        paintGlyph(painter, glyphOf(m_message.kind), middle, theme.color(Token::TextFaint));
    QRectF line(box.x() + 6, middle.bottom() + theme.px(6), box.width() - 12, theme.px(18));
    drawLine(painter, theme, stateWords(), theme.font(TextRole::Small),
             theme.color(Token::TextMuted), line, Qt::AlignHCenter);
    line.translate(0, theme.px(20));
    QString link;
    if (m_look.store && m_look.store->pictureTrouble(m_message.id))
        link = say(QT_TRANSLATE_NOOP("Bubble", "Save as…"));
    else if (stateOf(m_look, m_message) == MediaStore::State::Failed)
        link = say(QT_TRANSLATE_NOOP("Bubble", "Try again"));
    drawLine(painter, theme, link, theme.font(TextRole::SmallStrong), theme.color(Token::Link),
             line, Qt::AlignHCenter);
}

void PicturePart::paint(QPainter &painter, QPointF at) const
{
    const QRectF box(at, m_size);
    const bool video = m_message.kind == MessageKind::Video;
    if (m_look.store && !video && m_message.content.media &&
        m_message.content.media->size <= kFetchedUnasked)
        m_look.store->want(m_message.id);
    const Picture *picture = nullptr;
    if (!video && stateOf(m_look, m_message) == MediaStore::State::Here)
        picture = m_look.store->thumbnail(m_message.id);
    QImage image = picture ? picture->image : QImage();
    if (m_look.frame >= 0 && picture) {
        if (const auto *frames = m_look.store->frames(m_message.id))
            image = frames->at(m_look.frame % int(frames->size())).image;
    }
    if (image.isNull())
        return paintBox(painter, box);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QSizeF fit = QSizeF(image.size()).scaled(box.size(), Qt::KeepAspectRatio);
    const QRectF target(box.center() - QPointF(fit.width() / 2, fit.height() / 2), fit);
    if (m_message.kind != MessageKind::Sticker) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look.theme->color(Token::Sunken));
        painter.drawRoundedRect(box, 6, 6);
        QPainterPath round;
        round.addRoundedRect(box, 6, 6);
        painter.setClipPath(round, Qt::IntersectClip);
    }
    painter.drawImage(target, image);
    painter.restore();
}

std::optional<BubbleHit> PicturePart::hitAt(QPointF inPart) const
{
    if (!QRectF(QPointF(), m_size).contains(inPart))
        return std::nullopt;
    if (m_look.store && m_look.store->pictureTrouble(m_message.id))
        return BubbleHit{BubbleAction::SaveAs, {}, 0};
    if (stateOf(m_look, m_message) == MediaStore::State::Failed)
        return BubbleHit{BubbleAction::FetchAgain, {}, 0};
    return BubbleHit{BubbleAction::PlayOrOpen, {}, 0};
}

VoicePart::VoicePart(const PartLook &look, const MessageView &message)
    : m_look(look), m_message(message)
{
}

QSizeF VoicePart::layOut(qreal width)
{
    const Theme &theme = *m_look.theme;
    m_size = QSizeF(qMin<qreal>(width, theme.px(290)), theme.px(50));
    return m_size;
}

QRectF VoicePart::playRect() const
{
    const qreal side = m_look.theme->px(32);
    return QRectF(0, m_look.theme->px(2), side, side);
}

QRectF VoicePart::speedRect() const
{
    const Theme &theme = *m_look.theme;
    const qreal wide = theme.px(40);
    return QRectF(m_size.width() - wide, theme.px(7), wide, theme.px(22));
}

QRectF VoicePart::waveRect() const
{
    const Theme &theme = *m_look.theme;
    const qreal left = theme.px(42);
    return QRectF(left, theme.px(3), speedRect().left() - left - theme.px(8), theme.px(30));
}

QString VoicePart::statusWords() const
{
    if (!m_look.store || !m_look.player)
        return {};
    using State = MediaStore::State;
    switch (m_look.player->trouble(m_message.id)) {
    case Player::Trouble::NoDevice:
        return say(QT_TRANSLATE_NOOP("Bubble", "This computer has no sound output"));
    case Player::Trouble::CannotPlay:
        return say(QT_TRANSLATE_NOOP("Bubble", "This recording cannot be played here"));
    case Player::Trouble::None:
        break;
    }
    if (m_look.store->state(m_message.id) == State::Failed)
        return say(QT_TRANSLATE_NOOP("Bubble", "Could not be loaded. Press play to try again."));
    if (m_look.store->soundTrouble(m_message.id) == SoundTrouble::Broken)
        return say(QT_TRANSLATE_NOOP("Bubble", "This recording cannot be played here"));
    const auto *wave = m_look.store->state(m_message.id) == State::Here
                           ? m_look.store->waveform(m_message.id)
                           : nullptr;
    const qint64 length = wave ? wave->milliseconds : m_look.player->duration(m_message.id);
    if (length <= 0)
        return m_look.store->state(m_message.id) == State::Loading
                   ? say(QT_TRANSLATE_NOOP("Bubble", "Loading…"))
                   : words::sizeWords(m_message.content.media->size);
    const qint64 at = m_look.player->position(m_message.id);
    return at > 0 ? words::lengthWords(at) + u" / "_s + words::lengthWords(length)
                  : words::lengthWords(length);
}

QString VoicePart::words() const
{
    return statusWords();
}

void VoicePart::paintWave(QPainter &painter, QPointF at) const
{
    const Theme &theme = *m_look.theme;
    const QRectF wave = waveRect().translated(at);
    const auto *known = m_look.store && m_look.store->state(m_message.id) == MediaStore::State::Here
                            ? m_look.store->waveform(m_message.id)
                            : nullptr;
    const qint64 length = known           ? known->milliseconds
                          : m_look.player ? m_look.player->duration(m_message.id)
                                          : 0;
    const double done = length > 0 && m_look.player
                            ? double(m_look.player->position(m_message.id)) / double(length)
                            : 0;
    painter.setPen(Qt::NoPen);
    const qreal step = wave.width() / Waveform::kBars;
    for (int i = 0; i < Waveform::kBars; ++i) {
        const qreal tall = qMax<qreal>(3, known ? known->bars.at(i) * wave.height() : 3);
        painter.setBrush(
            theme.color(i < done * Waveform::kBars ? Token::Accent : Token::LineStrong));
        painter.drawRoundedRect(QRectF(wave.x() + i * step, wave.center().y() - tall / 2,
                                       qMax<qreal>(step - 2, 1.5), tall),
                                1, 1);
    }
}

void VoicePart::paint(QPainter &painter, QPointF at) const
{
    const Theme &theme = *m_look.theme;
    const bool voice = m_message.kind == MessageKind::Voice;
    if (voice && m_look.store && m_message.content.media->size <= kFetchedUnasked)
        m_look.store->want(m_message.id);
    paintPlay(painter, playRect().translated(at), theme.color(Token::Accent),
              theme.color(Token::AccentText),
              m_look.player && m_look.player->isPlaying(m_message.id));
    paintWave(painter, at);
    const QRectF speed = speedRect().translated(at).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::LineStrong), 1));
    painter.drawRoundedRect(speed, speed.height() / 2, speed.height() / 2);
    const double factor = m_look.player ? m_look.player->speed() : 1;
    drawLine(painter, theme, QLocale().toString(factor, 'g', 2) + u'×',
             theme.font(TextRole::SmallStrong), theme.color(Token::TextMuted), speed,
             Qt::AlignHCenter);
    drawLine(painter, theme, statusWords(), theme.font(TextRole::Small),
             theme.color(Token::TextMuted),
             QRectF(at.x() + waveRect().left(), at.y() + theme.px(34),
                    m_size.width() - waveRect().left(), theme.px(16)));
}

std::optional<BubbleHit> VoicePart::hitAt(QPointF inPart) const
{
    if (playRect().contains(inPart))
        return BubbleHit{BubbleAction::PlayOrOpen, {}, 0};
    if (speedRect().contains(inPart))
        return BubbleHit{BubbleAction::Speed, {}, 0};
    if (waveRect().contains(inPart))
        return BubbleHit{
            BubbleAction::Seek, {}, (inPart.x() - waveRect().left()) / waveRect().width()};
    return std::nullopt;
}

FilePart::FilePart(const PartLook &look, const MessageView &message)
    : m_look(look), m_message(message)
{
    const MediaView &media = *message.content.media;
    const QString name =
        media.fileName.isEmpty() ? say(QT_TRANSLATE_NOOP("Bubble", "Document")) : media.fileName;
    m_name = isolatedName(name);
    m_kind = kindWords(media);
    QStringList details{m_kind, words::sizeWords(media.size)};
    if (media.state != MediaState::Here)
        details << words::mediaStateSentence(media.state);
    details.removeAll(QString());
    m_detail = details.join(u" · ");
    if (media.state != MediaState::Here)
        return;
    switch (stateOf(look, message)) {
    case MediaStore::State::Loading:
        m_linkWords = say("Loading…");
        break;
    case MediaStore::State::Failed:
        m_detail = say("Could not be loaded");
        m_linkWords = say("Try again");
        break;
    default:
        m_linkWords = say("Save as…");
    }
}

QSizeF FilePart::layOut(qreal width)
{
    const Theme &theme = *m_look.theme;
    const qreal left = theme.px(46);
    const QFont strong = theme.font(TextRole::SmallStrong);
    const qreal link = m_linkWords.isEmpty() ? 0 : lineWidth(strong, m_linkWords);
    const qreal words = qMax(lineWidth(theme.font(TextRole::Strong), m_name),
                             lineWidth(theme.font(TextRole::Small), m_detail));
    m_size = QSizeF(qMin(width, left + qMax(words, link) + 4), theme.px(link > 0 ? 60 : 40));
    m_link = QRectF(left, theme.px(38), link, theme.px(22));
    return m_size;
}

void FilePart::paint(QPainter &painter, QPointF at) const
{
    const Theme &theme = *m_look.theme;
    const QRectF tile(at + QPointF(0, theme.px(1)), QSizeF(theme.px(36), theme.px(38)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Sunken));
    painter.drawRoundedRect(tile, 5, 5);
    const qreal side = theme.px(18);
    paintGlyph(painter, Glyph::Document,
               QRectF(tile.center().x() - side / 2, tile.center().y() - side / 2, side, side),
               theme.color(Token::TextMuted));
    const qreal left = at.x() + theme.px(46);
    const qreal wide = m_size.width() - theme.px(46);
    drawLine(painter, theme, m_name, theme.font(TextRole::Strong), theme.color(Token::Text),
             QRectF(left, at.y(), wide, theme.px(20)));
    drawLine(painter, theme, m_detail, theme.font(TextRole::Small), theme.color(Token::TextMuted),
             QRectF(left, at.y() + theme.px(20), wide, theme.px(18)));
    drawLine(painter, theme, m_linkWords, theme.font(TextRole::SmallStrong),
             theme.color(Token::Link), m_link.translated(at));
}

std::optional<BubbleHit> FilePart::hitAt(QPointF inPart) const
{
    if (m_linkWords.isEmpty() || !m_link.contains(inPart))
        return std::nullopt;
    const bool failed = stateOf(m_look, m_message) == MediaStore::State::Failed;
    return BubbleHit{failed ? BubbleAction::FetchAgain : BubbleAction::SaveAs, {}, 0};
}

} // namespace destek::ui
