#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QHash>
#include <QString>

namespace destek::net
{

enum class SecretStoreError : quint8 {
    NotFound,
    Locked,      ///< the keychain asked and the user said no
    Unavailable, ///< there is no keychain here, or it failed
};

/// Small secrets of this console by name: device token, device key. The app implements it with
/// the OS keychain. Threads: GUI only; answers at once (the app reads the keychain at start).
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    [[nodiscard]] virtual Result<Secret, SecretStoreError> read(const QString &name) const = 0;
    virtual Result<Done, SecretStoreError> write(const QString &name, const Secret &value) = 0;
    /// Removing what is not there is success.
    virtual Result<Done, SecretStoreError> remove(const QString &name) = 0;
};

/// Forgets everything when the console ends. For tests and for a machine without a keychain.
class MemorySecretStore final : public SecretStore
{
public:
    [[nodiscard]] Result<Secret, SecretStoreError> read(const QString &name) const override
    {
        const auto found = m_secrets.constFind(name);
        if (found == m_secrets.constEnd())
            return failure(SecretStoreError::NotFound);
        return *found;
    }
    Result<Done, SecretStoreError> write(const QString &name, const Secret &value) override
    {
        m_secrets.insert(name, value);
        return done();
    }
    Result<Done, SecretStoreError> remove(const QString &name) override
    {
        m_secrets.remove(name);
        return done();
    }

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace destek::net
