#include "net/outbox/pending_sends.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

namespace destek::net
{

namespace
{

void wipeTexts(QueuedMessage &queued)
{
    for (QString *text : {&queued.message.content.text, &queued.shownText}) {
        if (text->isDetached())
            text->fill(u'\0');
        text->clear();
    }
    queued.message.content = {};
}

} // namespace

PendingSends::PendingSends(ConversationApi *api, Later later, QObject *parent)
    : Outbox(parent), m_api(api), m_later(std::move(later))
{
}

PendingSends::~PendingSends()
{
    wipe();
}

bool PendingSends::mayTryAgain(ApiErrorCode code)
{
    using E = ApiErrorCode;
    switch (code) {
    case E::BadRequest:
    case E::NotPermitted:
    case E::NotFound:
    case E::Refused:
    case E::TooLarge:
    case E::CodeInvalid:
    case E::AlreadySetUp:
    case E::StepUpNeeded:
        return false; // the daemon has read it and does not have it
    default:
        return true;
    }
}

bool PendingSends::send(const QueuedMessage &queued)
{
    if (m_entries.size() >= kMostMessages)
        return false;
    if (find(queued.message.id) == m_entries.end()) {
        m_entries << Entry{queued, Stage::Waiting, {}};
        m_entries.last().queued.kept = m_held;
        m_entries.last().lasts = m_held;
        shelve();
        pump();
        Q_EMIT changed();
    }
    return true;
}

QList<OutgoingMessage> PendingSends::pending() const
{
    QList<OutgoingMessage> messages;
    for (const Entry &entry : m_entries)
        messages << entry.queued.message;
    return messages;
}

QList<QueuedMessage> PendingSends::queued() const
{
    QList<QueuedMessage> all;
    for (const Entry &entry : m_entries)
        all << entry.queued;
    return all;
}

void PendingSends::hold()
{
    if (std::exchange(m_held, true))
        return;
    keepAll();
    shelve();
    Q_EMIT changed();
}

void PendingSends::goOn()
{
    m_held = false;
}

void PendingSends::release(const MessageId &id)
{
    const auto entry = find(id);
    if (entry == m_entries.end() || !entry->queued.kept)
        return;
    entry->queued.kept = false;
    if (entry->stage == Stage::Resting)
        entry->stage = Stage::Waiting;
    shelve();
    pump();
    Q_EMIT changed();
}

std::optional<QueuedMessage> PendingSends::takeOut(const MessageId &id)
{
    const auto entry = find(id);
    if (entry == m_entries.end())
        return std::nullopt;
    const QueuedMessage taken = entry->queued;
    m_entries.erase(entry);
    shelve();
    Q_EMIT changed();
    return taken;
}

int PendingSends::drop(ConversationId conversation)
{
    int dropped = 0;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if (entry->queued.message.conversation != conversation) {
            ++entry;
            continue;
        }
        wipeTexts(entry->queued);
        entry = m_entries.erase(entry);
        ++dropped;
    }
    if (m_shelf)
        m_shelf->forget(conversation); // also what another agent left at this console
    if (dropped == 0)
        return 0;
    m_shelved = false;
    shelve();
    Q_EMIT changed();
    return dropped;
}

void PendingSends::resumeFor(AgentId agent)
{
    if (m_agent.isValid() && m_agent != agent)
        wipe();
    m_agent = agent;
    m_paused = false;
    ++m_generation;
    if (m_shelf) {
        m_shelved = false;
        const QList<QueuedMessage> left = m_shelf->take(agent);
        for (const QueuedMessage &one : left) {
            if (find(one.message.id) == m_entries.end() && m_entries.size() < kMostMessages)
                m_entries << Entry{one, Stage::Waiting, {}};
        }
    }
    keepAll(); // nobody knows yet what happened meanwhile
    for (Entry &entry : m_entries) {
        entry.stage = Stage::Waiting;
        entry.backoff.reset();
    }
    shelve();
    Q_EMIT changed();
}

void PendingSends::pause()
{
    keepAll();
    shelve();
    m_paused = true; // and the shelf stays as it is
    ++m_generation;
    for (Entry &entry : m_entries)
        entry.stage = Stage::Waiting;
    if (m_shelf && m_shelved)
        wipe();
    Q_EMIT changed();
}

void PendingSends::clear()
{
    wipe();
    m_onShelf.clear();
    if (m_shelf)
        m_shelf->destroy();
    Q_EMIT changed();
}

void PendingSends::wipe()
{
    for (Entry &entry : m_entries)
        wipeTexts(entry.queued);
    m_entries.clear();
}

void PendingSends::keepAll()
{
    for (Entry &entry : m_entries)
        entry.queued.kept = entry.lasts = true;
}

void PendingSends::shelve()
{
    if (!m_shelf || m_paused || !m_agent.isValid())
        return;
    QList<QueuedMessage> lasting;
    QList<MessageId> ids;
    for (const Entry &entry : m_entries) {
        if (!entry.lasts)
            continue;
        lasting << entry.queued;
        ids << entry.queued.message.id;
    }
    if (m_shelved && ids == m_onShelf)
        return;
    m_shelved = m_shelf->put(m_agent, lasting);
    m_onShelf = ids;
}

QList<PendingSends::Entry>::iterator PendingSends::find(MessageId id)
{
    return std::find_if(m_entries.begin(), m_entries.end(),
                        [&](const Entry &entry) { return entry.queued.message.id == id; });
}

void PendingSends::pump()
{
    if (m_paused)
        return;
    QSet<ConversationId> busy;
    for (Entry &entry : m_entries) {
        const ConversationId conversation = entry.queued.message.conversation;
        if (entry.queued.kept || busy.contains(conversation))
            continue;
        busy.insert(conversation);
        if (entry.stage == Stage::Waiting)
            ask(entry);
    }
}

void PendingSends::ask(Entry &entry)
{
    entry.stage = Stage::Asked;
    entry.queued.asked = true;
    m_api->send(entry.queued.message,
                {this, [this, id = entry.queued.message.id](Answer<MessageView> answer) {
                     take(id, answer);
                 }});
}

void PendingSends::take(MessageId id, const Answer<MessageView> &answer)
{
    const auto entry = find(id);
    if (entry == m_entries.end())
        return; // dropped meanwhile, or settled by an earlier answer
    if (!answer.ok() && mayTryAgain(answer.error().code)) {
        if (answer.error().code == ApiErrorCode::NotSignedIn)
            pause();
        else if (entry->stage == Stage::Asked)
            rest(*entry);
        return;
    }
    const OutgoingMessage message = entry->queued.message;
    m_entries.erase(entry);
    shelve();
    if (answer.ok())
        Q_EMIT accepted(*answer);
    else
        Q_EMIT returned(message, answer.error());
    Q_EMIT changed();
    pump();
}

void PendingSends::rest(Entry &entry)
{
    if (entry.queued.kept) {
        entry.stage = Stage::Waiting; // until it is released
        return;
    }
    entry.stage = Stage::Resting;
    const Duration delay = entry.backoff.next(QRandomGenerator::global()->generateDouble());
    const MessageId id = entry.queued.message.id;
    m_later(delay, this, [this, id, generation = m_generation] {
        const auto resting = find(id);
        if (generation != m_generation || resting == m_entries.end() ||
            resting->stage != Stage::Resting)
            return;
        resting->stage = Stage::Waiting;
        pump();
    });
    Q_EMIT waiting(id, entry.backoff.tries());
}

} // namespace destek::net
