#pragma once

#include "core/domain/alert_content.h"
#include "models/session/console_state.h"

#include <QSet>

#include <array>

namespace destek::models
{

enum class AlertKind : quint8 {
    Message,       ///< a customer wrote
    Mention,       ///< a colleague's note names one
    Assigned,      ///< somebody gave one a conversation, or the rule did
    Back,          ///< one's own, and its snooze is over
    Waiting,       ///< said before, and still nobody has answered
    WindowClosing, ///< the open conversation's reply window closes in half an hour
};

/// Something a person should hear about. `name` and `text` are filled only as far as the company
/// allows outside the window, and never while locked.
struct Alert {
    AlertKind kind = AlertKind::Message;
    ConversationId conversation; ///< invalid while locked, or when several are meant
    QString name;                ///< hostile
    QString text;                ///< hostile
    QString author;              ///< Mention: the colleague; hostile; empty while locked
    int count = 1;               ///< Waiting: how many conversations
    Duration longest{0};         ///< Waiting: since when the longest of them
    int step = 0;                ///< Waiting: 1, 2, …: the last one is kRepeats.size()
    bool looksAtIt = false;      ///< on the screen in front of the agent already: a sound is enough
    bool sounds = true;          ///< false: another sound was played a moment ago
};

/// Decides what is worth an alert, and says it again while nobody acts: after 2, 5, 10 and 20
/// minutes, then no more (lessons.md no. 38: judged by whether somebody acted). An answer ends it,
/// whoever gave it, and so does resolving or snoozing; opening the conversation begins the time
/// anew. Only what concerns this agent (ConsoleState::concerns). Who waits already when the inbox
/// is there is not announced, but said again like the rest. Keeps ids and times only.
/// Threads: GUI only.
class Alerts final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::array<Duration, 4> kRepeats{
        std::chrono::minutes(2), std::chrono::minutes(5), std::chrono::minutes(10),
        std::chrono::minutes(20)};
    static constexpr Duration kBetweenSounds = std::chrono::seconds(2);
    static constexpr Duration kClosingSoon = std::chrono::minutes(30);

    Alerts(ConsoleState *state, const Clock *clock, QObject *parent = nullptr);
    /// What may be said of customers outside the window; nothing unless it is set.
    void setContent(AlertContent content) { m_content = content; }
    /// Which conversation the agent has in front of them now; invalid if the window is not active.
    void setInFront(std::function<ConversationId()> inFront) { m_inFront = std::move(inFront); }
    /// The conversation was opened: somebody acts.
    void opened(ConversationId id);
    /// Call about every 15 seconds.
    void tick(Instant now);
    /// How many conversations were said to wait, or were found waiting, and still do.
    [[nodiscard]] int unanswered() const { return int(m_said.size()); }

    /// What was said more than once, concerns one, and still waits.
    struct Overdue {
        int count = 0;
        QSet<ConversationId> who;
        Instant since;        ///< of the longest
        ConversationId first; ///< who has waited longest
        bool last = false;    ///< one of them will not be said again
    };
    [[nodiscard]] Overdue overdue() const;

Q_SIGNALS:
    void raised(const destek::models::Alert &alert);
    void unansweredChanged();

private:
    struct Said {
        Instant at;    ///< when it was said last
        Instant first; ///< since when they wait
        int step = 0;
    };
    void onWrote(ConversationId id);
    void onCame(ConversationId id, InboxNews news);
    void onChangedWhileLocked(const ConversationSummary &summary, InboxNews news);
    void onMentioned(const MessageView &note);
    void onChanged(const ConversationSummary &summary);
    void onPhase(ConsolePhase phase);
    void onErased(const QList<ConversationId> &gone);
    void forget(ConversationId id);
    void followActs();
    /// The time to its next repeat begins now.
    void note(const ConversationSummary &summary);
    /// Who waits and was not said to: they will be, like the rest.
    void noteWhoWaits();
    /// Waits, concerns this agent, and no colleague is answering it.
    [[nodiscard]] bool isOpen(const ConversationSummary &summary, Instant now) const;
    [[nodiscard]] bool wasJustMentioned(ConversationId id) const;
    /// Counts it in if its next repeat is due.
    static bool repeat(Said &said, Instant since, Instant now, Alert &alert);
    void sayClosing(Instant now);
    void raise(Alert alert);

    ConsoleState *m_state;
    const Clock *m_clock;
    std::function<ConversationId()> m_inFront;
    AlertContent m_content = AlertContent::None;
    QHash<ConversationId, Said> m_said;
    ConversationId m_closingSaid;
    std::optional<Instant> m_closingWindow;
    QSet<ConversationId> m_asked; ///< this agent is acting there: no news of that
    QSet<MessageId> m_mentions;   ///< notes that were said
    ConversationId m_mentionedIn; ///< the last of them
    Instant m_mentionedAt;
    Instant m_soundAt;
};

} // namespace destek::models
