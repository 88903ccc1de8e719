#include "ui/media/sound_reader.h"

#include <opusfile.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace destek::ui
{

namespace
{

constexpr qint64 kMostSamples = 2LL * 3600 * OpusSource::kRate;
constexpr int kMostSamplesOfAPacket = 5760; ///< 120 ms at 48 kHz

} // namespace

bool looksLikeOpus(const QByteArray &bytes)
{
    return bytes.startsWith("OggS") &&
           bytes.first(qMin<qsizetype>(bytes.size(), 64)).contains("OpusHead");
}

std::unique_ptr<OpusSource> OpusSource::open(const QByteArray &bytes)
{
    if (!looksLikeOpus(bytes))
        return nullptr;
    int error = 0;
    // Our own copy of the handle keeps the bytes where they are.
    const QByteArray held = bytes;
    OggOpusFile *file = op_open_memory(reinterpret_cast<const unsigned char *>(held.constData()),
                                       size_t(held.size()), &error);
    if (!file)
        return nullptr;
    return std::unique_ptr<OpusSource>(new OpusSource(held, file));
}

OpusSource::OpusSource(QByteArray bytes, OggOpusFile *file)
    : m_bytes(std::move(bytes)), m_file(file),
      m_samples(qBound<qint64>(0, qint64(op_pcm_total(file, -1)), kMostSamples))
{
}

OpusSource::~OpusSource()
{
    op_free(m_file);
}

int OpusSource::read(std::span<float> into)
{
    size_t filled = 0;
    while (filled < into.size()) {
        if (m_restAt >= m_rest.size()) {
            std::array<float, size_t(kMostSamplesOfAPacket) * 2> stereo{};
            const int got = op_read_float_stereo(m_file, stereo.data(), int(stereo.size()));
            if (got == OP_HOLE)
                continue; // a lost page; what follows is fine
            if (got <= 0)
                break;
            m_rest.resize(got);
            m_restAt = 0;
            for (int i = 0; i < got; ++i)
                m_rest[i] = (stereo[size_t(i) * 2] + stereo[size_t(i) * 2 + 1]) / 2;
        }
        const auto count =
            std::min<qsizetype>(qsizetype(into.size() - filled), m_rest.size() - m_restAt);
        std::copy_n(m_rest.constData() + m_restAt, count, into.data() + filled);
        m_restAt += count;
        filled += size_t(count);
    }
    return int(filled);
}

void OpusSource::seek(qint64 sample)
{
    m_rest.clear();
    m_restAt = 0;
    (void)op_pcm_seek(m_file, qBound<qint64>(0, sample, m_samples));
}

Result<Waveform, SoundTrouble> readWaveform(const QByteArray &bytes)
{
    if (!looksLikeOpus(bytes))
        return failure(SoundTrouble::NotOpus);
    const auto source = OpusSource::open(bytes);
    if (!source || source->samples() <= 0)
        return failure(SoundTrouble::Broken);
    if (source->samples() >= kMostSamples)
        return failure(SoundTrouble::TooLong);
    Waveform wave;
    wave.bars.fill(0, Waveform::kBars);
    wave.milliseconds = source->samples() * 1000 / OpusSource::kRate;
    std::array<float, 4800> chunk{};
    qint64 at = 0;
    for (int got = source->read(chunk); got > 0; got = source->read(chunk)) {
        for (int i = 0; i < got; ++i, ++at) {
            const qint64 bar =
                std::min<qint64>(at * Waveform::kBars / source->samples(), Waveform::kBars - 1);
            const float loud = std::abs(chunk[size_t(i)]);
            if (std::isfinite(loud))
                wave.bars[bar] = std::max(wave.bars[bar], std::min(loud, 1.0F));
        }
    }
    if (at == 0)
        return failure(SoundTrouble::Broken);
    const float most = *std::max_element(wave.bars.cbegin(), wave.bars.cend());
    for (float &bar : wave.bars)
        bar = most > 0 ? bar / most : 0;
    return wave;
}

} // namespace destek::ui
