#pragma once

#include "core/crypto/public_key.h"
#include "core/crypto/signing_key.h"

/// Ed25519 (RFC 8032), the pure kind: what `openssl pkeyutl -sign|-verify -rawin` does.
