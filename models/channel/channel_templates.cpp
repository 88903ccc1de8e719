#include "models/channel/channel_templates.h"

#include "core/text/turkish.h"
#include "models/format/channel_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace destek::models
{

ChannelTemplates::ChannelTemplates(net::ConversationApi *conversations, net::ChannelApi *channel,
                                   QObject *parent)
    : QAbstractTableModel(parent), m_conversations(conversations), m_channel(channel)
{
}

net::Then<QList<TemplateView>> ChannelTemplates::taking()
{
    m_loading = true;
    m_error.reset();
    Q_EMIT changed();
    return {this, [this, generation = ++m_generation](net::Answer<QList<TemplateView>> answer) {
                if (generation != m_generation)
                    return;
                m_loading = false;
                if (!answer.ok()) {
                    m_error = answer.error();
                    Q_EMIT changed();
                    return;
                }
                QList<TemplateView> rows = *answer;
                std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
                    if (a.frozen != b.frozen)
                        return a.frozen;
                    const int names = text::compareTurkish(a.name, b.name);
                    return names != 0 ? names < 0 : a.language < b.language;
                });
                beginResetModel();
                m_rows = std::move(rows);
                endResetModel();
                Q_EMIT changed();
            }};
}

void ChannelTemplates::load()
{
    m_conversations->templates(taking());
}

void ChannelTemplates::refresh()
{
    if (m_channel)
        m_channel->refreshTemplates(taking());
}

void ChannelTemplates::thaw(int row)
{
    const TemplateView view = m_rows.at(row);
    if (m_channel)
        m_channel->thaw(view.name, view.language, taking());
}

void ChannelTemplates::clear()
{
    ++m_generation;
    m_loading = false;
    m_error.reset();
    beginResetModel();
    m_rows.clear();
    endResetModel();
    Q_EMIT changed();
}

void ChannelTemplates::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ChannelTemplates::frozenCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [](const TemplateView &view) { return view.frozen; }));
}

int ChannelTemplates::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChannelTemplates::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChannelTemplates::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const TemplateView &view = m_rows.at(index.row());
    switch (index.column()) {
    case NameColumn:
        return view.name;
    case LanguageColumn:
        return view.language;
    case CategoryColumn:
        return words::templateCategoryWords(view.category);
    case StatusColumn:
        return view.frozen ? QCoreApplication::translate("destek", "Stopped: category changed")
                           : words::templateStatusWords(view.status);
    case QualityColumn:
        return words::qualityWords(view.quality);
    default:
        return {};
    }
}

QVariant ChannelTemplates::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return QCoreApplication::translate("destek", "Template");
    case LanguageColumn:
        return QCoreApplication::translate("destek", "Language");
    case CategoryColumn:
        return QCoreApplication::translate("destek", "Category");
    case StatusColumn:
        return QCoreApplication::translate("destek", "Status");
    case QualityColumn:
        return QCoreApplication::translate("destek", "Quality");
    default:
        return {};
    }
}

} // namespace destek::models
