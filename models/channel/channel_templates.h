#pragma once

#include "net/api/conversation_api.h"

#include <QAbstractTableModel>

#include <optional>

namespace destek::models
{

/// Our templates at WhatsApp with status, quality and category, frozen ones first. For
/// administrators and supervisors. Threads: GUI only.
class ChannelTemplates final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        LanguageColumn,
        CategoryColumn,
        StatusColumn,
        QualityColumn,
        ColumnCount
    };

    ChannelTemplates(net::ConversationApi *conversations, net::ChannelApi *channel,
                     QObject *parent = nullptr);

    void load();
    /// Asks WhatsApp through the daemon.
    void refresh();
    /// Lets a template with a changed category be used again.
    void thaw(int row);
    void clear();
    /// Words anew after a change of language.
    void retranslate();

    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    [[nodiscard]] int frozenCount() const;
    /// Precondition: 0 <= row < rowCount().
    [[nodiscard]] const TemplateView &at(int row) const { return m_rows.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] net::Then<QList<TemplateView>> taking();

    net::ConversationApi *m_conversations;
    net::ChannelApi *m_channel;
    QList<TemplateView> m_rows;
    std::optional<ApiError> m_error;
    int m_generation = 0;
    bool m_loading = false;
};

} // namespace destek::models
