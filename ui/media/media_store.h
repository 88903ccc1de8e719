#pragma once

#include "net/api/conversation_api.h"
#include "ui/media/picture_reader.h"
#include "ui/media/sound_reader.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

namespace destek::ui
{

/// Bytes, pictures and waveforms of messages: in memory, within a budget of bytes, the least
/// recently seen leaves first. Nothing reaches a disk. clear() overwrites what nobody else
/// holds. Decoding happens on one worker thread. Threads: GUI only.
class MediaStore : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kBudget = 64LL * 1024 * 1024;
    static constexpr int kFetchesAtOnce = 3;
    static constexpr QSize kThumbnail{640, 800}; ///< pixels, for screens of up to double density
    static constexpr QSize kLarge{2560, 1920};

    enum class State : quint8 { None, Loading, Failed, Here };

    /// `media` may be null: then nothing can be fetched.
    explicit MediaStore(net::MediaApi *media, QObject *parent = nullptr);
    ~MediaStore() override;

    [[nodiscard]] State state(MessageId id) const;
    [[nodiscard]] std::optional<ApiError> error(MessageId id) const;
    /// 0 to 1; below 0: not known.
    [[nodiscard]] double progress(MessageId id) const;
    /// Asks for the bytes unless they are here or on their way. Failed ones only with `again`.
    void want(MessageId id, bool again = false);
    /// Empty while not Here.
    [[nodiscard]] QByteArray bytes(MessageId id) const;

    /// The picture for a bubble; decoded when asked for the first time, then changed() is sent.
    [[nodiscard]] const Picture *thumbnail(MessageId id);
    [[nodiscard]] const Picture *large(MessageId id);
    [[nodiscard]] const QList<Frame> *frames(MessageId id);
    [[nodiscard]] std::optional<PictureTrouble> pictureTrouble(MessageId id) const;
    /// Of a voice note; null while it is being read or if it cannot be.
    [[nodiscard]] const Waveform *waveform(MessageId id);
    [[nodiscard]] std::optional<SoundTrouble> soundTrouble(MessageId id) const;

    void forget(MessageId id);
    void clear();
    [[nodiscard]] qint64 used() const { return m_used; }

Q_SIGNALS:
    void changed(destek::MessageId id);

private:
    enum class Work : quint8 { Thumbnail, Large, Frames, Waveform };
    struct Item {
        State state = State::None;
        QByteArray bytes;
        std::optional<ApiError> error;
        double progress = -1;
        std::optional<Picture> thumbnail;
        std::optional<Picture> large;
        std::optional<QList<Frame>> frames;
        std::optional<Waveform> waveform;
        std::optional<PictureTrouble> pictureTrouble;
        std::optional<SoundTrouble> soundTrouble;
        QList<Work> working;
        qint64 seen = 0;
        qint64 size = 0;
    };

    void fetchNext();
    void taken(MessageId id, const net::Answer<QByteArray> &answer);
    void start(MessageId id, Work work);
    template <typename Make, typename Take>
    void run(MessageId id, Work work, Make make, Take take);
    Item *touch(MessageId id);
    void weigh(MessageId id, Item &item);
    void keepBudget(MessageId newest);
    static void wipe(Item &item);

    net::MediaApi *m_media;
    QThreadPool m_pool;
    QHash<MessageId, Item> m_items;
    QList<MessageId> m_waiting;
    int m_fetching = 0;
    int m_generation = 0;
    qint64 m_used = 0;
    qint64 m_clock = 0;
};

} // namespace destek::ui
