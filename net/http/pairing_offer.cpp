#include "net/http/pairing_offer.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace destek::net
{

namespace
{

constexpr int kHashBytes = 32;

std::optional<QByteArray> hashFromHex(const QString &text)
{
    // QByteArray::fromHex() skips what it does not know; a pin must be exact.
    const bool exact =
        text.size() == 2 * kHashBytes && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        });
    if (!exact)
        return std::nullopt;
    return QByteArray::fromHex(text.toLatin1());
}

} // namespace

std::optional<PairingOffer> parsePairingOffer(const QString &uri)
{
    const QUrl url(uri.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "destek"_L1 || url.host().isEmpty() || url.port() <= 0 ||
        !url.userInfo().isEmpty())
        return std::nullopt;
    const QUrlQuery query(url);
    const auto hash = hashFromHex(query.queryItemValue(u"ca"_s));
    const QString code = query.queryItemValue(u"code"_s, QUrl::FullyDecoded);
    if (!hash || code.isEmpty() || code.size() > 200)
        return std::nullopt;
    return PairingOffer{url.host(), quint16(url.port()), *hash, Secret(code.toUtf8())};
}

} // namespace destek::net
