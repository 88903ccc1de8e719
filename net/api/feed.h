#pragma once

#include "core/domain/conversation.h"
#include "core/domain/session_view.h"
#include "core/domain/subject_request.h"
#include "core/wire/api_error.h"

#include <QObject>

namespace destek::net
{

/// Is what is on the screen true? Drives the line at the top of the window.
enum class FeedState : quint8 {
    Stopped,
    Connecting,
    CatchingUp, ///< connected; what was missed is arriving; composers wait
    Live,
    Offline, ///< lost; retrying with back-off; syncedAt() says how old the screen is
    Ended,   ///< the session is over: sign in again
};

/// The change feed: every change once, in order, from the number given to start(). After a cut
/// it resumes by itself without a gap. Threads: GUI only.
class Feed : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start(qint64 afterSeq) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual FeedState state() const = 0;
    /// When the daemon last said that nothing is missing (its clock).
    [[nodiscard]] virtual Instant syncedAt() const = 0;
    /// Who ended the session; meaningful in state Ended.
    [[nodiscard]] virtual SessionEnd endedBy() const { return SessionEnd::Over; }

Q_SIGNALS:
    void stateChanged(destek::net::FeedState state);
    void conversationChanged(const destek::ConversationSummary &summary, qint64 seq);
    void messageChanged(const destek::MessageView &message, qint64 seq);
    /// Drop everything of this person now, then SubjectApi::sendReceipt().
    void personErased(const destek::ErasureOrder &order, qint64 seq);
    /// Labels, quick replies, shared views or colleagues changed: fetch TeamApi::team() again.
    void teamChanged(qint64 seq);
    /// Who is here, who looks, who types: replaces what was known. Not numbered.
    void presenceChanged(const destek::PresenceNow &now);
    /// Another console of mine kept a draft or forgot it. Not numbered: ask anew after a cut.
    void draftsChanged(const destek::DraftsNow &now);
    /// The number was too old to resume from: fetch the inbox again and start(its seq).
    void resetRequired();
    void beat(destek::Instant daemonTime, qint64 seq);
};

} // namespace destek::net
