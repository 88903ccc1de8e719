#pragma once

#include "core/crypto/encoding.h"
#include "core/crypto/merkle.h"

#include <QByteArray>

#include <optional>

/// Between Qt's bytes and those of core/crypto.
namespace destek::daemon
{

[[nodiscard]] inline crypto::View viewOf(const QByteArray &bytes)
{
    return crypto::view({bytes.constData(), std::size_t(bytes.size())});
}

[[nodiscard]] inline QByteArray bytesOf(crypto::View bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

[[nodiscard]] inline QByteArray bytesOf(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

[[nodiscard]] inline std::optional<crypto::Hash> hashOf(const QByteArray &bytes)
{
    return crypto::hashFromBytes(viewOf(bytes));
}

} // namespace destek::daemon
