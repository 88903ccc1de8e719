#include "ui/media/chime.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>

namespace destek::ui
{

namespace
{

QString fileOf(Chime::Sound sound)
{
    switch (sound) {
    case Chime::Sound::Message:
        return QStringLiteral("qrc:/sounds/message.wav");
    case Chime::Sound::Waiting:
        return QStringLiteral("qrc:/sounds/waiting.wav");
    case Chime::Sound::Closing:
    case Chime::Sound::Count:
        break;
    }
    return QStringLiteral("qrc:/sounds/closing.wav");
}

} // namespace

SpeakerChime::SpeakerChime(QObject *parent) : QObject(parent) {}

SpeakerChime::~SpeakerChime() = default;

bool SpeakerChime::isAvailable() const
{
    return !QMediaDevices::defaultAudioOutput().isNull();
}

void SpeakerChime::play(Sound sound)
{
    if (!isAvailable())
        return;
    auto &effect = m_effects[std::size_t(sound)];
    if (!effect) {
        effect = std::make_unique<QSoundEffect>();
        effect->setSource(QUrl(fileOf(sound)));
    }
    effect->play();
}

} // namespace destek::ui
