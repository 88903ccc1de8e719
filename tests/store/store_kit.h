#pragma once

#include "daemon/store/sealed_files.h"
#include "daemon/store/store.h"
#include "tests/kit/manual_clock.h"

#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QVariant>

#include <memory>

/// A store with its vault in a folder of its own, and people to put into it.
namespace destek::test
{

using namespace destek::daemon;

class StoreKit
{
public:
    explicit StoreKit(const StoreOptions &options = {});
    ~StoreKit();

    /// Closes and opens again, as after a restart.
    void reopen(const StoreOptions &options = {});
    void close();
    /// Declared after a service: what that asked of the store has ended before it goes.
    [[nodiscard]] auto closing()
    {
        return qScopeGuard([this] {
            if (m_store)
                m_store->close();
        });
    }

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] Vault &vault() { return *m_vault; }
    [[nodiscard]] SealedFiles &files() { return *m_files; }
    [[nodiscard]] ManualClock &clock() { return m_clock; }
    [[nodiscard]] QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    [[nodiscard]] QString keysFile() const { return m_folder.filePath(QStringLiteral("keys.db")); }

    /// Runs a job that must succeed.
    void write(const std::function<Stored<Done>(Tx &)> &job);
    /// What a read answers; it must succeed.
    template <typename T>
    T read(const std::function<Stored<T>(const Tx &)> &job)
    {
        std::optional<Stored<T>> answer;
        m_store->readAndWait([&](const Tx &tx) { answer.emplace(job(tx)); });
        if (!answer || !*answer)
            qFatal("a read failed with %d", answer ? int(answer->error()) : -1);
        return **std::move(answer);
    }

    struct Person {
        ContactId contact;
        ConversationId conversation;
        QList<Identity> identities;
        QString name;
    };
    /// A person with phone, BSUID and user name, all made from `tag`.
    Person addPerson(const QString &tag);
    MessageRecord addMessage(const Person &person, const QString &text,
                             Direction direction = Direction::Inbound);
    /// order(), keys, complete(): a whole erasure.
    DestructionRecord erase(const Person &person);

    /// All bytes in the data folder and in keys.db.
    [[nodiscard]] QByteArray allBytes() const;
    /// Runs SQL behind the store's back, on the closed or open database.
    void tamper(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] QVariant peek(const QString &sql);
    /// How SQLite goes about a statement of ours; every value bound as 1.
    [[nodiscard]] QStringList planOf(QLatin1StringView statement) const;

private:
    QTemporaryDir m_folder;
    ManualClock m_clock;
    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<SealedFiles> m_files;
    std::unique_ptr<Store> m_store;
};

inline const QString kNumber = QStringLiteral("106540352242922");

} // namespace destek::test
