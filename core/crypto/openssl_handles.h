#pragma once

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <memory>

/// Owners for OpenSSL objects; only for sources of this room.
namespace destek::crypto::detail
{

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T *handle) const
    {
        Free(handle);
    }
};

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Mac = std::unique_ptr<EVP_MAC, Freed<EVP_MAC_free>>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, Freed<EVP_MAC_CTX_free>>;
using Kdf = std::unique_ptr<EVP_KDF, Freed<EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, Freed<EVP_KDF_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;

/// A refused operation leaves entries in the thread's error queue, which would confuse the TLS
/// code that shares the thread. Put one on the stack of everything that may be refused.
class CleanErrorQueue
{
public:
    CleanErrorQueue() = default;
    ~CleanErrorQueue() { ERR_clear_error(); }
    CleanErrorQueue(const CleanErrorQueue &) = delete;
    CleanErrorQueue &operator=(const CleanErrorQueue &) = delete;
};

} // namespace destek::crypto::detail
