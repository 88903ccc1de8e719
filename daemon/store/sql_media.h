#pragma once

#include "daemon/service/ports/media.h"

namespace destek::daemon
{

class Connection;
class Vault;

class SqlMedia final : public Media
{
public:
    SqlMedia(Connection &connection, Vault &vault) : m_connection(connection), m_vault(vault) {}

    [[nodiscard]] Stored<MediaRecord> record(UploadId id) const override;
    [[nodiscard]] Stored<std::optional<MediaRecord>> ofMessage(MessageId id) const override;
    /// Files whose month was destroyed are left out.
    [[nodiscard]] Stored<QList<MediaRecord>> ofContact(ContactId id) const override;
    [[nodiscard]] Stored<QList<MediaRecord>> due(Instant now, int limit) const override;
    [[nodiscard]] Stored<int> waiting() const override;
    [[nodiscard]] Stored<QStringList> files() const override;
    [[nodiscard]] Stored<QStringList> filesOf(ContactId id) const override;

    Stored<UploadId> insert(const MediaRecord &record) override;
    Stored<Done> update(const MediaRecord &record) override;
    Stored<Done> assign(UploadId id, MessageId message) override;
    Stored<Done> release(MessageId message) override;
    Stored<RemovedMedia> removeUnused(Instant before, int limit) override;
    Stored<RemovedMedia> removeBefore(Instant cutoff, int limit) override;

private:
    Stored<RemovedMedia> remove(const char *which, Instant before, int limit);

    Connection &m_connection;
    Vault &m_vault;
};

} // namespace destek::daemon
