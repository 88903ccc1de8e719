#include "daemon/tls/team_ca.h"

#include "core/crypto/keyed_hash.h"

#include <QHostAddress>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace destek::daemon
{

namespace
{

constexpr qint64 kDay = 24 * 3600;
constexpr qint64 kCaDays = 3653;
constexpr qint64 kServerDays = 397;

template <auto Free>
struct Deleter {
    template <typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;

QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

QByteArray pemOf(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    return PEM_write_bio_X509(bio.get(), certificate) == 1 ? contents(bio.get()) : QByteArray();
}

Secret pemOf(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_secmem()));
    if (PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    return Secret(contents(bio.get()));
}

Certificate certificateOf(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

Key keyOf(const Secret &pem)
{
    const QByteArray &text = pem.reveal();
    const Bio bio(BIO_new_mem_buf(text.constData(), int(text.size())));
    return Key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

bool setSerial(X509 *certificate)
{
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] = (bytes[0] & 0x7f) | 0x40; // positive and always 16 bytes long
    BIGNUM *number = BN_bin2bn(bytes, sizeof bytes, nullptr);
    const bool set =
        number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    return set;
}

bool setName(X509 *certificate, const QString &common)
{
    const QByteArray utf8 = common.left(60).toUtf8();
    return X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(utf8.constData()),
                                      int(utf8.size()), -1, 0) == 1;
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// A certificate with times, serial, subject and key, but neither issuer nor signature.
Certificate blank(const QString &common, EVP_PKEY *key, Instant now, qint64 days)
{
    Certificate certificate(X509_new());
    const qint64 from = now.seconds() - 300; // clocks of consoles may be a little behind
    if (!certificate || X509_set_version(certificate.get(), 2) != 1 ||
        !setSerial(certificate.get()) || !setName(certificate.get(), common) ||
        ASN1_TIME_set(X509_getm_notBefore(certificate.get()), from) == nullptr ||
        ASN1_TIME_set(X509_getm_notAfter(certificate.get()), from + days * kDay) == nullptr ||
        X509_set_pubkey(certificate.get(), key) != 1)
        return nullptr;
    return certificate;
}

/// Names come from a configuration file: nothing that could add another entry gets through.
bool isHostName(const QString &name)
{
    if (!QHostAddress(name).isNull())
        return true;
    return !name.isEmpty() && name.size() <= 253 &&
           std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
                      (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
           });
}

QByteArray alternativeNames(const QStringList &hostNames)
{
    QStringList entries;
    for (const QString &name : hostNames)
        entries << (QHostAddress(name).isNull() ? u"DNS:"_s : u"IP:"_s) + name;
    return entries.join(u',').toLatin1();
}

bool hasName(X509 *certificate, const QString &name)
{
    const QByteArray latin = name.toLatin1();
    return QHostAddress(name).isNull() ? X509_check_host(certificate, latin.constData(),
                                                         size_t(latin.size()), 0, nullptr) == 1
                                       : X509_check_ip_asc(certificate, latin.constData(), 0) == 1;
}

} // namespace

Result<CertifiedKey, TlsMakeError> makeTeamCa(const QString &organisation, Instant now)
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return failure(TlsMakeError::Failed);
    const Certificate certificate = blank(u"Destek CA "_s + organisation, key.get(), now, kCaDays);
    X509 *raw = certificate.get();
    if (!raw || X509_set_issuer_name(raw, X509_get_subject_name(raw)) != 1 ||
        !addExtension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") ||
        !addExtension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign") ||
        !addExtension(raw, raw, NID_subject_key_identifier, "hash") ||
        X509_sign(raw, key.get(), EVP_sha256()) == 0)
        return failure(TlsMakeError::Failed);
    return CertifiedKey{pemOf(raw), pemOf(key.get())};
}

Result<CertifiedKey, TlsMakeError> makeServerCertificate(const CertifiedKey &ca,
                                                         const QStringList &hostNames, Instant now)
{
    if (hostNames.isEmpty() || !std::all_of(hostNames.begin(), hostNames.end(), isHostName))
        return failure(TlsMakeError::BadName);
    const Certificate issuer = certificateOf(ca.certificatePem);
    const Key issuerKey = keyOf(ca.privateKeyPem);
    const Key key(EVP_EC_gen("P-256"));
    if (!issuer || !issuerKey || !key)
        return failure(TlsMakeError::Failed);
    const Certificate certificate = blank(hostNames.first(), key.get(), now, kServerDays);
    X509 *raw = certificate.get();
    if (!raw || X509_set_issuer_name(raw, X509_get_subject_name(issuer.get())) != 1 ||
        !addExtension(raw, issuer.get(), NID_basic_constraints, "critical,CA:FALSE") ||
        !addExtension(raw, issuer.get(), NID_key_usage, "critical,digitalSignature") ||
        !addExtension(raw, issuer.get(), NID_ext_key_usage, "serverAuth") ||
        !addExtension(raw, issuer.get(), NID_subject_alt_name, alternativeNames(hostNames)) ||
        !addExtension(raw, issuer.get(), NID_authority_key_identifier, "keyid") ||
        X509_sign(raw, issuerKey.get(), EVP_sha256()) == 0)
        return failure(TlsMakeError::Failed);
    // The chain carries the CA, so that a console that pairs can compare it with its link.
    return CertifiedKey{pemOf(raw) + ca.certificatePem, pemOf(key.get())};
}

bool needsRenewal(const QByteArray &certificatePem, const QStringList &hostNames, Instant now)
{
    const Certificate certificate = certificateOf(certificatePem);
    if (!certificate)
        return true;
    for (const QString &name : hostNames) {
        if (!hasName(certificate.get(), name))
            return true;
    }
    time_t renewAt = time_t(now.seconds() + kServerDays * kDay / 3);
    return X509_cmp_time(X509_get0_notAfter(certificate.get()), &renewAt) <= 0;
}

QString publicKeyFingerprint(const QByteArray &certificatePem)
{
    const Certificate certificate = certificateOf(certificatePem);
    if (!certificate)
        return {};
    unsigned char *der = nullptr;
    const int size = i2d_PUBKEY(X509_get0_pubkey(certificate.get()), &der);
    if (size <= 0)
        return {};
    const crypto::Hash hash = crypto::sha256({der, size_t(size)});
    OPENSSL_free(der);
    return QString::fromStdString(crypto::hex(hash));
}

} // namespace destek::daemon
