#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <span>

struct OggOpusFile;

namespace destek::ui
{

enum class SoundTrouble : quint8 {
    NotOpus, ///< another format: Qt Multimedia may know it
    Broken,
    TooLong, ///< more than we read for a picture of it; it can still be played
};

/// Loudness over time, for the bars of a voice note.
struct Waveform {
    QList<float> bars;       ///< kBars values from 0 to 1
    qint64 milliseconds = 0; ///< length
    static constexpr int kBars = 48;
};

/// Slow; from a worker thread. Reads at most two hours.
[[nodiscard]] Result<Waveform, SoundTrouble> readWaveform(const QByteArray &bytes);
/// Ogg with Opus inside, by the first page.
[[nodiscard]] bool looksLikeOpus(const QByteArray &bytes);

/// Opus in Ogg as 48 kHz mono samples, from memory. One thread at a time.
class OpusSource
{
public:
    static constexpr int kRate = 48000;
    /// Null if it is not readable.
    [[nodiscard]] static std::unique_ptr<OpusSource> open(const QByteArray &bytes);
    ~OpusSource();
    OpusSource(const OpusSource &) = delete;
    OpusSource &operator=(const OpusSource &) = delete;

    [[nodiscard]] qint64 samples() const { return m_samples; }
    /// Fills what it can; 0 at the end and when the file is broken from here on.
    int read(std::span<float> into);
    void seek(qint64 sample);

private:
    OpusSource(QByteArray bytes, OggOpusFile *file);
    QByteArray m_bytes; ///< opusfile reads from it
    OggOpusFile *m_file;
    qint64 m_samples = 0;
    QList<float> m_rest; ///< decoded and not handed out yet
    qsizetype m_restAt = 0;
};

} // namespace destek::ui
