#pragma once

#include "net/api/conversation_api.h"

#include <QAbstractListModel>

namespace destek::models
{

/// The approved templates an agent may choose, by name then language. Marketing ones are never
/// listed, even if a daemon sent one. Threads: GUI only.
class TemplateModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        TemplateRole = Qt::UserRole + 1, ///< TemplateView
        BodyRole,
        LanguageRole,
    };

    explicit TemplateModel(net::ConversationApi *api, QObject *parent = nullptr);

    void load();
    void clear();
    /// Words in name or body (match fold).
    void setFilter(const QString &words);
    /// Empty: all.
    void setLanguage(const QString &language);
    void setCategory(const QString &category); ///< Meta's word
    [[nodiscard]] QStringList languages() const;
    [[nodiscard]] QStringList categories() const;
    /// False for frozen and paused ones: listed, so that one knows why, but not sent.
    [[nodiscard]] static bool isSendable(const TemplateView &view);
    /// Whatever the filters; nullptr: the daemon has none of this name and language (any more).
    /// Valid until the next load().
    [[nodiscard]] const TemplateView *find(const QString &name, const QString &language) const;
    /// Precondition: 0 <= row < rowCount().
    [[nodiscard]] const TemplateView &at(int row) const { return m_shown.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void loaded();
    void failed(const destek::ApiError &error);

private:
    void refilter();
    [[nodiscard]] static QString accessibleText(const TemplateView &view);

    net::ConversationApi *m_api;
    QList<TemplateView> m_all;
    QList<TemplateView> m_shown;
    QString m_filter;
    QString m_language;
    QString m_category;
    int m_generation = 0;
};

/// The body with its placeholders filled in, in one pass: what a value contains is not read
/// again. `values` in the order of TemplateView::variables; missing ones stay as placeholders.
[[nodiscard]] QString filledIn(const TemplateView &view, const QStringList &values);

} // namespace destek::models
