#include "models/work/notes.h"

#include "models/wipe.h"

namespace destek::models
{

Notes::Notes(net::WorkApi *api, QObject *parent) : QObject(parent), m_api(api) {}

void Notes::keep(ConversationId id, const QString &text, const QList<AgentId> &mentions)
{
    NoteDraft note;
    note.conversation = id;
    note.text = text;
    note.mentions = mentions;
    const auto before = m_failed.constFind(id);
    note.id =
        before != m_failed.constEnd() && before->text == text ? before->id : MessageId::create();
    m_api->keepNote(
        note,
        {this, [this, note, generation = m_generation](const net::Answer<MessageView> &answer) {
             if (generation != m_generation)
                 return;
             if (answer.ok()) {
                 m_failed.remove(note.conversation);
                 return Q_EMIT kept(*answer);
             }
             if (answer.error().code == ApiErrorCode::NotFound) { // erased meanwhile
                 m_failed.remove(note.conversation);
                 return;
             }
             m_failed.insert(note.conversation, note);
             Q_EMIT returned(note, answer.error());
         }});
}

void Notes::forget(ConversationId id)
{
    const auto found = m_failed.find(id);
    if (found == m_failed.end())
        return;
    wipe(found->text);
    m_failed.erase(found);
}

void Notes::clear()
{
    ++m_generation;
    for (NoteDraft &note : m_failed)
        wipe(note.text);
    m_failed.clear();
}

} // namespace destek::models
