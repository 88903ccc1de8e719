#pragma once

#include "core/text/fill_ins.h"
#include "models/work/team_book.h"

#include <QAbstractListModel>

namespace destek::models
{

/// The quick replies that fit what was typed, folded for Turkish: shortcuts that begin with it
/// first, then titles, then texts. `team` outlives it. Threads: GUI only.
class QuickReplyModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        ShortcutRole = Qt::UserRole + 1,
        TitleRole,
        TextRole, ///< as it was written, with its places to fill in
    };

    explicit QuickReplyModel(const TeamBook *team, QObject *parent = nullptr);

    void setTyped(const QString &typed);
    /// None at all, whatever is typed.
    [[nodiscard]] bool hasNone() const { return m_team->view().quickReplies.isEmpty(); }
    /// Precondition: 0 <= row < rowCount().
    [[nodiscard]] const QuickReply &at(int row) const { return m_shown.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void refilter();
    const TeamBook *m_team;
    QString m_typed; ///< folded
    QList<QuickReply> m_shown;
};

/// What fills in the places of a quick reply.
struct FillValues {
    QString personName; ///< hostile; may be empty, or no name at all
    QString agentName;
    QString business;
    QList<PersonField> fields;
};

/// What is no name (a number, a heart) counts as nothing known, so that the fallback is used.
/// Control characters of a value do not reach the answer.
[[nodiscard]] text::FilledText filledReply(const QString &reply, const FillValues &values);

} // namespace destek::models
