#include "sandbox/dice.h"

#include <cmath>

namespace destek::sandbox
{

bool Dice::chance(double probability)
{
    return probability > 0 && m_generator.generateDouble() < probability;
}

qint64 Dice::between(qint64 low, qint64 high)
{
    return high <= low ? low : m_generator.bounded(low, high + 1);
}

qint64 Dice::untilNext(qint64 meanDistance)
{
    const double u = m_generator.generateDouble();
    return qint64(-std::log(1.0 - u) * double(meanDistance));
}

QByteArray Dice::hex(int bytes)
{
    QByteArray raw(bytes, Qt::Uninitialized);
    for (char &byte : raw)
        byte = char(m_generator.bounded(256));
    return raw.toHex();
}

QString Dice::digits(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'0' + m_generator.bounded(i == 0 ? 1 : 0, 10));
    return text;
}

} // namespace destek::sandbox
