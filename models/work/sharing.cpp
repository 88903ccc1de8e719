#include "models/work/sharing.h"

namespace destek::models
{

Sharing::Sharing(net::WorkApi *api, QObject *parent) : QObject(parent), m_api(api) {}

void Sharing::act(const QList<ConversationId> &conversations, const WorkAct &act)
{
    if (!conversations.isEmpty())
        goOn({act, conversations, {}});
}

void Sharing::goOn(Asked asked)
{
    const QList<ConversationId> now = asked.left.mid(0, kMostAtOnce);
    asked.left.remove(0, now.size());
    Q_EMIT asking(now);
    const WorkAct act = asked.act; // what is moved below has lost its note by the time of the call
    m_api->act(now, act,
               {this, [this, now, asked = std::move(asked),
                       generation = m_generation](const net::Answer<QList<WorkOutcome>> &answer) {
                    if (generation == m_generation)
                        take(asked, answer);
                    Q_EMIT answered(now);
                }});
}

void Sharing::take(Asked asked, const net::Answer<QList<WorkOutcome>> &answer)
{
    if (!answer.ok()) {
        if (!asked.outcomes.isEmpty())
            Q_EMIT acted(asked.act, asked.outcomes); // the earlier turns were done
        Q_EMIT failed(asked.act, answer.error());
        return;
    }
    for (const WorkOutcome &outcome : *answer) {
        if (outcome.summary)
            Q_EMIT stands(*outcome.summary);
        asked.outcomes << outcome;
    }
    if (asked.left.isEmpty())
        Q_EMIT acted(asked.act, asked.outcomes);
    else
        goOn(std::move(asked));
}

} // namespace destek::models
