#include "models/work/draft_keeper.h"

#include "core/text/masking.h"
#include "models/wipe.h"
#include "models/work/own_book.h"

#include <algorithm>

namespace destek::models
{

namespace
{

/// Read by the daemon and not taken: the same text would not be taken a second time.
bool isFinal(ApiErrorCode code)
{
    using E = ApiErrorCode;
    return code == E::BadRequest || code == E::NotPermitted || code == E::NotFound ||
           code == E::TooLarge;
}

/// The daemon keeps no card numbers; that alone is no other text.
bool isSame(const Draft &here, const Draft &there)
{
    return (here.text == there.text || text::maskCards(here.text) == there.text) &&
           here.form == there.form;
}

constexpr Draft::Kind kKinds[] = {Draft::Kind::Reply, Draft::Kind::Note};

void wipeDraft(Draft &draft)
{
    wipe(draft.text);
    if (!draft.form)
        return;
    for (QString &text : draft.form->texts)
        wipe(text);
    draft.form.reset();
}

} // namespace

DraftKeeper::DraftKeeper(net::OwnApi *api, OwnBook *book, const Clock *clock, net::Later later,
                         QObject *parent)
    : QObject(parent), m_api(api), m_book(book), m_clock(clock), m_later(std::move(later))
{
    // The daemon's list may be older than what is typed here.
    connect(book, &OwnBook::changed, this, [this](ConversationId id) {
        if (id.isValid())
            return;
        m_begun.removeIf([this](const auto &begun) {
            return !m_entries.contains(begun.key()) && !m_book->hasDraft(begun.key().conversation);
        });
        for (const Entry &entry : std::as_const(m_entries)) {
            if (entry.version != entry.kept)
                note({entry.draft.conversation, entry.draft.kind}, !entry.draft.isEmpty());
        }
    });
}

void DraftKeeper::setOwner(AgentId agent, bool allowed)
{
    if (m_owner.isValid() && m_owner != agent)
        clear();
    m_owner = agent;
    m_allowed = allowed;
    if (allowed)
        takeFromShelf();
}

/// What is in memory still (the session ended, the console did not) is the same or newer.
void DraftKeeper::takeFromShelf()
{
    if (!m_shelf)
        return;
    const QList<Draft> all = m_shelf->drafts(m_owner);
    m_onShelf = !all.isEmpty();
    for (const Draft &draft : all) {
        const Key key{draft.conversation, draft.kind};
        if (m_entries.contains(key))
            continue;
        Entry entry;
        entry.draft = draft;
        entry.since = m_clock->now();
        entry.version = 1;
        entry.lasts = entry.left = true;
        m_entries.insert(key, entry);
        note(key, !draft.isEmpty());
    }
}

bool DraftKeeper::hold()
{
    m_held = true;
    for (Entry &entry : m_entries)
        entry.lasts = entry.lasts || entry.version != entry.kept;
    return shelve();
}

/// What the daemon takes at once never touches the disk.
bool DraftKeeper::shelve()
{
    if (!m_shelf || !m_owner.isValid())
        return false;
    QList<Draft> lasting;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.lasts && entry.version != entry.kept)
            lasting << entry.draft;
    }
    for (const Older &older : std::as_const(m_older)) {
        if (older.writtenHere)
            lasting << older.draft;
    }
    if (lasting.isEmpty() && !m_onShelf)
        return true;
    const bool sealed = m_shelf->putDrafts(m_owner, lasting);
    m_onShelf = !(sealed && lasting.isEmpty());
    return sealed;
}

void DraftKeeper::changed(const Draft &draft)
{
    if (!m_allowed || !draft.conversation.isValid())
        return;
    const Key key{draft.conversation, draft.kind};
    m_touched[key] = ++m_moment; // an answer on its way is older than this
    Entry &entry = m_entries[key];
    if (entry.version == entry.kept)
        entry.since = m_clock->now();
    entry.draft = draft;
    entry.draft.at = m_clock->now();
    entry.refused = entry.left = false;
    ++entry.version;
    note(key, !draft.isEmpty());
    wait(key);
}

void DraftKeeper::note(const Key &key, bool exists)
{
    m_begun[key] = exists;
    const bool any = std::any_of(std::begin(kKinds), std::end(kKinds), [&](Draft::Kind kind) {
        return m_begun.value({key.conversation, kind});
    });
    m_book->noteDraft(key.conversation, any);
}

void DraftKeeper::wait(const Key &key)
{
    const Entry &entry = m_entries[key];
    const Duration left = entry.since + kAtLatest - m_clock->now();
    const bool last = left < kQuiet; // whatever is typed until then
    m_later(std::clamp(left, Duration(0), kQuiet), this,
            [this, key, last, version = entry.version, generation = m_generation] {
                const auto found = m_entries.constFind(key);
                if (generation == m_generation && found != m_entries.constEnd() &&
                    (last || found->version == version))
                    keep(key);
            });
}

void DraftKeeper::keepNow(ConversationId id)
{
    for (const Draft::Kind kind : kKinds) {
        const auto found = m_entries.find({id, kind});
        if (found == m_entries.end())
            continue;
        found->hurry = true;
        keep({id, kind});
    }
}

void DraftKeeper::keepAllNow()
{
    if (m_held)
        hold(); // what was typed since
    const QList<Key> keys = m_entries.keys();
    for (const Key &key : keys)
        keepNow(key.conversation);
}

void DraftKeeper::keep(const Key &key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->version == found->kept)
        return;
    if (m_held)
        hold();
    if (found->asked)
        return;
    if (found->left)
        return compare(key);
    found->asked = true;
    found->hurry = false;
    m_api->keepDraft(found->draft,
                     {this, [this, key, version = found->version,
                             generation = m_generation](const net::Answer<Done> &answer) {
                          if (generation == m_generation)
                              take(key, version, answer);
                      }});
}

void DraftKeeper::take(const Key &key, int version, const net::Answer<Done> &answer)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    found->asked = false;
    if (!answer.ok() && !isFinal(answer.error().code)) {
        found->lasts = true;
        shelve(); // waits for the daemon; keepAllNow() comes when it is back
        return;
    }
    found->kept = version;
    if (found->version != version) {
        found->lasts = m_held;
        found->since = m_clock->now();
        found->hurry ? keep(key) : wait(key);
        return;
    }
    found->refused = !answer.ok() && answer.error().code != ApiErrorCode::NotFound;
    if (!found->refused)
        m_entries.erase(found);
    shelve();
    sayIfSettled();
}

void DraftKeeper::compare(const Key &key)
{
    m_entries[key].asked = true;
    m_api->drafts(key.conversation,
                  {this, [this, key, generation = m_generation](const net::Answer<Drafts> &answer) {
                       if (generation == m_generation)
                           takeLeft(key, answer);
                   }});
}

void DraftKeeper::takeLeft(const Key &key, const net::Answer<Drafts> &answer)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    found->asked = false;
    if (!found->left) // somebody writes on
        return keep(key);
    if (answer.ok())
        return settleLeft(key, answer->of(key.kind));
    if (!isFinal(answer.error().code))
        return; // waits for the daemon
    wipeDraft(found->draft);
    m_entries.erase(found); // the conversation is gone
    note(key, false);
    shelve();
    sayIfSettled();
}

void DraftKeeper::settleLeft(const Key &key, const Draft &there)
{
    const auto found = m_entries.find(key);
    const Draft here = found->draft;
    const bool same = isSame(here, there);
    const bool isNewer = there.isEmpty() || there.at <= here.at;
    found->left = false;
    if (!same && !here.isEmpty() && !there.isEmpty())
        m_older.insert(key, isNewer ? Older{there, false} : Older{here, true});
    if (!same && isNewer) {
        keep(key);
    } else {
        m_entries.erase(found);
        note(key, !there.isEmpty());
        shelve();
        sayIfSettled();
    }
    Q_EMIT elsewhere(key.conversation);
}

void DraftKeeper::tellOlder(ConversationId id)
{
    for (const Draft::Kind kind : kKinds) {
        const auto found = m_older.constFind({id, kind});
        if (found != m_older.constEnd())
            Q_EMIT overtaken(Draft(found->draft), found->writtenHere);
    }
}

void DraftKeeper::dropOlder(ConversationId id, Draft::Kind kind)
{
    const auto found = m_older.find({id, kind});
    if (found == m_older.end())
        return;
    wipeDraft(found->draft);
    m_older.erase(found);
    shelve();
}

void DraftKeeper::fetch(ConversationId id)
{
    if (!m_allowed)
        return;
    QList<Draft> here;
    for (const Draft::Kind kind : kKinds) {
        const auto entry = m_entries.constFind({id, kind});
        if (entry != m_entries.constEnd())
            here << entry->draft;
    }
    const int question = ++m_fetches[id];
    m_api->drafts(id, {this, [this, id, question, askedAt = ++m_moment,
                              generation = m_generation](const net::Answer<Drafts> &answer) {
                           if (generation == m_generation && m_fetches.value(id) == question &&
                               answer.ok())
                               takeFetched(*answer, askedAt);
                       }});
    for (const Draft &draft : std::as_const(here))
        Q_EMIT arrived(draft);
}

void DraftKeeper::takeFetched(const Drafts &drafts, qint64 askedAt)
{
    const int generation = m_generation;
    for (const Draft::Kind kind : kKinds) {
        const Key key{drafts.conversation, kind};
        // What is not kept yet, or was changed since the question, is newer than the answer.
        if (m_entries.contains(key) || m_touched.value(key) > askedAt)
            continue;
        const Draft draft = drafts.of(kind);
        note(key, !draft.isEmpty());
        Q_EMIT arrived(draft);
        if (generation != m_generation)
            return; // whoever heard it has ended the session
    }
    tellOlder(drafts.conversation);
}

void DraftKeeper::heard(const DraftsNow &now)
{
    if (!m_allowed)
        return;
    for (const Draft::Kind kind : kKinds) {
        const Key key{now.conversation, kind};
        if (!m_entries.contains(key))
            note(key, now.kinds.contains(kind));
    }
    Q_EMIT elsewhere(now.conversation);
}

void DraftKeeper::mayHaveMissed()
{
    Q_EMIT elsewhere({});
}

bool DraftKeeper::hasUnsaved() const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const Entry &entry) { return entry.version != entry.kept; });
}

void DraftKeeper::sayIfSettled()
{
    if (!hasUnsaved())
        Q_EMIT settled();
}

void DraftKeeper::forget(ConversationId id)
{
    m_fetches.remove(id);
    bool any = false;
    for (const Draft::Kind kind : kKinds) {
        const Key key{id, kind};
        m_begun.remove(key);
        m_touched.remove(key);
        if (const auto older = m_older.find(key); older != m_older.end()) {
            wipeDraft(older->draft);
            m_older.erase(older);
        }
        const auto found = m_entries.find(key);
        if (found == m_entries.end())
            continue;
        wipeDraft(found->draft);
        m_entries.erase(found);
        any = true;
    }
    shelve();
    if (any)
        sayIfSettled();
}

void DraftKeeper::clear()
{
    ++m_generation;
    for (Entry &entry : m_entries)
        wipeDraft(entry.draft);
    m_entries.clear();
    for (Older &older : m_older)
        wipeDraft(older.draft);
    m_older.clear();
    m_held = m_onShelf = false;
    m_begun.clear();
    m_touched.clear();
    m_fetches.clear();
}

} // namespace destek::models
