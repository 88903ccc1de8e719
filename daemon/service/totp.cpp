#include "daemon/service/totp.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>

namespace destek::daemon
{

namespace
{

constexpr qint64 kStepSeconds = 30;

bool sameDigits(const QString &a, const QString &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a.at(i).unicode() ^ b.at(i).unicode();
    return difference == 0;
}

} // namespace

QString totpCode(const Secret &secret, qint64 step)
{
    QByteArray counter(8, '\0');
    qToBigEndian(step, counter.data());
    const QByteArray mac =
        QMessageAuthenticationCode::hash(counter, secret.reveal(), QCryptographicHash::Sha1);
    const int offset = mac.at(19) & 0x0f;
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + offset) & quint32(0x7fffffff);
    return QStringLiteral("%1").arg(number % 1000000, 6, 10, QLatin1Char('0'));
}

std::optional<qint64> acceptTotp(const Secret &secret, const QString &code, Instant now,
                                 qint64 lastStep)
{
    const qint64 present = now.seconds() / kStepSeconds;
    std::optional<qint64> accepted;
    for (qint64 step = present - 1; step <= present + 1; ++step) {
        if (sameDigits(totpCode(secret, step), code.trimmed()) && step > lastStep)
            accepted = step;
    }
    return accepted;
}

QString base32(const QByteArray &bytes)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    quint32 buffer = 0;
    int bits = 0;
    for (char byte : bytes) {
        buffer = (buffer << 8) | quint8(byte);
        bits += 8;
        while (bits >= 5) {
            text += QLatin1Char(alphabet[(buffer >> (bits - 5)) & 31]);
            bits -= 5;
        }
    }
    if (bits > 0)
        text += QLatin1Char(alphabet[(buffer << (5 - bits)) & 31]);
    return text;
}

} // namespace destek::daemon
