#include "daemon/tls/team_ca.h"
#include "tests/kit/test_main.h"

#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace destek;
using namespace destek::daemon;

namespace
{

constexpr Instant kNow = Instant::fromSeconds(1'795'327'200);

QSslCertificate certificate(const QByteArray &pem)
{
    return QSslCertificate(pem, QSsl::Pem);
}

} // namespace

/// The console port's own authority (facts/trust.md 4.3; R-34).
class TeamCa : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aServerCertificateOfOurOwn()
    {
        const auto ca = makeTeamCa(u"Örnek A.Ş."_s, kNow);
        QVERIFY(ca.ok());
        const auto server =
            makeServerCertificate(*ca, {u"destek.local"_s, u"192.168.1.7"_s, u"::1"_s}, kNow);
        QVERIFY(server.ok());
        const auto chain = QSslCertificate::fromData(server->certificatePem, QSsl::Pem);
        QVERIFY(!chain.isEmpty());
        const auto names = chain.first().subjectAlternativeNames();
        QVERIFY(names.values(QSsl::DnsEntry).contains(u"destek.local"_s));
        QVERIFY(names.values(QSsl::IpAddressEntry).contains(u"192.168.1.7"_s));
        QVERIFY(chain.first().issuerInfo(QSslCertificate::CommonName) ==
                certificate(ca->certificatePem).subjectInfo(QSslCertificate::CommonName));
        const qint64 days = chain.first().effectiveDate().daysTo(chain.first().expiryDate());
        QVERIFY(days >= 396 && days <= 399);
        QVERIFY(chain.first().effectiveDate() <= kNow.toUtc());
        QVERIFY(!QSslKey(server->privateKeyPem.reveal(), QSsl::Ec).isNull());
        QVERIFY(!server->certificatePem.contains("PRIVATE"));
    }

    void twoAuthoritiesAreTwo()
    {
        const auto first = makeTeamCa(u"Örnek"_s, kNow);
        const auto second = makeTeamCa(u"Örnek"_s, kNow);
        const QString pin = publicKeyFingerprint(first->certificatePem);
        QCOMPARE(pin.size(), 64);
        QCOMPARE(publicKeyFingerprint(first->certificatePem), pin);
        QVERIFY(publicKeyFingerprint(second->certificatePem) != pin);
        QVERIFY(certificate(first->certificatePem).serialNumber() !=
                certificate(second->certificatePem).serialNumber());
        QVERIFY(publicKeyFingerprint("not a certificate").isEmpty());
    }

    void namesThatAreNoNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name :
             {u""_s, u"a b"_s, u"a\nb"_s, u"DNS:evil"_s, u"a,IP:1.2.3.4"_s, u"a\0b"_s})
            QTest::addRow("'%s'", qPrintable(name)) << name;
    }
    void namesThatAreNoNames()
    {
        QFETCH(QString, name);
        const auto ca = makeTeamCa(u"Örnek"_s, kNow);
        const auto server = makeServerCertificate(*ca, {u"localhost"_s, name}, kNow);
        QVERIFY(!server);
        QCOMPARE(server.error(), TlsMakeError::BadName);
    }

    void renewal()
    {
        const auto ca = makeTeamCa(u"Örnek"_s, kNow);
        const QStringList names{u"localhost"_s, u"destek.local"_s};
        const auto server = makeServerCertificate(*ca, names, kNow);
        QVERIFY(!needsRenewal(server->certificatePem, names, kNow));
        QVERIFY(needsRenewal(server->certificatePem, names + QStringList{u"yeni.local"_s}, kNow));
        QVERIFY(needsRenewal(server->certificatePem, names, kNow + std::chrono::hours(24 * 380)));
        QVERIFY(needsRenewal("", names, kNow));
    }
};

DESTEK_TEST(TeamCa)
#include "tst_team_ca.moc"
