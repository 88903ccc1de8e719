#include "models/requests/destruction_record_model.h"

#include "models/format/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace destek::models
{

DestructionRecordModel::DestructionRecordModel(net::SubjectApi *api, QObject *parent)
    : QAbstractTableModel(parent), m_api(api)
{
}

void DestructionRecordModel::load()
{
    m_api->destructionRecords(
        {this, [this, generation = ++m_generation](net::Answer<QList<DestructionRecord>> answer) {
             if (generation != m_generation)
                 return;
             if (!answer.ok()) {
                 Q_EMIT failed(answer.error());
                 return;
             }
             beginResetModel();
             m_records = *std::move(answer);
             std::sort(m_records.begin(), m_records.end(),
                       [](const DestructionRecord &a, const DestructionRecord &b) {
                           return a.order > b.order;
                       });
             endResetModel();
             Q_EMIT loaded();
         }});
}

void DestructionRecordModel::clear()
{
    ++m_generation;
    beginResetModel();
    m_records.clear();
    endResetModel();
}

void DestructionRecordModel::add(const DestructionRecord &record)
{
    const auto place = std::lower_bound(
        m_records.begin(), m_records.end(), record,
        [](const DestructionRecord &a, const DestructionRecord &b) { return a.order > b.order; });
    const int row = int(place - m_records.begin());
    if (place != m_records.end() && place->order == record.order) {
        *place = record;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    beginInsertRows({}, row, row);
    m_records.insert(row, record);
    endInsertRows();
}

int DestructionRecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int DestructionRecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DestructionRecordModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DestructionRecord &record = m_records.at(index.row());
    if (role == RecordRole)
        return QVariant::fromValue(record);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case OrderColumn:
        return record.order.value;
    case WhenColumn:
        return words::dateTime(record.completedAt);
    case ByColumn:
        return record.orderedBy;
    case ReasonColumn:
        return record.reason;
    case SubjectColumn:
        return record.subjectRef;
    case MessagesColumn:
        return record.messages;
    case ConsolesColumn:
        return QCoreApplication::translate("destek", "%1 of %2", "consoles that confirmed")
            .arg(record.consolesConfirmed)
            .arg(record.consolesTold);
    default:
        return {};
    }
}

QVariant DestructionRecordModel::headerData(int section, Qt::Orientation orientation,
                                            int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OrderColumn:
        return QCoreApplication::translate("destek", "No.");
    case WhenColumn:
        return QCoreApplication::translate("destek", "Completed");
    case ByColumn:
        return QCoreApplication::translate("destek", "Ordered by");
    case ReasonColumn:
        return QCoreApplication::translate("destek", "Reason");
    case SubjectColumn:
        return QCoreApplication::translate("destek", "Reference");
    case MessagesColumn:
        return QCoreApplication::translate("destek", "Messages");
    case ConsolesColumn:
        return QCoreApplication::translate("destek", "Consoles that confirmed");
    default:
        return {};
    }
}

} // namespace destek::models
