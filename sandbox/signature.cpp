#include "sandbox/signature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace destek::sandbox
{

QByteArray hubSignature(const QByteArray &appSecret, const QByteArray &body)
{
    return "sha256=" +
           QMessageAuthenticationCode::hash(body, appSecret, QCryptographicHash::Sha256).toHex();
}

bool sameSecret(const QByteArray &a, const QByteArray &b)
{
    if (a.isEmpty() || a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a.at(i) ^ b.at(i);
    return difference == 0;
}

} // namespace destek::sandbox
