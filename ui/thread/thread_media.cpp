#include "ui/thread/thread_media.h"

#include "core/text/safe_text.h"
#include "models/thread/thread_model.h"
#include "ui/thread/media_viewer.h"
#include "ui/thread/thread_view.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace destek::ui
{

namespace
{

constexpr int kMostCopies = 999;
constexpr qint64 kWinds = 5000; ///< milliseconds, by key or from the menu

bool isViewed(const MessageView &message)
{
    return (message.kind == MessageKind::Image || message.kind == MessageKind::Video) &&
           message.content.media && message.content.media->state == MediaState::Here &&
           !message.content.revoked;
}

/// Of what WhatsApp sends without a name.
QString endingOf(const QString &mimeType)
{
    static const QHash<QString, QString> kEndings{
        {u"image/jpeg"_s, u"jpg"_s}, {u"image/png"_s, u"png"_s},  {u"image/webp"_s, u"webp"_s},
        {u"image/gif"_s, u"gif"_s},  {u"video/mp4"_s, u"mp4"_s},  {u"video/3gpp"_s, u"3gp"_s},
        {u"audio/ogg"_s, u"ogg"_s},  {u"audio/mpeg"_s, u"mp3"_s}, {u"audio/mp4"_s, u"m4a"_s},
        {u"audio/aac"_s, u"aac"_s},  {u"audio/amr"_s, u"amr"_s},  {u"application/pdf"_s, u"pdf"_s}};
    return kEndings.value(mimeType, u"bin"_s);
}

QString nameFor(const MessageView &message)
{
    const MediaView &media = *message.content.media;
    if (!media.fileName.isEmpty())
        return text::safeFileName(media.fileName);
    return u"whatsapp-%1.%2"_s.arg(message.id.toString().left(8), endingOf(media.mimeType));
}

} // namespace

ThreadMedia::ThreadMedia(const Desk &desk, ThreadView *view, QWidget *pane)
    : QObject(pane), m_desk(desk), m_view(view), m_pane(pane), m_store(desk.media)
{
    view->setMedia(&m_store, &m_player);
    connect(&m_store, &MediaStore::changed, this, &ThreadMedia::arrived);
    connect(&m_player, &Player::changed, view, &ThreadView::repaintOf);
    connect(&m_frames, &QTimer::timeout, this, &ThreadMedia::nextFrame);
    m_frames.setSingleShot(true);
    connect(view, &ThreadView::hovered, this,
            [this](const MessageView &message) { move(message.id, false); });
    auto *thread = desk.state->thread();
    connect(thread, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_player.stop();
        m_frames.stop();
        if (m_viewer && m_viewer->isVisible())
            m_viewer->closeViewer();
    });
    connect(thread, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                dropWithdrawn(from.row(), to.row());
            });
}

ThreadMedia::~ThreadMedia()
{
    m_view->setMedia(nullptr, nullptr);
}

void ThreadMedia::clear()
{
    m_player.stop();
    m_frames.stop();
    m_moving = m_playWhenHere = {};
    m_saveWhenHere = {};
    if (m_viewer && m_viewer->isVisible())
        m_viewer->closeViewer();
    m_store.clear();
}

void ThreadMedia::act(const MessageView &message, const BubbleHit &hit)
{
    if (!message.content.media || message.content.revoked)
        return;
    switch (hit.action) {
    case BubbleAction::PlayOrOpen:
        return message.kind == MessageKind::Audio || message.kind == MessageKind::Voice
                   ? play(message)
               : message.kind == MessageKind::Sticker ? move(message.id, true)
                                                      : open(message);
    case BubbleAction::Seek:
        if (m_player.current() != message.id)
            play(message);
        return m_player.seek(message.id, hit.part);
    case BubbleAction::Back:
        return wind(message, -kWinds);
    case BubbleAction::Forward:
        return wind(message, kWinds);
    case BubbleAction::Speed:
        m_player.nextSpeed();
        return m_view->viewport()->update();
    case BubbleAction::FetchAgain:
        return m_store.want(message.id, true);
    case BubbleAction::SaveAs:
        return save(message);
    default:
        break;
    }
}

void ThreadMedia::play(const MessageView &message)
{
    if (m_store.state(message.id) == MediaStore::State::Here)
        return m_player.toggle(message.id, m_store.bytes(message.id));
    m_playWhenHere = message.id;
    m_store.want(message.id, true);
}

/// Only what was begun: until then nobody knows how long it is, and nobody asked to hear it.
void ThreadMedia::wind(const MessageView &message, qint64 by)
{
    if (m_player.current() != message.id)
        return;
    const qint64 whole = m_player.duration(message.id);
    if (whole > 0)
        m_player.seek(message.id, double(m_player.position(message.id) + by) / double(whole));
}

void ThreadMedia::open(const MessageView &message)
{
    if (!isViewed(message))
        return;
    QList<MessageView> all;
    qsizetype at = 0;
    const auto *thread = m_desk.state->thread();
    for (int row = 0; row < thread->rowCount(); ++row) {
        if (!isViewed(thread->at(row)))
            continue;
        if (thread->at(row).id == message.id)
            at = all.size();
        all << thread->at(row);
    }
    if (!m_viewer) {
        m_viewer = new MediaViewer(*m_desk.theme, m_store, m_player, m_pane->window());
        connect(m_viewer, &MediaViewer::saveRequested, this, [this](MessageId id) {
            const int row = m_desk.state->thread()->rowOf(id);
            if (row >= 0)
                save(m_desk.state->thread()->at(row));
        });
        connect(m_viewer, &MediaViewer::closed, this, [this] { m_view->setFocus(); });
    }
    m_viewer->show(all, at);
}

void ThreadMedia::save(const MessageView &message)
{
    if (m_store.state(message.id) != MediaStore::State::Here) {
        m_saveWhenHere = message;
        return m_store.want(message.id, true);
    }
    const QString name = nameFor(message);
    m_desk.prompts->chooseFolder(
        m_pane, tr("Save “%1” in a folder").arg(text::isolate(name)),
        [self = QPointer(this), id = message.id, name](const QString &folder) {
            if (self && self->m_store.state(id) == MediaStore::State::Here)
                self->write(folder, name, self->m_store.bytes(id));
        });
}

/// Never over another file, never as a program.
void ThreadMedia::write(const QString &folder, const QString &name, const QByteArray &bytes)
{
    const QFileInfo info(name);
    for (int copy = 0; copy <= kMostCopies; ++copy) {
        QString free = name;
        if (copy > 0)
            free = u"%1 (%2)"_s.arg(info.completeBaseName()).arg(copy) +
                   (info.suffix().isEmpty() ? QString() : u'.' + info.suffix());
        QFile file(folder + u'/' + free);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            if (file.exists())
                continue;
            break;
        }
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (file.write(bytes) == bytes.size() && file.flush())
            return Q_EMIT saved(free);
        file.remove();
        break;
    }
    Q_EMIT saveFailed();
}

void ThreadMedia::arrived(MessageId id)
{
    m_view->mediaChanged(id);
    const auto state = m_store.state(id);
    if (state != MediaStore::State::Here && state != MediaStore::State::Failed)
        return;
    if (m_playWhenHere == id) {
        m_playWhenHere = {};
        if (state == MediaStore::State::Here)
            m_player.toggle(id, m_store.bytes(id));
    }
    if (m_saveWhenHere.id == id) {
        const MessageView message = std::exchange(m_saveWhenHere, {});
        if (state == MediaStore::State::Here)
            save(message);
    }
}

/// Plays a sticker once through: when the pointer comes over it, or when asked.
void ThreadMedia::move(MessageId id, bool always)
{
    const int row = m_desk.state->thread()->rowOf(id);
    if (row < 0 || (m_moving == id && m_frames.isActive() && !always))
        return;
    const MessageView &message = m_desk.state->thread()->at(row);
    if (message.kind != MessageKind::Sticker || !message.content.media ||
        m_store.state(id) != MediaStore::State::Here)
        return;
    const Picture *picture = m_store.thumbnail(id);
    if (!picture || !picture->animated)
        return;
    m_moving = id;
    m_frame = 0;
    m_frames.start(0);
}

void ThreadMedia::nextFrame()
{
    if (m_store.state(m_moving) != MediaStore::State::Here)
        return;
    const auto *frames = m_store.frames(m_moving);
    if (!frames) {
        if (!m_store.pictureTrouble(m_moving))
            m_frames.start(100); // still being decoded
        return;
    }
    const bool over = m_frame >= frames->size();
    m_view->setFrame(m_moving, over ? -1 : m_frame);
    if (!over)
        m_frames.start(frames->at(m_frame++).milliseconds);
}

void ThreadMedia::dropWithdrawn(int firstRow, int lastRow)
{
    const auto *thread = m_desk.state->thread();
    for (int row = firstRow; row <= lastRow && row < thread->rowCount(); ++row) {
        const MessageView &message = thread->at(row);
        if (!message.content.revoked)
            continue;
        if (m_player.current() == message.id)
            m_player.stop();
        if (m_viewer)
            m_viewer->remove(message.id);
        m_store.forget(message.id);
    }
}

} // namespace destek::ui
