#pragma once

#include "daemon/service/ports/records.h"

namespace destek::daemon
{

class Connection;

class SqlTemplates final : public Templates
{
public:
    explicit SqlTemplates(Connection &connection);

    [[nodiscard]] Stored<QList<TemplateRecord>> all() const override;
    [[nodiscard]] Stored<std::optional<TemplateRecord>>
    find(const QString &name, const QString &language) const override;
    Stored<Done> replaceAll(const QList<TemplateRecord> &templates) override;
    Stored<Done> setStatus(const QString &name, const QString &language,
                           const QString &status) override;
    Stored<Done> setCategory(const QString &name, const QString &language,
                             const QString &category) override;
    Stored<Done> setQuality(const QString &name, const QString &language,
                            const QString &quality) override;
    Stored<Done> setFrozen(const QString &name, const QString &language, bool frozen) override;

private:
    Connection &m_connection;
};

} // namespace destek::daemon
