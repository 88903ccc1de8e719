#pragma once

#include "core/domain/ids.h"

#include <QByteArray>
#include <QImage>
#include <QObject>

#include <memory>

class QTimer;

namespace destek::ui
{

/// Plays one thing at a time: voice notes by libopusfile, other sound and films by Qt Multimedia
/// from memory. Without a loudspeaker or a backend it says so and does nothing.
/// Threads: GUI only (the sound system pulls samples on threads of its own or on this one).
class Player : public QObject
{
    Q_OBJECT
public:
    enum class Trouble : quint8 {
        None,
        NoDevice, ///< this computer has nothing that sounds
        CannotPlay,
    };

    explicit Player(QObject *parent = nullptr);
    ~Player() override;

    /// Starts it, goes on with it, or pauses it if it is what plays.
    void toggle(MessageId id, const QByteArray &bytes);
    void stop();
    /// 0 to 1 of what is loaded.
    void seek(MessageId id, double part);
    /// 1, 1.5, 2, 1, ...; stays for the next recordings.
    void nextSpeed();

    [[nodiscard]] MessageId current() const { return m_current; }
    [[nodiscard]] bool isPlaying(MessageId id) const;
    [[nodiscard]] double speed() const { return m_speed; }
    /// Milliseconds; 0 for what is not loaded.
    [[nodiscard]] qint64 position(MessageId id) const;
    [[nodiscard]] qint64 duration(MessageId id) const;
    [[nodiscard]] Trouble trouble(MessageId id) const;

Q_SIGNALS:
    /// Position, state or trouble of this one; about ten times a second while it plays.
    void changed(destek::MessageId id);
    /// The picture of a film that plays.
    void frame(const QImage &image);

private:
    class Voice; ///< Opus through an audio sink
    class Film;  ///< everything else
    void fail(MessageId id, Trouble trouble);
    void tick();

    QTimer *m_ticks;
    MessageId m_current;
    double m_speed = 1;
    Trouble m_trouble = Trouble::None;
    std::unique_ptr<Voice> m_voice;
    std::unique_ptr<Film> m_film;
};

} // namespace destek::ui
