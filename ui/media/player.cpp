#include "ui/media/player.h"

#include "ui/media/sound_reader.h"
#include "ui/media/speech_stretch.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioOutput>
#include <QAudioSink>
#include <QBuffer>
#include <QIODevice>
#include <QMediaDevices>
#include <QMediaPlayer>
#include <QTimer>
#include <QUrl>
#include <QVideoFrame>
#include <QVideoSink>

#include <vector>

namespace destek::ui
{

namespace
{

constexpr int kTick = 100; ///< milliseconds between two changes of the position

/// Samples at the chosen speed, as the sound system pulls them.
class Samples : public QIODevice
{
public:
    explicit Samples(std::unique_ptr<OpusSource> source)
        : m_source(std::move(source)),
          m_stretch([this](std::span<float> into) { return readSource(into); })
    {
        open(QIODevice::ReadOnly);
    }

    [[nodiscard]] qint64 samples() const { return m_source->samples(); }
    [[nodiscard]] qint64 at() const { return m_at; }
    void setSpeed(double speed)
    {
        m_stretch.setSpeed(speed);
        m_stretch.restart();
        m_source->seek(m_at);
    }
    void seekTo(qint64 sample)
    {
        m_at = qBound<qint64>(0, sample, samples());
        m_stretch.restart();
        m_source->seek(m_at);
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        std::vector<float> samples(size_t(most / qint64(sizeof(qint16))));
        const int got = m_stretch.read(samples);
        auto *out = reinterpret_cast<qint16 *>(data);
        for (int i = 0; i < got; ++i)
            out[i] = qint16(qBound(-1.0F, samples[size_t(i)], 1.0F) * 32767.0F);
        return got * qint64(sizeof(qint16));
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    int readSource(std::span<float> into)
    {
        const int got = m_source->read(into);
        m_at += qMax(got, 0);
        return got;
    }
    std::unique_ptr<OpusSource> m_source;
    SpeechStretch m_stretch;
    qint64 m_at = 0;
};

} // namespace

class Player::Voice
{
public:
    Voice(std::unique_ptr<OpusSource> source, const QAudioDevice &device, double speed)
        : m_samples(std::move(source)), m_sink(device, format())
    {
        m_samples.setSpeed(speed);
    }
    ~Voice() { m_sink.stop(); }

    static QAudioFormat format()
    {
        QAudioFormat format;
        format.setSampleRate(OpusSource::kRate);
        format.setChannelCount(1);
        format.setSampleFormat(QAudioFormat::Int16);
        return format;
    }

    void play()
    {
        if (m_samples.at() >= m_samples.samples())
            m_samples.seekTo(0);
        m_sink.state() == QAudio::SuspendedState ? m_sink.resume() : m_sink.start(&m_samples);
        m_playing = true;
    }
    void pause()
    {
        m_sink.suspend();
        m_playing = false;
    }
    void seek(double part) { m_samples.seekTo(qint64(part * double(m_samples.samples()))); }
    void setSpeed(double speed) { m_samples.setSpeed(speed); }
    /// False once the end was heard.
    bool goesOn()
    {
        if (m_playing && m_sink.state() == QAudio::IdleState &&
            m_samples.at() >= m_samples.samples()) {
            m_sink.stop();
            m_playing = false;
        }
        return m_playing;
    }
    [[nodiscard]] bool isPlaying() const { return m_playing; }
    [[nodiscard]] bool isBroken() const
    {
        return m_sink.error() != QAudio::NoError && m_sink.error() != QAudio::UnderrunError;
    }
    [[nodiscard]] qint64 position() const { return m_samples.at() * 1000 / OpusSource::kRate; }
    [[nodiscard]] qint64 duration() const { return m_samples.samples() * 1000 / OpusSource::kRate; }

private:
    Samples m_samples;
    QAudioSink m_sink;
    bool m_playing = false;
};

class Player::Film
{
public:
    Film(const QByteArray &bytes, double speed)
    {
        m_buffer.setData(bytes);
        m_buffer.open(QIODevice::ReadOnly);
        m_player.setAudioOutput(&m_output);
        m_player.setVideoSink(&m_screen);
        // A name without a place: the backend only learns that bytes come from the device.
        m_player.setSourceDevice(&m_buffer, QUrl());
        m_player.setPlaybackRate(speed);
    }
    ~Film() { m_player.stop(); }
    QMediaPlayer &player() { return m_player; }
    [[nodiscard]] const QMediaPlayer &player() const { return m_player; }
    QVideoSink &screen() { return m_screen; }

private:
    QBuffer m_buffer;
    QAudioOutput m_output;
    QVideoSink m_screen;
    QMediaPlayer m_player;
};

Player::Player(QObject *parent) : QObject(parent), m_ticks(new QTimer(this))
{
    m_ticks->setInterval(kTick);
    connect(m_ticks, &QTimer::timeout, this, &Player::tick);
}

Player::~Player() = default;

void Player::tick()
{
    if (!m_current.isValid())
        return;
    if (m_voice && m_voice->isBroken())
        return fail(m_current, Trouble::CannotPlay);
    const bool goesOn = m_voice ? m_voice->goesOn() : isPlaying(m_current);
    if (!goesOn)
        m_ticks->stop();
    Q_EMIT changed(m_current);
}

void Player::fail(MessageId id, Trouble trouble)
{
    m_voice.reset();
    m_film.reset();
    m_current = id;
    m_trouble = trouble;
    m_ticks->stop();
    Q_EMIT changed(id);
}

void Player::toggle(MessageId id, const QByteArray &bytes)
{
    if (m_current == id && m_voice) {
        m_voice->isPlaying() ? m_voice->pause() : m_voice->play();
        m_ticks->start();
        Q_EMIT changed(id);
        return;
    }
    if (m_current == id && m_film) {
        isPlaying(id) ? m_film->player().pause() : m_film->player().play();
        m_ticks->start();
        Q_EMIT changed(id);
        return;
    }
    stop();
    m_current = id;
    m_trouble = Trouble::None;
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (auto source = OpusSource::open(bytes)) {
        if (device.isNull())
            return fail(id, Trouble::NoDevice);
        m_voice = std::make_unique<Voice>(std::move(source), device, m_speed);
        m_voice->play();
    } else {
        m_film = std::make_unique<Film>(bytes, m_speed);
        if (!m_film->player().isAvailable())
            return fail(id, Trouble::CannotPlay);
        connect(
            &m_film->player(), &QMediaPlayer::errorOccurred, this,
            [this, id] { fail(id, Trouble::CannotPlay); }, Qt::QueuedConnection);
        connect(&m_film->screen(), &QVideoSink::videoFrameChanged, this,
                [this](const QVideoFrame &shown) { Q_EMIT frame(shown.toImage()); });
        m_film->player().play();
    }
    m_ticks->start();
    Q_EMIT changed(id);
}

void Player::stop()
{
    const MessageId was = m_current;
    m_voice.reset();
    m_film.reset();
    m_current = {};
    m_trouble = Trouble::None;
    m_ticks->stop();
    if (was.isValid())
        Q_EMIT changed(was);
}

void Player::seek(MessageId id, double part)
{
    if (id != m_current)
        return;
    part = qBound(0.0, part, 1.0);
    if (m_voice)
        m_voice->seek(part);
    else if (m_film)
        m_film->player().setPosition(qint64(part * double(m_film->player().duration())));
    Q_EMIT changed(id);
}

void Player::nextSpeed()
{
    m_speed = m_speed < 1.25 ? 1.5 : m_speed < 1.75 ? 2 : 1;
    if (m_voice)
        m_voice->setSpeed(m_speed);
    else if (m_film)
        m_film->player().setPlaybackRate(m_speed);
    Q_EMIT changed(m_current);
}

bool Player::isPlaying(MessageId id) const
{
    if (id != m_current || !id.isValid())
        return false;
    return m_voice ? m_voice->isPlaying()
                   : m_film && m_film->player().playbackState() == QMediaPlayer::PlayingState;
}

qint64 Player::position(MessageId id) const
{
    if (id != m_current)
        return 0;
    return m_voice ? m_voice->position() : m_film ? m_film->player().position() : 0;
}

qint64 Player::duration(MessageId id) const
{
    if (id != m_current)
        return 0;
    return m_voice ? m_voice->duration() : m_film ? m_film->player().duration() : 0;
}

Player::Trouble Player::trouble(MessageId id) const
{
    return id == m_current ? m_trouble : Trouble::None;
}

} // namespace destek::ui
