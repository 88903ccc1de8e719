#pragma once

#include "net/api/subject_api.h"

#include <QAbstractTableModel>

namespace destek::models
{

/// The audit log, newest first, page by page. Threads: GUI only.
class AuditModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        WhenColumn,
        WhoColumn,
        ActionColumn,
        AboutColumn,
        ObjectColumn,
        ReasonColumn,
        ResultColumn,
        DeviceColumn,
        ColumnCount
    };
    enum Role {
        LineRole = Qt::UserRole + 1, ///< AuditLine
        ContactRole,                 ///< qint64, 0 if nobody
    };

    explicit AuditModel(net::AuditApi *api, QObject *parent = nullptr);

    /// Drops what is shown and asks anew.
    void load(const AuditFilter &filter);
    void clear();
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// The person is gone: names and references to them leave the shown lines.
    void forget(ContactId contact);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loaded();
    void failed(const destek::ApiError &error);

private:
    void fetch();
    void take(const net::Answer<AuditPage> &answer);

    net::AuditApi *m_api;
    AuditFilter m_filter;
    QList<AuditLine> m_lines;
    QString m_next;
    int m_generation = 0;
    bool m_loading = false;
};

} // namespace destek::models
