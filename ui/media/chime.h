#pragma once

#include <QObject>

#include <array>
#include <memory>

class QSoundEffect;

namespace destek::ui
{

/// The console's own sounds (resources/sounds). A port, so that tests hear what would be played.
class Chime
{
public:
    enum class Sound : quint8 { Message, Waiting, Closing, Count };
    virtual ~Chime() = default;
    /// At once and from its beginning; nothing happens if this computer cannot play.
    virtual void play(Sound sound) = 0;
    /// Could it be heard? False: no sound device, or it refuses.
    [[nodiscard]] virtual bool isAvailable() const = 0;
};

/// Through Qt Multimedia. The files are loaded at the first sound: the start stays fast.
class SpeakerChime final : public QObject, public Chime
{
    Q_OBJECT
public:
    explicit SpeakerChime(QObject *parent = nullptr);
    ~SpeakerChime() override;
    void play(Sound sound) override;
    [[nodiscard]] bool isAvailable() const override;

private:
    std::array<std::unique_ptr<QSoundEffect>, std::size_t(Sound::Count)> m_effects;
};

} // namespace destek::ui
