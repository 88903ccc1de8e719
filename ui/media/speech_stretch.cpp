#include "ui/media/speech_stretch.h"

#include <algorithm>
#include <cmath>

namespace destek::ui
{

void SpeechStretch::setSpeed(double speed)
{
    m_speed = std::clamp(speed, 0.5, 2.0);
}

void SpeechStretch::restart()
{
    m_input.clear();
    m_tail.clear();
    m_output.clear();
    m_outputAt = 0;
    m_at = 0;
    m_ended = false;
}

bool SpeechStretch::fillTo(qsizetype count)
{
    while (!m_ended && m_input.size() < count) {
        const qsizetype before = m_input.size();
        m_input.resize(before + 4 * kWindow);
        const int got = m_source(std::span(m_input.data() + before, size_t(4) * kWindow));
        m_input.resize(before + qMax(got, 0));
        m_ended = got <= 0;
    }
    return m_input.size() >= count;
}

/// Where around `wanted` the wave looks most like the tail it is laid over.
qsizetype SpeechStretch::bestOffset(qsizetype wanted) const
{
    if (m_tail.isEmpty())
        return wanted;
    const qsizetype from = std::max<qsizetype>(0, wanted - kSearch);
    const qsizetype to = std::min<qsizetype>(m_input.size() - kWindow, wanted + kSearch);
    qsizetype best = std::clamp<qsizetype>(wanted, from, std::max(from, to));
    double most = -1e30;
    for (qsizetype at = from; at <= to; at += 4) {
        double likeness = 0;
        for (int i = 0; i < kHop; i += 4)
            likeness += double(m_input[at + i]) * double(m_tail[i]);
        if (likeness > most) {
            most = likeness;
            best = at;
        }
    }
    return best;
}

bool SpeechStretch::addWindow()
{
    const auto wanted = qsizetype(m_at);
    if (!fillTo(wanted + kWindow + kSearch) && m_input.size() < wanted + kWindow)
        return false;
    const qsizetype at = bestOffset(wanted);
    m_output.resize(kHop);
    m_outputAt = 0;
    QList<float> tail(kHop);
    for (int i = 0; i < kHop; ++i) {
        const float rise = float(i) / kHop;
        m_output[i] = m_tail.isEmpty() ? m_input[at + i] : m_tail[i] + m_input[at + i] * rise;
        tail[i] = m_input[at + kHop + i] * (1 - rise);
    }
    m_tail = tail;
    m_at += kHop * m_speed;
    const qsizetype done = std::max<qsizetype>(0, qsizetype(m_at) - kSearch);
    m_input.remove(0, std::min(done, m_input.size()));
    m_at -= double(std::min(done, qsizetype(m_at)));
    return true;
}

int SpeechStretch::read(std::span<float> into)
{
    size_t filled = 0;
    while (filled < into.size()) {
        if (m_outputAt >= m_output.size()) {
            if (m_speed == 1.0 && m_tail.isEmpty() && m_input.isEmpty()) {
                const int got = m_source(into.subspan(filled));
                return int(filled) + qMax(got, 0);
            }
            if (!addWindow())
                break;
        }
        const auto count =
            std::min<qsizetype>(qsizetype(into.size() - filled), m_output.size() - m_outputAt);
        std::copy_n(m_output.constData() + m_outputAt, count, into.data() + filled);
        m_outputAt += count;
        filled += size_t(count);
    }
    return int(filled);
}

} // namespace destek::ui
