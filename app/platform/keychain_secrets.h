#pragma once

#include "net/api/secret_store.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace destek::app
{

/// Secrets in the keychain of the system; where there is none, in a file of the profile that only
/// its owner can read, and saysWhere() says so. The keychain answers slowly, so what is there is
/// read once at the start. GUI thread.
class KeychainSecrets final : public QObject, public net::SecretStore
{
    Q_OBJECT
public:
    /// `profile` names both the file's folder and this console's entries in the keychain.
    explicit KeychainSecrets(QString profile, QObject *parent = nullptr);

    /// Reads everything known; answers once, also when the keychain stays silent.
    void open(std::function<void()> then);
    [[nodiscard]] bool usesFile() const { return m_usesFile; }
    [[nodiscard]] QString filePath() const;

    [[nodiscard]] Result<Secret, net::SecretStoreError> read(const QString &name) const override;
    Result<Done, net::SecretStoreError> write(const QString &name, const Secret &value) override;
    Result<Done, net::SecretStoreError> remove(const QString &name) override;

private:
    void settle(bool usesFile);
    void readFile();
    [[nodiscard]] bool writeFile() const;
    void sendToKeychain();

    QString m_profile;
    QString m_service;
    bool m_usesFile = true;
    bool m_opened = false;
    QHash<QString, Secret> m_secrets;
    std::function<void()> m_then;
};

} // namespace destek::app
