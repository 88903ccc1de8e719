#include "net/outbox/pending_sends.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

namespace destek::net
{

namespace
{

void wipeTexts(OutgoingMessage &message)
{
    if (message.content.text.isDetached())
        message.content.text.fill(u'\0');
    message.content = {};
}

} // namespace

PendingSends::PendingSends(ConversationApi *api, Later later, QObject *parent)
    : Outbox(parent), m_api(api), m_later(std::move(later))
{
}

PendingSends::~PendingSends()
{
    clear();
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

bool PendingSends::send(const OutgoingMessage &message)
{
    if (m_entries.size() >= kMostMessages)
        return false;
    if (find(message.id) == m_entries.end()) {
        m_entries << Entry{message, Stage::Waiting, {}};
        pump();
    }
    return true;
}

QList<OutgoingMessage> PendingSends::pending() const
{
    QList<OutgoingMessage> messages;
    for (const Entry &entry : m_entries)
        messages << entry.message;
    return messages;
}

int PendingSends::drop(ConversationId conversation)
{
    int dropped = 0;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if (entry->message.conversation != conversation) {
            ++entry;
            continue;
        }
        wipeTexts(entry->message);
        entry = m_entries.erase(entry);
        ++dropped;
    }
    return dropped;
}

void PendingSends::resumeFor(AgentId agent)
{
    if (m_agent.isValid() && m_agent != agent)
        clear();
    m_agent = agent;
    m_paused = false;
    ++m_generation;
    for (Entry &entry : m_entries) {
        entry.stage = Stage::Waiting;
        entry.backoff.reset();
    }
    pump();
}

void PendingSends::pause()
{
    m_paused = true;
    ++m_generation;
    for (Entry &entry : m_entries)
        entry.stage = Stage::Waiting;
}

void PendingSends::clear()
{
    for (Entry &entry : m_entries)
        wipeTexts(entry.message);
    m_entries.clear();
}

QList<PendingSends::Entry>::iterator PendingSends::find(MessageId id)
{
    return std::find_if(m_entries.begin(), m_entries.end(),
                        [&](const Entry &entry) { return entry.message.id == id; });
}

void PendingSends::pump()
{
    if (m_paused)
        return;
    QSet<ConversationId> busy;
    for (Entry &entry : m_entries) {
        const ConversationId conversation = entry.message.conversation;
        if (busy.contains(conversation))
            continue;
        busy.insert(conversation);
        if (entry.stage == Stage::Waiting)
            ask(entry);
    }
}

void PendingSends::ask(Entry &entry)
{
    entry.stage = Stage::Asked;
    m_api->send(entry.message, {this, [this, id = entry.message.id](Answer<MessageView> answer) {
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
    const OutgoingMessage message = entry->message;
    m_entries.erase(entry);
    if (answer.ok())
        Q_EMIT accepted(*answer);
    else
        Q_EMIT returned(message, answer.error());
    pump();
}

void PendingSends::rest(Entry &entry)
{
    entry.stage = Stage::Resting;
    const Duration delay = entry.backoff.next(QRandomGenerator::global()->generateDouble());
    const MessageId id = entry.message.id;
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
