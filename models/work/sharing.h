#pragma once

#include "net/api/work_api.h"

#include <QObject>

namespace destek::models
{

/// Does what an agent decides about conversations, one or many, and says what became of it.
/// Threads: GUI only.
class Sharing final : public QObject
{
    Q_OBJECT
public:
    /// What the daemon takes at once; more is asked in turns.
    static constexpr int kMostAtOnce = 200;

    explicit Sharing(net::WorkApi *api, QObject *parent = nullptr);

    void act(const QList<ConversationId> &conversations, const WorkAct &act);
    /// Signed out: answers still on their way are dropped.
    void clear() { ++m_generation; }

Q_SIGNALS:
    /// What becomes of them until answered() is this agent's own doing.
    void asking(const QList<destek::ConversationId> &conversations);
    /// The answer was said to everybody.
    void answered(const QList<destek::ConversationId> &conversations);
    /// How a conversation stands now, done or refused.
    void stands(const destek::ConversationSummary &summary);
    /// Every answer to one act().
    void acted(const destek::WorkAct &act, const QList<destek::WorkOutcome> &outcomes);
    void failed(const destek::WorkAct &act, const destek::ApiError &error);

private:
    struct Asked {
        WorkAct act;
        QList<ConversationId> left;
        QList<WorkOutcome> outcomes;
    };
    void goOn(Asked asked);
    void take(Asked asked, const net::Answer<QList<WorkOutcome>> &answer);

    net::WorkApi *m_api;
    int m_generation = 0;
};

} // namespace destek::models
