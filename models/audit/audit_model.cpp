#include "models/audit/audit_model.h"

#include "models/format/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace destek::models
{

namespace
{

constexpr int kPageLines = 100;

QString aboutWords(const AuditLine &line)
{
    return line.subjectName.isEmpty() ? line.subject : line.subjectName;
}

} // namespace

AuditModel::AuditModel(net::AuditApi *api, QObject *parent)
    : QAbstractTableModel(parent), m_api(api)
{
}

void AuditModel::load(const AuditFilter &filter)
{
    clear();
    m_filter = filter;
    fetch();
}

void AuditModel::clear()
{
    ++m_generation;
    m_loading = false;
    beginResetModel();
    m_lines.clear();
    m_next.clear();
    endResetModel();
}

void AuditModel::fetch()
{
    m_loading = true;
    m_api->lines(m_filter, m_next, kPageLines,
                 {this, [this, generation = m_generation](net::Answer<AuditPage> answer) {
                      if (generation == m_generation)
                          take(answer);
                  }});
}

void AuditModel::take(const net::Answer<AuditPage> &answer)
{
    m_loading = false;
    if (!answer.ok()) {
        Q_EMIT failed(answer.error());
        return;
    }
    m_next = answer->next;
    if (!answer->lines.isEmpty()) {
        const int row = int(m_lines.size());
        beginInsertRows({}, row, row + int(answer->lines.size()) - 1);
        m_lines << answer->lines;
        endInsertRows();
    }
    Q_EMIT loaded();
}

void AuditModel::forget(ContactId contact)
{
    for (int row = 0; row < m_lines.size(); ++row) {
        AuditLine &line = m_lines[row];
        if (line.contact != contact)
            continue;
        line.contact = {};
        line.subjectName.clear();
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_loading && !m_next.isEmpty();
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetch();
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AuditLine &line = m_lines.at(index.row());
    if (role == LineRole)
        return QVariant::fromValue(line);
    if (role == ContactRole)
        return line.contact.value;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case WhenColumn:
        return words::fullTime(line.at);
    case WhoColumn:
        return line.actor;
    case ActionColumn:
        return words::auditActionWords(line.action);
    case AboutColumn:
        return aboutWords(line);
    case ObjectColumn:
        return words::auditObjectWords(line.object);
    case ReasonColumn:
        return words::auditReasonWords(line);
    case ResultColumn:
        return words::auditResultWords(line.result);
    case DeviceColumn:
        return line.device;
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return QCoreApplication::translate("destek", "When");
    case WhoColumn:
        return QCoreApplication::translate("destek", "Who");
    case ActionColumn:
        return QCoreApplication::translate("destek", "Did what");
    case AboutColumn:
        return QCoreApplication::translate("destek", "About whom");
    case ObjectColumn:
        return QCoreApplication::translate("destek", "Record");
    case ReasonColumn:
        return QCoreApplication::translate("destek", "Reason");
    case ResultColumn:
        return QCoreApplication::translate("destek", "Result");
    case DeviceColumn:
        return QCoreApplication::translate("destek", "Console");
    default:
        return {};
    }
}

} // namespace destek::models
