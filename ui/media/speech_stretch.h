#pragma once

#include <QList>

#include <functional>
#include <span>

namespace destek::ui
{

/// Plays speech faster at its own pitch: overlapping windows, each moved a little so that it
/// continues the wave before it (WSOLA). Mono, 48 kHz. One thread.
class SpeechStretch
{
public:
    /// Fills the span with the next samples; fewer at the end.
    using Source = std::function<int(std::span<float>)>;

    explicit SpeechStretch(Source source) : m_source(std::move(source)) {}
    /// 0.5 to 2; 1 hands the samples through.
    void setSpeed(double speed);
    int read(std::span<float> into);
    /// The source was moved: what is buffered belongs to another place.
    void restart();

private:
    static constexpr int kWindow = 1440; ///< 30 ms
    static constexpr int kHop = kWindow / 2;
    static constexpr int kSearch = 240; ///< 5 ms either way

    bool fillTo(qsizetype count);
    bool addWindow();
    [[nodiscard]] qsizetype bestOffset(qsizetype wanted) const;

    Source m_source;
    double m_speed = 1;
    QList<float> m_input;
    double m_at = 0;       ///< in m_input: where the next window would begin
    QList<float> m_tail;   ///< second half of the last window, faded out
    QList<float> m_output; ///< ready
    qsizetype m_outputAt = 0;
    bool m_ended = false;
};

} // namespace destek::ui
