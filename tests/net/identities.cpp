#include "tests/net/identities.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/x509v3.h>

#include <memory>

namespace destek::test
{

namespace
{

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;

constexpr long kDay = 24L * 3600;

QByteArray read(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, qsizetype(size)};
}

Bio bioOf(const QByteArray &text)
{
    return Bio(BIO_new_mem_buf(text.constData(), int(text.size())));
}

Certificate certificateOf(const QByteArray &pem)
{
    const Bio bio = bioOf(pem);
    return Certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

void extend(X509 *certificate, int nid, const QByteArray &value)
{
    const Extension extension(X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.constData()));
    X509_add_ext(certificate, extension.get(), -1);
}

Certificate blank(const QByteArray &name, EVP_PKEY *key, Validity validity)
{
    static long serial = 1;
    Certificate certificate(X509_new());
    const bool past = validity == Validity::Past;
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), past ? -3 * kDay : -kDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), past ? -kDay : kDay);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), -1, -1,
                               0);
    return certificate;
}

Identity written(const Certificate &certificate, const Key &key)
{
    const Bio text(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(text.get(), certificate.get());
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {read(text), read(keyText)};
}

} // namespace

Identity makeCa(const QByteArray &name)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = blank(name, key.get(), Validity::Now);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    extend(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    return written(certificate, key);
}

Identity makeServer(const Identity &ca, const QByteArray &dnsName, Validity validity)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate issuer = certificateOf(ca.certificatePem);
    const Bio issuerText = bioOf(ca.privateKeyPem);
    const Key issuerKey(PEM_read_bio_PrivateKey(issuerText.get(), nullptr, nullptr, nullptr));
    const Certificate certificate = blank("server", key.get(), validity);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get()));
    extend(certificate.get(), NID_subject_alt_name, "DNS:" + dnsName);
    extend(certificate.get(), NID_ext_key_usage, "serverAuth");
    X509_sign(certificate.get(), issuerKey.get(), EVP_sha256());
    return written(certificate, key);
}

QByteArray pinOf(const Identity &ca)
{
    const Certificate certificate = certificateOf(ca.certificatePem);
    unsigned char *der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
    unsigned char hash[SHA256_DIGEST_LENGTH];
    SHA256(der, size_t(size), hash);
    OPENSSL_free(der);
    return QByteArray(reinterpret_cast<const char *>(hash), sizeof hash).toHex();
}

} // namespace destek::test
