#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace destek::sandbox
{

/// All chance in the sandbox comes from dice thrown from one seed, so that a run can be repeated.
/// Not for secrets. One thread.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_generator(seed) {}

    [[nodiscard]] bool chance(double probability);
    /// Both ends included.
    [[nodiscard]] qint64 between(qint64 low, qint64 high);
    /// Time to the next event of a Poisson process with that mean distance.
    [[nodiscard]] qint64 untilNext(qint64 meanDistance);
    [[nodiscard]] QByteArray hex(int bytes);
    [[nodiscard]] QString digits(int count);

private:
    QRandomGenerator m_generator;
};

} // namespace destek::sandbox
