#include "models/work/team_book.h"

#include <algorithm>
#include <utility>

namespace destek::models
{

namespace
{

int hereFirst(Presence presence)
{
    switch (presence) {
    case Presence::Online:
        return 0;
    case Presence::Busy:
        return 1;
    case Presence::Away:
        return 2;
    case Presence::Offline:
        break;
    }
    return 3;
}

} // namespace

TeamBook::TeamBook(net::TeamApi *api, QObject *parent) : QObject(parent), m_api(api) {}

void TeamBook::load(AgentId me)
{
    m_me = me;
    m_api->team({this, [this, generation = ++m_generation](const net::Answer<TeamView> &answer) {
                     if (generation != m_generation)
                         return;
                     if (!answer.ok()) {
                         Q_EMIT failed(answer.error());
                         return;
                     }
                     m_view = *answer;
                     m_colleagues.clear();
                     for (qsizetype i = 0; i < m_view.colleagues.size(); ++i)
                         m_colleagues.insert(m_view.colleagues.at(i).id, i);
                     m_labels.clear();
                     for (qsizetype i = 0; i < m_view.labels.size(); ++i)
                         m_labels.insert(m_view.labels.at(i).id, i);
                     Q_EMIT changed();
                     Q_EMIT loaded();
                 }});
    m_api->alertContent(
        {this, [this, generation = m_generation](const net::Answer<AlertContent> &answer) {
             if (generation != m_generation)
                 return;
             // A daemon that does not know the question allows nothing.
             const AlertContent now = answer.ok() ? *answer : AlertContent::None;
             if (std::exchange(m_alertContent, now) != now)
                 Q_EMIT changed();
         }});
}

void TeamBook::clear()
{
    ++m_generation;
    m_me = {};
    m_view = {};
    m_alertContent = AlertContent::None;
    m_colleagues.clear();
    m_labels.clear();
    m_presence.clear();
    m_presenceSaid = false;
    m_attending.clear();
    Q_EMIT changed();
}

void TeamBook::conceal()
{
    const auto presence = m_presence;
    const bool said = m_presenceSaid;
    clear();
    m_presence = presence;
    m_presenceSaid = said;
}

void TeamBook::apply(const PresenceNow &now)
{
    m_presence.clear();
    m_presenceSaid = true;
    for (const PresenceNow::Line &line : now.agents)
        m_presence.insert(line.agent, line);
    m_attending = now.attending;
    Q_EMIT presenceChanged();
}

const Colleague *TeamBook::colleague(AgentId id) const
{
    const auto place = m_colleagues.constFind(id);
    return place == m_colleagues.constEnd() ? nullptr : &m_view.colleagues.at(*place);
}

const Label *TeamBook::label(LabelId id) const
{
    const auto place = m_labels.constFind(id);
    return place == m_labels.constEnd() ? nullptr : &m_view.labels.at(*place);
}

QString TeamBook::nameOf(AgentId id) const
{
    const Colleague *one = colleague(id);
    return one ? one->name : QString();
}

Presence TeamBook::presenceOf(AgentId id) const
{
    const auto line = m_presence.constFind(id);
    if (line != m_presence.constEnd())
        return line->presence;
    const Colleague *one = m_presenceSaid ? nullptr : colleague(id);
    return one ? one->presence : Presence::Offline;
}

bool TeamBook::isGone(AgentId id) const
{
    if (!id.isValid() || (!m_presenceSaid && !colleague(id)))
        return false;
    const Presence presence = presenceOf(id);
    return presence == Presence::Away || presence == Presence::Offline;
}

QList<Attendance> TeamBook::attending(ConversationId id) const
{
    QList<Attendance> there;
    for (const Attendance &one : m_attending) {
        if (one.conversation == id && one.agent != m_me)
            there << one;
    }
    return there;
}

QList<Colleague> TeamBook::answering() const
{
    QList<Colleague> those;
    for (const Colleague &one : m_view.colleagues) {
        if (!one.mayAnswer)
            continue;
        those << one;
        those.last().presence = presenceOf(one.id);
    }
    const auto rank = [this](const Colleague &one) {
        return one.id == m_me ? -1 : hereFirst(one.presence);
    };
    // The daemon sends them by name; a stable sort keeps that within each rank.
    std::stable_sort(those.begin(), those.end(),
                     [&](const Colleague &a, const Colleague &b) { return rank(a) < rank(b); });
    return those;
}

QList<Label> TeamBook::labels() const
{
    QList<Label> offered;
    for (const Label &label : m_view.labels) {
        if (!label.retired)
            offered << label;
    }
    return offered;
}

} // namespace destek::models
