#include "net/http/device_key.h"

#include "core/crypto/signing.h"

namespace destek::net
{

namespace
{

crypto::View viewOf(const QByteArray &bytes)
{
    return crypto::view({bytes.constData(), size_t(bytes.size())});
}

template <typename Range>
QByteArray bytesOf(const Range &range)
{
    return {reinterpret_cast<const char *>(range.data()), qsizetype(range.size())};
}

} // namespace

std::optional<QByteArray> makeDeviceKey(SecretStore &store)
{
    const auto key = crypto::SigningKey::generate();
    if (!key.ok())
        return std::nullopt;
    auto seed = key->seed();
    if (!seed.ok())
        return std::nullopt;
    const Secret kept(bytesOf(*seed));
    crypto::wipe(*seed);
    if (!store.write(deviceKeySecret(), kept).ok())
        return std::nullopt;
    return bytesOf(key->publicKey().raw());
}

std::optional<QByteArray> signWithDeviceKey(const SecretStore &store, const QByteArray &message)
{
    const auto seed = store.read(deviceKeySecret());
    if (!seed.ok())
        return std::nullopt;
    const auto key = crypto::SigningKey::fromSeed(viewOf(seed->reveal()));
    if (!key.ok())
        return std::nullopt;
    const auto signature = key->sign(viewOf(message));
    if (!signature.ok())
        return std::nullopt;
    return bytesOf(*signature);
}

} // namespace destek::net
