#include "app/platform/keychain_secrets.h"

#include "app/tryout/tryout_config.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace destek::app
{

namespace
{

constexpr auto kPatience = std::chrono::seconds(4);
constexpr auto kEntry = "secrets"_L1; ///< all of them in one, so that one question suffices

QByteArray toBytes(const QHash<QString, Secret> &secrets)
{
    QJsonObject json;
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it)
        json.insert(it.key(), QString::fromLatin1(it.value().reveal().toBase64()));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QHash<QString, Secret> fromBytes(const QByteArray &bytes)
{
    QHash<QString, Secret> secrets;
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    for (auto it = json.begin(); it != json.end(); ++it)
        secrets.insert(it.key(), Secret(QByteArray::fromBase64(it.value().toString().toLatin1())));
    return secrets;
}

} // namespace

KeychainSecrets::KeychainSecrets(QString profile, QObject *parent)
    : QObject(parent), m_profile(std::move(profile))
{
    const QByteArray mark = QCryptographicHash::hash(QDir(m_profile).absolutePath().toUtf8(),
                                                     QCryptographicHash::Sha256)
                                .toHex()
                                .first(12);
    m_service = u"destek-"_s + QString::fromLatin1(mark);
}

QString KeychainSecrets::filePath() const
{
    return m_profile + u"/secrets.json"_s;
}

void KeychainSecrets::open(std::function<void()> then)
{
    m_then = std::move(then);
    auto *job = new QKeychain::ReadPasswordJob(m_service, this);
    job->setKey(kEntry);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, [this, job](QKeychain::Job *) {
        const auto error = job->error();
        if (m_opened)
            return; // too late: the file is in use
        if (error == QKeychain::NoError)
            m_secrets = fromBytes(job->binaryData());
        settle(error != QKeychain::NoError && error != QKeychain::EntryNotFound);
    });
    QTimer::singleShot(kPatience, this, [this] { settle(true); });
    job->start();
}

void KeychainSecrets::settle(bool usesFile)
{
    if (m_opened)
        return;
    m_opened = true;
    m_usesFile = usesFile;
    if (usesFile)
        readFile();
    if (m_then)
        std::exchange(m_then, nullptr)();
}

void KeychainSecrets::readFile()
{
    QFile file(filePath());
    if (!file.open(QIODevice::ReadOnly))
        return;
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (file.permissions() & others)
        return; // somebody else may have written it: pair again
    m_secrets = fromBytes(file.readAll());
}

bool KeychainSecrets::writeFile() const
{
    return writePrivateFile(filePath(), toBytes(m_secrets));
}

void KeychainSecrets::sendToKeychain()
{
    auto *job = new QKeychain::WritePasswordJob(m_service, this);
    job->setKey(kEntry);
    job->setInsecureFallback(false);
    job->setBinaryData(toBytes(m_secrets));
    connect(job, &QKeychain::Job::finished, this, [this, job](QKeychain::Job *) {
        if (job->error() == QKeychain::NoError)
            return;
        m_usesFile = true; // the keychain was closed meanwhile
        (void)writeFile();
    });
    job->start();
}

Result<Secret, net::SecretStoreError> KeychainSecrets::read(const QString &name) const
{
    const auto found = m_secrets.constFind(name);
    if (found == m_secrets.constEnd())
        return failure(net::SecretStoreError::NotFound);
    return *found;
}

Result<Done, net::SecretStoreError> KeychainSecrets::write(const QString &name, const Secret &value)
{
    m_secrets.insert(name, value);
    if (!m_usesFile)
        sendToKeychain();
    else if (!writeFile())
        return failure(net::SecretStoreError::Unavailable);
    return done();
}

Result<Done, net::SecretStoreError> KeychainSecrets::remove(const QString &name)
{
    if (m_secrets.remove(name) == 0)
        return done();
    if (!m_usesFile)
        sendToKeychain();
    else if (!writeFile())
        return failure(net::SecretStoreError::Unavailable);
    return done();
}

} // namespace destek::app
