#pragma once

#include "core/base/result.h"
#include "daemon/vault/key_slot.h"
#include "daemon/vault/own_thread.h"
#include "daemon/vault/vault_error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace destek::daemon
{

/// keys.db: wrapped keys by slot. A rollback journal that is truncated, EXTRA synchronous and
/// secure_delete, so that a deleted key is gone from the file and its journal when a call
/// returns. Never part of a data backup. Any thread; calls run one after another.
class KeyFile
{
public:
    struct Row {
        KeySlot slot;
        QByteArray wrapped;
    };

    /// `mark` proves that the same master key made the file; it is written at first.
    [[nodiscard]] static Result<std::unique_ptr<KeyFile>, VaultOpenError>
    open(const QString &path, const QByteArray &mark);
    ~KeyFile();
    KeyFile(const KeyFile &) = delete;
    KeyFile &operator=(const KeyFile &) = delete;

    /// The wrapped key; nullopt if there is none. Errors: Unavailable.
    [[nodiscard]] Result<std::optional<QByteArray>, VaultError> find(const KeySlot &slot);
    /// Durable when it returns. Slots of ended people are left out; a slot that exists stays.
    [[nodiscard]] Result<Done, VaultError> add(const QList<Row> &rows);
    [[nodiscard]] Result<bool, VaultError> ended(ContactId contact);
    [[nodiscard]] Result<int, VaultError> countOf(ContactId contact);
    [[nodiscard]] Result<ContactId, VaultError> highestContact();
    /// Deletes the person's keys and refuses new ones for good. Answers how many there were,
    /// also when asked again.
    [[nodiscard]] Result<int, VaultError> end(ContactId contact);
    /// Deletes keys of people whose month lies before `month` ("2026-11").
    [[nodiscard]] Result<int, VaultError> removeMonthsBefore(const QString &month);
    /// Deletes intake keys of days before `day` ("2026-11-22").
    [[nodiscard]] Result<int, VaultError> removeIntakeBefore(const QString &day);

private:
    KeyFile();
    [[nodiscard]] std::optional<VaultOpenError> openHere(const QString &path,
                                                         const QByteArray &mark);
    [[nodiscard]] Result<int, VaultError> remove(const char *statement, const QString &bound);

    QString m_connection;
    OwnThread m_thread;
};

} // namespace destek::daemon
