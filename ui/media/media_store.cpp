#include "ui/media/media_store.h"

#include <QPointer>

#include <algorithm>

namespace destek::ui
{

namespace
{

qint64 sizeOf(const std::optional<Picture> &picture)
{
    return picture ? picture->image.sizeInBytes() : 0;
}

void wipeImage(QImage &image)
{
    if (!image.isNull() && image.isDetached())
        image.fill(0);
    image = {};
}

} // namespace

MediaStore::MediaStore(net::MediaApi *media, QObject *parent) : QObject(parent), m_media(media)
{
    m_pool.setMaxThreadCount(1); // one decoder at a time bounds the memory
}

MediaStore::~MediaStore()
{
    m_pool.clear();
    m_pool.waitForDone();
    clear();
}

MediaStore::State MediaStore::state(MessageId id) const
{
    const auto item = m_items.constFind(id);
    return item == m_items.constEnd() ? State::None : item->state;
}

std::optional<ApiError> MediaStore::error(MessageId id) const
{
    const auto item = m_items.constFind(id);
    return item == m_items.constEnd() ? std::nullopt : item->error;
}

double MediaStore::progress(MessageId id) const
{
    const auto item = m_items.constFind(id);
    return item == m_items.constEnd() ? -1 : item->progress;
}

QByteArray MediaStore::bytes(MessageId id) const
{
    const auto item = m_items.constFind(id);
    return item == m_items.constEnd() ? QByteArray() : item->bytes;
}

void MediaStore::want(MessageId id, bool again)
{
    if (!m_media)
        return;
    Item &item = m_items[id];
    if (item.state != State::None && !(again && item.state == State::Failed))
        return;
    item.state = State::Loading;
    item.error.reset();
    item.progress = -1;
    m_waiting.append(id); // the last asked is what is looked at
    fetchNext();
}

void MediaStore::fetchNext()
{
    while (m_fetching < kFetchesAtOnce && !m_waiting.isEmpty()) {
        const MessageId id = m_waiting.takeLast();
        ++m_fetching;
        const QPointer<MediaStore> self(this);
        const auto progress = [self, id, generation = m_generation](qint64 now, qint64 total) {
            if (!self || self->m_generation != generation || total <= 0)
                return;
            const auto item = self->m_items.find(id);
            if (item == self->m_items.end() || item->state != State::Loading)
                return;
            item->progress = double(now) / double(total);
            Q_EMIT self->changed(id);
        };
        m_media->fetch(
            id, progress,
            {this, [this, id, generation = m_generation](const net::Answer<QByteArray> &answer) {
                 if (generation != m_generation)
                     return;
                 --m_fetching;
                 taken(id, answer);
                 fetchNext();
             }});
    }
}

void MediaStore::taken(MessageId id, const net::Answer<QByteArray> &answer)
{
    const auto item = m_items.find(id);
    if (item == m_items.end())
        return; // forgotten meanwhile
    if (answer) {
        item->state = State::Here;
        item->bytes = *answer;
        weigh(id, *item);
    } else {
        item->state = State::Failed;
        item->error = answer.error();
    }
    Q_EMIT changed(id);
}

MediaStore::Item *MediaStore::touch(MessageId id)
{
    const auto item = m_items.find(id);
    if (item == m_items.end() || item->state != State::Here)
        return nullptr;
    item->seen = ++m_clock;
    return &*item;
}

const Picture *MediaStore::thumbnail(MessageId id)
{
    Item *item = touch(id);
    if (item && !item->thumbnail && !item->pictureTrouble)
        start(id, Work::Thumbnail);
    return item && item->thumbnail ? &*item->thumbnail : nullptr;
}

const Picture *MediaStore::large(MessageId id)
{
    Item *item = touch(id);
    if (item && !item->large && !item->pictureTrouble)
        start(id, Work::Large);
    return item && item->large ? &*item->large : nullptr;
}

const QList<Frame> *MediaStore::frames(MessageId id)
{
    Item *item = touch(id);
    if (item && !item->frames && !item->pictureTrouble)
        start(id, Work::Frames);
    return item && item->frames ? &*item->frames : nullptr;
}

const Waveform *MediaStore::waveform(MessageId id)
{
    Item *item = touch(id);
    if (item && !item->waveform && !item->soundTrouble)
        start(id, Work::Waveform);
    return item && item->waveform ? &*item->waveform : nullptr;
}

std::optional<PictureTrouble> MediaStore::pictureTrouble(MessageId id) const
{
    const auto item = m_items.constFind(id);
    return item == m_items.constEnd() ? std::nullopt : item->pictureTrouble;
}

std::optional<SoundTrouble> MediaStore::soundTrouble(MessageId id) const
{
    const auto item = m_items.constFind(id);
    return item == m_items.constEnd() ? std::nullopt : item->soundTrouble;
}

template <typename Make, typename Take>
void MediaStore::run(MessageId id, Work work, Make make, Take take)
{
    m_pool.start(
        [this, id, work, generation = m_generation, make, take, bytes = m_items[id].bytes] {
            // The destructor waits for this worker, so `this` is there; what it posts is dropped
            // with the object.
            auto answer = make(bytes);
            QMetaObject::invokeMethod(
                this,
                [this, id, work, generation, take, answer = std::move(answer)] {
                    const auto item = m_items.find(id);
                    if (generation != m_generation || item == m_items.end())
                        return;
                    item->working.removeAll(work);
                    take(*item, answer);
                    weigh(id, *item);
                    Q_EMIT changed(id);
                },
                Qt::QueuedConnection);
        });
}

void MediaStore::start(MessageId id, Work work)
{
    Item &item = m_items[id];
    if (item.working.contains(work))
        return;
    item.working << work;
    using PictureAnswer = Result<Picture, PictureTrouble>;
    const auto fail = [](Item &where, PictureTrouble trouble) { where.pictureTrouble = trouble; };
    switch (work) {
    case Work::Thumbnail:
        return run(
            id, work, [](const QByteArray &bytes) { return readPicture(bytes, kThumbnail); },
            [fail](Item &where, const PictureAnswer &answer) {
                answer ? void(where.thumbnail = *answer) : fail(where, answer.error());
            });
    case Work::Large:
        return run(
            id, work, [](const QByteArray &bytes) { return readPicture(bytes, kLarge); },
            [fail](Item &where, const PictureAnswer &answer) {
                answer ? void(where.large = *answer) : fail(where, answer.error());
            });
    case Work::Frames:
        return run(
            id, work,
            [](const QByteArray &bytes) {
                return readFrames(bytes, {256, 256});
            },
            [fail](Item &where, const Result<QList<Frame>, PictureTrouble> &answer) {
                answer ? void(where.frames = *answer) : fail(where, answer.error());
            });
    case Work::Waveform:
        return run(
            id, work, [](const QByteArray &bytes) { return readWaveform(bytes); },
            [](Item &where, const Result<Waveform, SoundTrouble> &answer) {
                answer ? void(where.waveform = *answer) : void(where.soundTrouble = answer.error());
            });
    }
}

void MediaStore::weigh(MessageId id, Item &item)
{
    qint64 size = item.bytes.size() + sizeOf(item.thumbnail) + sizeOf(item.large);
    for (const Frame &frame : item.frames.value_or(QList<Frame>()))
        size += frame.image.sizeInBytes();
    m_used += size - item.size;
    item.size = size;
    item.seen = ++m_clock;
    keepBudget(id);
}

void MediaStore::keepBudget(MessageId newest)
{
    while (m_used > kBudget) {
        auto oldest = m_items.end();
        for (auto item = m_items.begin(); item != m_items.end(); ++item) {
            if (item.key() == newest || item->size == 0 || !item->working.isEmpty())
                continue;
            if (oldest == m_items.end() || item->seen < oldest->seen)
                oldest = item;
        }
        if (oldest == m_items.end())
            return; // the newest alone may be larger than the budget
        m_used -= oldest->size;
        wipe(*oldest);
        m_items.erase(oldest);
    }
}

void MediaStore::wipe(Item &item)
{
    if (!item.bytes.isEmpty() && item.bytes.isDetached())
        item.bytes.fill('\0');
    item.bytes.clear();
    for (auto *picture : {&item.thumbnail, &item.large}) {
        if (*picture)
            wipeImage((*picture)->image);
    }
    if (item.frames) {
        for (Frame &frame : *item.frames)
            wipeImage(frame.image);
    }
}

void MediaStore::forget(MessageId id)
{
    const auto item = m_items.find(id);
    if (item == m_items.end())
        return;
    m_waiting.removeAll(id);
    m_used -= item->size;
    wipe(*item);
    m_items.erase(item);
}

void MediaStore::clear()
{
    ++m_generation;
    m_pool.clear();
    m_waiting.clear();
    m_fetching = 0;
    for (Item &item : m_items)
        wipe(item);
    m_items.clear();
    m_used = 0;
}

} // namespace destek::ui
