#pragma once

#include "core/base/clock.h"
#include "net/api/draft_shelf.h"
#include "net/api/later.h"
#include "net/api/work_api.h"

#include <QHash>
#include <QObject>

namespace destek::models
{

class OwnBook;

/// Keeps what an agent has begun to write on the daemon (design/journeys.md 6.1): a second after
/// the last key, at the latest five after the first, at once when the conversation is left. A
/// reply and a note of one conversation are kept side by side. What could not be kept waits here
/// and is tried again; of each one text is under way at a time, so that the last one stays. What
/// waits while the daemon cannot be reached is sealed on the shelf for its writer, and the first
/// thing that is played after the next sign-in: of it and what the daemon has, the newer one
/// stands and the older one is offered. Threads: GUI only.
class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    static constexpr Duration kQuiet = std::chrono::seconds(1);
    static constexpr Duration kAtLatest = std::chrono::seconds(5);

    DraftKeeper(net::OwnApi *api, OwnBook *book, const Clock *clock,
                net::Later later = net::realTimer(), QObject *parent = nullptr);

    /// It outlives this. Without one, everything is in memory only.
    void setShelf(net::DraftShelf *shelf) { m_shelf = shelf; }
    /// Who writes; what another agent left behind goes from memory, and what this one left on the
    /// shelf is here again. Not `allowed`: nothing is kept or asked.
    void setOwner(AgentId agent, bool allowed);
    /// What stands in the composer now; an empty one: nothing of this kind any more.
    void changed(const Draft &draft);
    /// Keeps it now, without waiting for quiet.
    void keepNow(ConversationId id);
    void keepAllNow();
    /// The connection is gone: what is not kept, and what is written from now on, is sealed. False:
    /// it cannot be, and is in memory only.
    bool hold();
    /// It is back: what is written now is kept by the daemon and never touches the disk.
    void goOn() { m_held = false; }
    /// Asks the daemon for what was written there elsewhere. What is here and not kept yet is
    /// newer and answers at once.
    void fetch(ConversationId id);
    /// Another console of the same agent kept something there.
    void heard(const DraftsNow &now);
    /// Something of the kind may have been missed: elsewhere() without a conversation.
    void mayHaveMissed();
    /// Something here waits to be kept.
    [[nodiscard]] bool hasUnsaved() const;
    /// The older text that was offered is not wanted, or has been taken.
    void dropOlder(ConversationId id, Draft::Kind kind);
    /// Erased: nothing of it is kept or told any more.
    void forget(ConversationId id);
    void clear();

Q_SIGNALS:
    /// What was begun in a conversation, once for each kind, also if that is nothing. Never for
    /// a kind that was changed here since the question.
    void arrived(const destek::Draft &draft);
    /// There is an older text of the kind, too, written at this console or at another one.
    void overtaken(const destek::Draft &older, bool writtenHere);
    /// Something else may be kept there than is shown (invalid: anywhere): whoever shows it
    /// fetches it.
    void elsewhere(destek::ConversationId id);
    /// Nothing waits to be kept any more.
    void settled();

private:
    struct Key {
        ConversationId conversation;
        Draft::Kind kind = Draft::Kind::Reply;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.conversation, int(key.kind));
        }
    };
    struct Entry {
        Draft draft;
        Instant since; ///< when the first change that is not kept was made
        int version = 0;
        int kept = 0; ///< the version that the daemon has
        bool asked = false;
        bool hurry = false;   ///< the next one follows at once
        bool refused = false; ///< the daemon does not take this text; it stays here
        bool lasts = false;   ///< on the shelf until the daemon has it
        bool left = false;    ///< of a session before: the daemon may have a newer one
    };
    struct Older {
        Draft draft;
        bool writtenHere = false;
    };
    void wait(const Key &key);
    void keep(const Key &key);
    /// Of what was left here and what the daemon has, which is newer?
    void compare(const Key &key);
    void takeLeft(const Key &key, const net::Answer<Drafts> &answer);
    void settleLeft(const Key &key, const Draft &there);
    void tellOlder(ConversationId id);
    void takeFromShelf();
    bool shelve();
    void take(const Key &key, int version, const net::Answer<Done> &answer);
    void takeFetched(const Drafts &drafts, qint64 askedAt);
    /// The list says where something was begun, whatever its kind.
    void note(const Key &key, bool exists);
    void sayIfSettled();

    net::OwnApi *m_api;
    OwnBook *m_book;
    const Clock *m_clock;
    net::Later m_later;
    AgentId m_owner;
    bool m_allowed = false;
    net::DraftShelf *m_shelf = nullptr;
    QHash<Key, Entry> m_entries;
    QHash<Key, Older> m_older; ///< until their writer has seen them
    bool m_held = false;
    bool m_onShelf = false;               ///< something is
    QHash<Key, bool> m_begun;             ///< as far as it was heard of
    QHash<Key, qint64> m_touched;         ///< when it was changed here last, in m_moment
    QHash<ConversationId, int> m_fetches; ///< which question is the last one
    qint64 m_moment = 0;                  ///< counts changes and questions
    int m_generation = 0;
};

} // namespace destek::models
