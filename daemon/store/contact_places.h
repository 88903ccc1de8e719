#pragma once

#include "core/domain/ids.h"
#include "daemon/vault/seal_place.h"

namespace destek::daemon
{

/// Where the sealed columns of a person stand.
[[nodiscard]] inline SealPlace nameOf(ContactId id)
{
    return {"contact", QByteArray::number(id.value), "name"};
}

[[nodiscard]] inline SealPlace bookNameOf(ContactId id)
{
    return {"contact", QByteArray::number(id.value), "book_name"};
}

[[nodiscard]] inline SealPlace identityValue(qint64 row)
{
    return {"contact_identity", QByteArray::number(row), "value"};
}

[[nodiscard]] inline SealPlace consentWord(qint64 row)
{
    return {"consent_event", QByteArray::number(row), "word"};
}

} // namespace destek::daemon
