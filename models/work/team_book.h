#pragma once

#include "net/api/work_api.h"

#include <QHash>
#include <QObject>

namespace destek::models
{

/// Who the colleagues are, what the team shares, who is here and who looks where. What is not
/// known (an older daemon, an answer still on its way) is empty, never guessed. Threads: GUI only.
class TeamBook final : public QObject
{
    Q_OBJECT
public:
    explicit TeamBook(net::TeamApi *api, QObject *parent = nullptr);

    /// Fetches the team; what is known stays until it has come.
    void load(AgentId me);
    void clear();
    /// A locked screen: all is forgotten but who is here.
    void conceal();
    /// Said by the feed; replaces what was known of presence and attendance.
    void apply(const PresenceNow &now);

    [[nodiscard]] AgentId me() const { return m_me; }
    [[nodiscard]] const TeamView &view() const { return m_view; }
    /// What the company allows outside the window: nothing, until it is known.
    [[nodiscard]] AlertContent alertContent() const { return m_alertContent; }
    /// nullptr if unknown. Valid until the next change.
    [[nodiscard]] const Colleague *colleague(AgentId id) const;
    [[nodiscard]] const Label *label(LabelId id) const;
    /// Empty if unknown. Hostile like any name.
    [[nodiscard]] QString nameOf(AgentId id) const;
    [[nodiscard]] Presence presenceOf(AgentId id) const;
    /// Away or not signed in: what waits for them waits for anybody. False as long as nothing is
    /// known of them.
    [[nodiscard]] bool isGone(AgentId id) const;
    /// Colleagues who look at it now; not oneself.
    [[nodiscard]] QList<Attendance> attending(ConversationId id) const;
    /// Whom a conversation can be given to, oneself first, then who is here, then by name.
    [[nodiscard]] QList<Colleague> answering() const;
    /// What can be put on a conversation: not retired, by name.
    [[nodiscard]] QList<Label> labels() const;

Q_SIGNALS:
    void changed();
    /// What load() asked for has come; once for each.
    void loaded();
    void presenceChanged();
    void failed(const destek::ApiError &error);

private:
    net::TeamApi *m_api;
    AgentId m_me;
    TeamView m_view;
    QHash<AgentId, qsizetype> m_colleagues; ///< place in m_view
    QHash<LabelId, qsizetype> m_labels;
    QHash<AgentId, PresenceNow::Line> m_presence;
    QList<Attendance> m_attending;
    int m_generation = 0;
    AlertContent m_alertContent = AlertContent::None;
    bool m_presenceSaid = false; ///< by the feed: who is not in m_presence is not here
};

} // namespace destek::models
