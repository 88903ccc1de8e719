#include "httpd/tls_context.h"

#include <openssl/ssl.h>

#include <new>
#include <string>

namespace destek::httpd
{

namespace
{

namespace ssl = boost::asio::ssl;
using boost::system::error_code;

boost::asio::const_buffer bufferOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// http/1.1 if the client offers it; a client that offers other protocols only gets no answer
/// to its list, as if ALPN did not exist.
int selectProtocol(SSL *, const unsigned char **out, unsigned char *outLength,
                   const unsigned char *in, unsigned int inLength, void *)
{
    static constexpr unsigned char kHttp11[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char *selected = nullptr;
    if (SSL_select_next_proto(&selected, outLength, kHttp11, sizeof kHttp11, in, inLength) !=
        OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *out = selected;
    return SSL_TLSEXT_ERR_OK;
}

void harden(SSL_CTX *context, TlsVersion minimum)
{
    SSL_CTX_set_min_proto_version(context,
                                  minimum == TlsVersion::Tls13 ? TLS1_3_VERSION : TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION |
                                     SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_TICKET);
    // No resumption: every connection proves itself to the certificate of the day, and a ticket
    // key in memory would weaken forward secrecy for all of them.
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_alpn_select_cb(context, selectProtocol, nullptr);
}

std::optional<ServerError> loadOwnIdentity(ssl::context &context, const TlsConfig &config)
{
    error_code ec;
    context.use_certificate_chain(bufferOf(config.certificateChainPem), ec);
    if (ec)
        return ServerError::CertificateUnusable;
    // Without this an encrypted key would make OpenSSL ask on the terminal.
    context.set_password_callback(
        [](std::size_t, ssl::context::password_purpose) { return std::string(); }, ec);
    context.use_private_key(bufferOf(config.privateKeyPem), ssl::context::pem, ec);
    if (ec || SSL_CTX_check_private_key(context.native_handle()) != 1)
        return ServerError::PrivateKeyUnusable;
    return std::nullopt;
}

std::optional<ServerError> askForClientCertificate(ssl::context &context, const TlsConfig &config)
{
    error_code ec;
    if (config.clientCertificate == ClientCertificate::None)
        return std::nullopt;
    if (config.clientCaPem.isEmpty())
        return ServerError::ClientCaUnusable;
    context.add_certificate_authority(bufferOf(config.clientCaPem), ec);
    if (ec)
        return ServerError::ClientCaUnusable;
    context.set_verify_mode(config.clientCertificate == ClientCertificate::Required
                                ? ssl::verify_peer | ssl::verify_fail_if_no_peer_cert
                                : ssl::verify_peer,
                            ec);
    return ec ? std::optional(ServerError::ClientCaUnusable) : std::nullopt;
}

} // namespace

Result<TlsContext, ServerError> makeTlsContext(const TlsConfig &config)
{
    try {
        auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
        harden(context->native_handle(), config.minimum);
        if (const auto error = loadOwnIdentity(*context, config))
            return failure(ServerError{*error});
        if (const auto error = askForClientCertificate(*context, config))
            return failure(ServerError{*error});
        return context;
    } catch (...) { // Asio's constructor throws if OpenSSL has no memory
        return failure(ServerError::CertificateUnusable);
    }
}

} // namespace destek::httpd
