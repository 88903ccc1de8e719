#pragma once

#include "net/api/subject_api.h"

#include <QAbstractTableModel>

namespace destek::models
{

/// Proofs of what was destroyed, newest first. No names in it. Threads: GUI only.
class DestructionRecordModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        OrderColumn,
        WhenColumn,
        ByColumn,
        ReasonColumn,
        SubjectColumn,
        MessagesColumn,
        ConsolesColumn,
        ColumnCount
    };
    enum Role { RecordRole = Qt::UserRole + 1 }; ///< DestructionRecord

    explicit DestructionRecordModel(net::SubjectApi *api, QObject *parent = nullptr);

    void load();
    void clear();
    /// A record that was just made; replaces one of the same order.
    void add(const DestructionRecord &record);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void loaded();
    void failed(const destek::ApiError &error);

private:
    net::SubjectApi *m_api;
    QList<DestructionRecord> m_records;
    int m_generation = 0;
};

} // namespace destek::models
