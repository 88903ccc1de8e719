#include "tests/httpd/test_certificates.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

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

QByteArray textOf(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<qsizetype>(size)};
}

Bio bioOf(const QByteArray &text)
{
    return Bio(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
}

void extend(X509 *certificate, int nid, const char *value)
{
    const Extension extension(X509V3_EXT_conf_nid(nullptr, nullptr, nid, value));
    X509_add_ext(certificate, extension.get(), -1);
}

Certificate blank(const QByteArray &name, EVP_PKEY *key)
{
    static long serial = 1;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 24L * 3600);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), -1, -1,
                               0);
    return certificate;
}

TestIdentity written(const Certificate &certificate, const Key &key)
{
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateText.get(), certificate.get());
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {textOf(certificateText), textOf(keyText)};
}

} // namespace

TestIdentity makeAuthority(const QByteArray &name)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = blank(name, key.get());
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    extend(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    return written(certificate, key);
}

TestIdentity makeLeaf(const QByteArray &name, const TestIdentity &authority)
{
    const Key key(EVP_EC_gen("P-256"));
    const Bio issuerText = bioOf(authority.certificatePem);
    const Bio issuerKeyText = bioOf(authority.privateKeyPem);
    const Certificate issuer(PEM_read_bio_X509(issuerText.get(), nullptr, nullptr, nullptr));
    const Key issuerKey(PEM_read_bio_PrivateKey(issuerKeyText.get(), nullptr, nullptr, nullptr));
    const Certificate certificate = blank(name, key.get());
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get()));
    extend(certificate.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    extend(certificate.get(), NID_ext_key_usage, "serverAuth,clientAuth");
    X509_sign(certificate.get(), issuerKey.get(), EVP_sha256());
    return written(certificate, key);
}
