#pragma once

#include "net/api/work_api.h"

#include <QHash>
#include <QObject>

namespace destek::models
{

/// Writes internal notes. A note that could not be kept goes back to whoever wrote it; written
/// once more, it has the same id, so that the daemon never keeps it twice. Threads: GUI only.
class Notes final : public QObject
{
    Q_OBJECT
public:
    explicit Notes(net::WorkApi *api, QObject *parent = nullptr);

    void keep(ConversationId id, const QString &text, const QList<AgentId> &mentions);
    void forget(ConversationId id);
    /// Signed out: answers still on their way are dropped.
    void clear();

Q_SIGNALS:
    void kept(const destek::MessageView &note);
    void returned(const destek::NoteDraft &note, const destek::ApiError &why);

private:
    net::WorkApi *m_api;
    QHash<ConversationId, NoteDraft> m_failed; ///< the last one, until it is kept
    int m_generation = 0;
};

} // namespace destek::models
