#pragma once

#include "core/base/clock.h"
#include "net/api/conversation_api.h"

#include <QAbstractListModel>
#include <QTimer>

#include <functional>
#include <optional>

namespace destek::models
{

/// People and then messages the daemon finds, over everything it keeps, newest first. Asks a moment
/// after the last letter; an answer to older words is dropped. Threads: GUI only.
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int kFewestLetters = 2;
    static constexpr int kMostHits = 50;
    enum Role {
        NameRole = Qt::UserRole + 1, ///< hostile
        SnippetRole,                 ///< one line round the first word found; hostile
        FoldedWordsRole,             ///< QStringList: what was looked for, to be marked in the line
        TimeRole,
        FromUsRole,   ///< bool
        IsPersonRole, ///< bool: the person was found, not a message
    };

    SearchModel(net::ConversationApi *api, const Clock *clock, QObject *parent = nullptr);

    void setWords(const QString &words);
    /// What the hits are limited to; asks again at once.
    void setFilter(const SearchFilter &filter);
    [[nodiscard]] const SearchFilter &filter() const { return m_filter; }
    /// People who are shown elsewhere are not repeated; asked as an answer comes.
    void leaveOut(std::function<bool(ConversationId)> shown) { m_shown = std::move(shown); }
    /// Asks now, without waiting for more letters.
    void askNow();
    void clear();
    /// The person is gone.
    void forget(ContactId contact);

    [[nodiscard]] const QString &words() const { return m_words; }
    /// As they are compared.
    [[nodiscard]] const QString &folded() const { return m_folded; }
    [[nodiscard]] bool isActive() const { return m_folded.size() >= kFewestLetters; }
    [[nodiscard]] bool isAsking() const { return m_asking; }
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    /// Precondition: 0 <= row < rowCount().
    [[nodiscard]] const net::SearchHit &at(int row) const { return m_hits.at(row); }
    [[nodiscard]] bool isPerson(int row) const { return !m_hits.at(row).message.id.isValid(); }
    [[nodiscard]] int peopleCount() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// What to show of a long text: from a little before the first word that `folded` is in.
    [[nodiscard]] static QString snippet(const QString &text, const QString &folded);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QVariant personData(const ConversationSummary &person, int role) const;

    net::ConversationApi *m_api;
    const Clock *m_clock;
    std::function<bool(ConversationId)> m_shown;
    QTimer m_pause;
    QString m_words;
    QString m_folded;
    SearchFilter m_filter;
    QList<net::SearchHit> m_hits;
    std::optional<ApiError> m_error;
    int m_generation = 0;
    bool m_asking = false;
};

} // namespace destek::models
